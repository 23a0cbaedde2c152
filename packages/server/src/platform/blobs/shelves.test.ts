// Directories of the store: made when they are missing, even when somebody else took them away.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Shelves } from './shelves.ts';

it('makes a directory again that another process removed, and serves many syncs', async () => {
  const root = mkdtempSync(join(tmpdir(), 'assay-shelves-'));
  const shelves = new Shelves();
  const path = join(root, 'org', 'ab');
  await shelves.open(path);
  rmSync(join(root, 'org'), { recursive: true });
  await shelves.open(path);
  expect(statSync(path).isDirectory()).toBe(true);
  await Promise.all(Array.from({ length: 50 }, () => shelves.sync(path)));
  rmSync(root, { recursive: true });
  await expect(shelves.sync(path)).rejects.toThrow('ENOENT');
});
