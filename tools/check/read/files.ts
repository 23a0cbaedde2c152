// The files of a tree, without what is installed, built or planted.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', '.git', 'dist', 'coverage', '.assay', '.stamp', 'results', 'shots']);
const PLANTED = 'tools/check/fixtures';

/** Every file below `folder` of `root`, as sorted paths below the root; none when the folder is missing. */
export async function filesBelow(root: string, folder = ''): Promise<readonly string[]> {
  const found: string[] = [];
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const entry of await entries(join(root, at))) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (SKIPPED.has(entry.name) || path === PLANTED) continue;
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  return found.toSorted();
}

/** Names of the folders directly below `folder`. */
export async function foldersIn(root: string, folder: string): Promise<readonly string[]> {
  const list = await entries(join(root, folder));
  const folders = list.filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name));
  return folders.map((entry) => entry.name).toSorted();
}

/** A file's text, or undefined when there is none. */
export async function textOf(root: string, path: string): Promise<string | undefined> {
  return readFile(join(root, path), 'utf8').catch((cause: unknown) => {
    if (isMissing(cause)) return undefined;
    throw cause;
  });
}

/** Line (from 1) of the first place where `needle` stands; 1 when it stands nowhere. */
export function lineOf(text: string, needle: string): number {
  const at = text.indexOf(needle);
  return at < 0 ? 1 : lineAt(text, at);
}

/** Line (from 1) of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

async function entries(path: string) {
  return readdir(path, { withFileTypes: true }).catch((cause: unknown) => {
    if (isMissing(cause)) return [];
    throw cause;
  });
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
}
