import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { zipOf } from '../read/zipOf.testing.ts';
import { GRID_LIMITS, readGridInWorker } from './readGridInWorker.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-grid-apart-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a workbook is read in a process of its own, cells with their colours and numbers', async () => {
  const path = fileURLToPath(new URL('../../fixtures/statements/colours.xlsx', import.meta.url));
  const found = await readGridInWorker({ path, limits: GRID_LIMITS });
  expect(found.ok && found.value.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['Controls', 94],
    ['Legend', 8],
  ]);
  expect(found.ok && found.value[0]?.rows[1]?.[2]).toEqual({ text: '', fill: 'C6EFCE' });
});

test('a file that is no table, and one that is a bomb, are a problem and not the end of the program', async () => {
  const none = join(folder, 'none.xlsx');
  writeFileSync(none, zipOf([['x', 'y']]));
  const said = await readGridInWorker({ path: none, limits: GRID_LIMITS });
  expect(!said.ok && said.error.code).toBe('xlsx.part_missing');
  const bomb = join(folder, 'bomb.csv');
  writeFileSync(bomb, 'a;b\n'.repeat(400_000));
  const large = await readGridInWorker({ path: bomb, limits: GRID_LIMITS });
  expect(!large.ok && large.error.code).toBe('table.too_many_cells');
});

test('a reading that takes too long is refused', async () => {
  const path = join(folder, 'slow.csv');
  writeFileSync(path, 'a;b\n'.repeat(1000));
  const found = await readGridInWorker({ path, limits: { ...GRID_LIMITS, totalMs: 1 } });
  expect(!found.ok && found.error.code).toBe('limit.time');
});
