// Entry of the command line: answers --version at once, loads everything else only when it is needed.
import { versionOf } from './home.ts';

export const VERSION = versionOf();

const [first, second] = process.argv.slice(2);
if ((first === '--version' || first === '-V' || first === 'version') && second === undefined) {
  process.stdout.write(`assay ${VERSION}\n`);
} else {
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv, VERSION);
}
