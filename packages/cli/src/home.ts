// Where content and the built web application lie: in a checkout, or in the installed package.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `content/`: the checkout's root or the package's. */
const home = homeAbove(dirname(fileURLToPath(import.meta.url)));

export const contentFolder = join(home, 'content');
export const webFolder = existsSync(join(home, 'web')) ? join(home, 'web') : join(home, 'packages/web/dist');

/** The program's version, as the package that it came in says. */
export function versionOf(folder: string = home): string {
  const file: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return typeof file === 'object' && file !== null && 'version' in file && typeof file.version === 'string'
    ? file.version
    : '0.0.0';
}

function homeAbove(folder: string): string {
  if (existsSync(join(folder, 'content/frameworks'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('Assay’s content is missing; install it again.');
  return homeAbove(above);
}
