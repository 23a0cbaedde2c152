// The door of collectors: when nobody was looking, and what came from runs that looked at too little.
export { importsOfRuns, outagesOf } from './outages.ts';
