import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStatement } from '@assay/core';
import { afterAll, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../read/summary.ts';
import { zipOf } from '../../read/zipOf.testing.ts';
import { readGrid } from './readGrid.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-grid-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (rows: string, merges = ''): string =>
  `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
function read(...sheets: readonly string[]): ReturnType<typeof readGrid> {
  const path = join(folder, `book-${sheets.join().length}`);
  const names = sheets.map((_, i) => `<sheet name="S${i}" r:id="r${i}"/>`).join('');
  const links = sheets.map((_, i) => `<Relationship Id="r${i}" Target="s${i}.xml"/>`).join('');
  const parts = sheets.map((text, i) => [`xl/s${i}.xml`, text] as const);
  writeFileSync(
    path,
    zipOf([
      ['xl/workbook.xml', `<workbook xmlns:r="${RELATIONS}"><sheets>${names}</sheets></workbook>`],
      ['xl/_rels/workbook.xml.rels', `<Relationships>${links}</Relationships>`],
      ...parts,
    ]),
  );
  return readGrid({ path, limits: DEFAULT_LIMITS });
}

test('a statement on the second sheet below a merged title is read from the workbook', async () => {
  const rows = [
    `<row r="1">${cell('B1', 'Statement')}</row>`,
    `<row r="3">${cell('B3', 'Ref')}${cell('C3', 'Applicable')}</row>`,
    ...[4, 5, 6].map((r) => `<row r="${r}"><c r="B${r}"><v>5.${r}</v></c></row>`),
  ];
  const found = await read(
    sheetOf(''),
    sheetOf(rows.join(''), '<mergeCell ref="B1:C2"/><mergeCell ref="C4:C6"/>').replace(
      '</v></c></row>',
      `</v></c>${cell('C4', 'yes')}</row>`,
    ),
  );
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  expect(found.value[1]?.rows[1]?.map(({ text }) => text)).toEqual(['', 'Statement', 'Statement']);
  const statement = readStatement(found.value);
  expect(statement.ok && statement.value.rows.map(({ row, id, applies }) => [row, id, applies])).toEqual([
    [4, 'A.5.4', 'yes'],
    [5, 'A.5.5', 'yes'],
    [6, 'A.5.6', 'yes'],
  ]);
});

test('a merge or a row beyond what memory should hold is refused, and so is a file that is no workbook', async () => {
  const wide = await read(sheetOf(`<row r="1">${cell('A1', 'a')}</row>`, '<mergeCell ref="A1:XFD1048576"/>'));
  expect(!wide.ok && wide.error.code).toBe('table.too_many_cells');
  const deep = await read(sheetOf(`<row r="900000000">${cell('A900000000', 'a')}</row>`));
  expect(!deep.ok && deep.error.code).toBe('table.too_many_cells');
  writeFileSync(join(folder, 'zip'), zipOf([['x', 'y']]));
  const none = await readGrid({ path: join(folder, 'zip'), limits: DEFAULT_LIMITS });
  expect(!none.ok && none.error.code).toBe('xlsx.part_missing');
});
