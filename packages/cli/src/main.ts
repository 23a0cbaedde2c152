// Entry of the command line: answers --version at once, loads everything else only when it is needed.
import { readFileSync } from 'node:fs';

const packageFile: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
export const VERSION =
  typeof packageFile === 'object' &&
  packageFile !== null &&
  'version' in packageFile &&
  typeof packageFile.version === 'string'
    ? packageFile.version
    : '0.0.0';

const [first, second] = process.argv.slice(2);
if ((first === '--version' || first === '-V' || first === 'version') && second === undefined) {
  process.stdout.write(`assay ${VERSION}\n`);
} else {
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv, VERSION);
}
