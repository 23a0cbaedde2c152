// npm run assay -- COMMAND: the command line of this clone.
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { GUARDED, runInner } from './n24.mjs';

const entry = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));
process.exitCode = (await prepare({ web: false }))
  ? await runInner([...GUARDED, entry, ...process.argv.slice(2)])
  : 1;
