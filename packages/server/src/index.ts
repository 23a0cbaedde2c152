// The server's only door: start it, and what the command line needs to explain a failure.
export { AlreadyRunning, start, type Running, type StartOptions } from './app/start.ts';
export { defaultDataPath, readServerNote, type ServerNote } from './platform/datadir.ts';
export { StartFailure } from './platform/failure.ts';
export type { RootKeyPlace } from './platform/sealing/rootKey.ts';
