// npm start: installs what the lock file says, builds the web application, starts the server.
// Plain JavaScript without dependencies: it must work on the outer Node (20.19 or newer).
import { prepare } from './prepare.mjs';
import { GUARDED, runInner } from './n24.mjs';

process.exitCode = (await prepare())
  ? await runInner([...GUARDED, 'packages/cli/src/main.ts', 'serve', ...process.argv.slice(2)])
  : 1;
