// A second, light door: where the data lies and which server runs there, without loading the server.
export { defaultDataPath, readServerNote } from './platform/datadir.ts';
