import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;A.&quot;0.00"/></numFmts>
  <fills><fill><patternFill patternType="none"/></fill>
  <fill><patternFill patternType="solid"><fgColor rgb="FFc6efce"/><bgColor indexed="64"/></patternFill></fill>
  <fill><patternFill patternType="solid"><fgColor theme="9" tint="0.3999"/></patternFill></fill></fills>
  <cellXfs><xf numFmtId="0" fillId="0"/><xf numFmtId="2" fillId="1"/><xf numFmtId="170" fillId="2"/><xf numFmtId="9"/></cellXfs>
  <dxfs><dxf><fill><patternFill><fgColor rgb="FF000000"/></patternFill></fill></dxf></dxfs></styleSheet>`;
const readText = (text: string | Uint8Array): ReturnType<typeof readGrid> => {
  const path = join(folder, 'text');
  writeFileSync(path, text);
  return readGrid({ path, limits: DEFAULT_LIMITS });
};
const textsOf = async (found: ReturnType<typeof readGrid>): Promise<readonly (readonly string[])[]> => {
  const grid = await found;
  if (!grid.ok) throw new Error(JSON.stringify(grid.error));
  return grid.value.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text)));
};
const codeOf = async (found: ReturnType<typeof readGrid>): Promise<string> => {
  const grid = await found;
  return grid.ok ? 'read' : grid.error.code;
};

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
      ['xl/styles.xml', STYLES],
      ...parts,
    ]),
  );
  return readGrid({ path, limits: DEFAULT_LIMITS });
}

test('every sheet is read as it lies: a merged title at its place, merged cells with one text', async () => {
  const rows = [
    `<row r="1">${cell('B1', 'Statement')}</row>`,
    `<row r="3">${cell('B3', 'Ref')}${cell('C3', 'Applicable')}</row>`,
    `<row r="4">${cell('B4', 'A.5.1')}${cell('C4', 'yes')}</row><row r="5">${cell('B5', 'A.5.2')}</row>`,
  ];
  const merges = '<mergeCell ref="B1:C2"/><mergeCell ref="C4:C5"/>';
  expect(await textsOf(read(sheetOf(''), sheetOf(rows.join(''), merges)))).toEqual([
    ['', 'Statement', 'Statement'],
    ['', 'Statement', 'Statement'],
    ['', 'Ref', 'Applicable'],
    ['', 'A.5.1', 'yes'],
    ['', 'A.5.2', 'yes'],
  ]);
});

test('numbers are shown as the sheet shows them, with their colours, and say if zeros may be lost', async () => {
  const numbers = ['5.0999999999999996', '5.1', '5.1', '0.4'].map(
    (v, i) => `<c r="${'ABCD'[i]}1" s="${i}"><v>${v}</v></c>`,
  );
  const found = await read(sheetOf(`<row>${numbers.join('')}<c s="1"/><c s="0"/></row>`));
  expect(found.ok && found.value[0]?.rows[0]).toEqual([
    { text: '5.1', number: true },
    { text: '5.10', fill: 'C6EFCE' },
    { text: 'A.5.10', fill: 'theme 9 0.40' },
    { text: '40%', number: true },
    { text: '', fill: 'C6EFCE' },
  ]);
});

test.each([
  [
    'semicolons below titles with commas',
    'Statement, of a company, 2024\nVersion 3\n\nRef;Title\n5.1;a, b\n5.2;c\n',
  ],
  ['tabs', 'Statement, of a company, 2024\nVersion 3\n\nRef\tTitle\n5.1\ta, b\n5.2\tc\n'],
  ['commas', '"Statement, of a company, 2024"\nVersion 3\n\nRef,Title\n5.1,"a, b"\n5.2,c'],
  [
    'UTF-16',
    Buffer.from(
      '\uFEFFStatement, of a company, 2024\nVersion 3\n\nRef\tTitle\n5.1\ta, b\n5.2\tc\n',
      'utf16le',
    ),
  ],
])('the table of a CSV file is found: %s', async (_, text) => {
  const rows = await textsOf(readText(text));
  expect(rows.slice(3)).toEqual([
    ['Ref', 'Title'],
    ['5.1', 'a, b'],
    ['5.2', 'c'],
  ]);
});

test('an old encoding and a first line that names the separator are understood', async () => {
  const text = Buffer.from('sep=;\r\nNr;Maßnahme\r\n5.1;Überwachung\r\n', 'latin1');
  expect(await textsOf(readText(text))).toEqual([
    ['Nr', 'Maßnahme'],
    ['5.1', 'Überwachung'],
  ]);
});

test('what memory should not hold is refused, whether cells, rows or merged areas upon one another', async () => {
  const one = `<row r="1">${cell('A1', 'a')}</row>`;
  expect(await codeOf(read(sheetOf(one, '<mergeCell ref="A1:XFD1048576"/>')))).toBe('table.too_many_cells');
  const stacked = '<mergeCell ref="A1:Z100"/>'.repeat(1000);
  expect(await codeOf(read(sheetOf(one, stacked)))).toBe('table.too_many_cells');
  const far = `<row r="1">${cell('A1', 'a')}${cell('XFD1', 'b')}</row>`;
  expect(await codeOf(read(sheetOf(far)))).toBe('table.columns');
  const long = `<row r="1">${cell('A1', 'a'.repeat(90_000))}</row>`;
  expect(await codeOf(read(sheetOf(long, '<mergeCell ref="A1:Z9"/>')))).toBe('table.too_much_text');
  expect((await textsOf(read(sheetOf(one, '<mergeCell ref="A1:XFD1"/>'))))[0]).toHaveLength(500);
  const deep = `<row r="900000000">${cell('A900000000', 'a')}</row>`;
  expect(await codeOf(read(sheetOf(deep)))).toBe('table.too_many_cells');
});

test('a file that is no table says what it is and what to do', async () => {
  expect(await codeOf(read(sheetOf(`<row r="0">${cell('A0', 'a')}</row>`)))).toBe('xlsx.row_number');
  expect(await codeOf(readText(zipOf([['x', 'y']])))).toBe('xlsx.part_missing');
  expect(await codeOf(readText(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])))).toBe('xls.old');
  expect(await codeOf(readText('<html><table></table></html>'))).toBe('xls.markup');
});
