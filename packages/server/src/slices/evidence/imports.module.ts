// The door of imports for runs that bring files in.
export { artefactsOf, bringIn, type Brought } from './bring.usecases.ts';
export { DRY_RUN_DAYS } from './imports.jobs.ts';
export { openFile } from './openFile.usecases.ts';
export { type ImportRecord } from './imports.repository.ts';
export { presentImports } from './imports.views.ts';
