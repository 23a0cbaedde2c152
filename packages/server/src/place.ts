// A second, light door for the command line: where the data lies, which server runs there, what a time zone is.
// It loads nothing of the server itself.
export { defaultDataPath, readServerNote } from './platform/datadir.ts';
export { isZoneName, zoneOf } from './platform/zone.ts';
