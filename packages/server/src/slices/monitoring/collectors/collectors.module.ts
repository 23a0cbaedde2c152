// The door of collectors: when nobody was looking, and what came from runs that looked at too little.
export { importsOfUnknownRuns, outagesOf } from './outages.ts';
