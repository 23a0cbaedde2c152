import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readInWorker } from '../limits/readInWorker.ts';
import type { TableOptions } from '../read/reader.ts';
import { DEFAULT_LIMITS, type Limits, type Summary } from '../read/summary.ts';
import { zipOf } from '../read/zipOf.testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

async function table(
  content: string | Uint8Array,
  options: TableOptions = {},
  limits: Partial<Limits> = {},
): Promise<{
  readonly summary: Summary;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly keys: readonly string[];
}> {
  made += 1;
  const path = join(folder, `table-${made}`);
  writeFileSync(path, content);
  const rows: Readonly<Record<string, string>>[] = [];
  const keys: string[] = [];
  const summary = await readInWorker(
    { path, options: { table: options }, limits: { ...DEFAULT_LIMITS, ...limits } },
    (batch) => {
      rows.push(...batch.population.map((row) => row.fields));
      keys.push(...batch.population.map((row) => row.key));
      return Promise.resolve();
    },
  );
  return { summary, rows, keys };
}

const codes = (summary: Summary): readonly string[] => summary.problems.map((problem) => problem.code);

describe('a CSV table', () => {
  test('is read by its headers, with semicolons, quotes and blank lines', async () => {
    const { summary, rows, keys } = await table('\ufeffid; Left On ;note\n7;2026-01-02;"a;\nb"\n\n8;;x\n');
    expect(summary.source?.columns).toEqual(['id', 'Left On', 'note']);
    expect(rows).toEqual([
      { id: '7', 'Left On': '2026-01-02', note: 'a; b' },
      { id: '8', 'Left On': '', note: 'x' },
    ]);
    expect(keys).toEqual(['line 2', 'line 5']);
  });

  test('refuses a row whose cells may have shifted, and names columns that have no name or the same', async () => {
    const { summary, rows } = await table('a,,a\n1,2,3\n1,2\n');
    expect(summary.source?.columns).toEqual(['a', 'column 2', 'a (2)']);
    expect(rows).toHaveLength(1);
    expect(summary.counts.error).toBe(1);
    expect(codes(summary)).toEqual(['table.cells']);
  });

  test('with a header alone is a list without rows; without one it is none', async () => {
    expect((await table('id,day\n')).summary).toMatchObject({ populationRows: 0, counts: { fatal: 0 } });
    expect(codes((await table('')).summary)).toEqual(['table.empty']);
  });
});

describe('rows of JSON', () => {
  test('are lines or an array, flat to one level, with the columns that any of them uses', async () => {
    const row = {
      key: 'PR-1',
      author: { name: 'Ada', email: 'a@x' },
      approvers: ['b', 'c'],
      size: 3,
      gone: null,
    };
    const { summary, rows } = await table(`${JSON.stringify(row)}\n{"key":"PR-2","merged":true}\n`);
    expect(summary.source?.columns).toEqual([
      'key',
      'author.name',
      'author.email',
      'approvers',
      'size',
      'gone',
      'merged',
    ]);
    expect(rows[0]).toEqual({
      key: 'PR-1',
      'author.name': 'Ada',
      'author.email': 'a@x',
      approvers: 'b; c',
      size: '3',
      gone: '',
    });
    expect((await table(JSON.stringify({ data: [row, row] }))).rows).toHaveLength(2);
  });
});

describe('a workbook', () => {
  test('is read: days by their format, shared texts of several runs, numbers as they are written', async () => {
    const bytes = workbook(
      `<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>
       <row r="2"><c><v>1001</v></c><c s="1"><v>46081</v></c><c><v>1.50</v></c></row>
       <row r="3"><c><v>1E3</v></c><c s="2"><v>46082</v></c></row>`,
    );
    const { summary, rows, keys } = await table(bytes);
    expect(summary.source).toMatchObject({ tool: 'xlsx', sheets: ['S'] });
    expect(rows).toEqual([
      { id: '1001', 'left on': '2026-02-28', 'Ünal & <Söhne>': '1.50' },
      { id: '1000', 'left on': '2026-03-01', 'Ünal & <Söhne>': '' },
    ]);
    expect(keys).toEqual(['row 2', 'row 3']);
    expect((await table(bytes, { sheet: 'S' })).rows).toHaveLength(2);
    expect(codes((await table(bytes, { sheet: 'None' })).summary)).toEqual(['xlsx.sheet_unknown']);
  });

  test('never runs a formula: the saved value is taken, and a missing one is said', async () => {
    const { summary, rows } = await table(
      workbook(
        `<row r="1"><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><r><t>b</t></r><r><t>c</t></r></is></c></row>
         <row r="2" hidden="1"><c r="A2"><f>WEBSERVICE("http://x")</f><v>5</v></c><c r="B2"><f>1+1</f></c></row>
         <row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3" t="b"><v>1</v></c><c r="D3"><v>9</v></c></row>
         <row r="9"><c r="A9" s="1"><v>46082.5</v></c><c r="B9" s="1"><v>60</v></c></row>`,
      ),
    );
    expect(rows).toEqual([
      { a: '5', bc: '' },
      { a: '', bc: 'true' },
      { a: '2026-03-01 12:00:00', bc: '60' },
    ]);
    expect(codes(summary)).toEqual(['xlsx.formula_without_value', 'xlsx.error_value', 'table.beyond_header']);
  });

  test('counts from 1904 when it says so', async () => {
    const day = '<row><c t="str"><v>d</v></c></row><row><c s="1"><v>44620</v></c></row>';
    expect((await table(workbook(day, '<workbookPr date1904="1"/>'))).rows).toEqual([{ d: '2026-03-01' }]);
  });

  test('that is hostile is refused by one problem: entities, bombs, paths, damage, no workbook', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>';
    expect(codes((await table(workbook('', '', doctype))).summary)).toEqual(['xml.doctype']);
    const blank = ' '.repeat(40 * 1024 * 1024);
    expect(codes((await table(workbook(`<row><c t="str"><v>${blank}</v></c></row>`))).summary)).toEqual([
      'zip.ratio',
    ]);
    expect(codes((await table(zipOf([['../x', 'y']]))).summary)).toEqual(['zip.path']);
    expect(codes((await table(zipOf([['[Content_Types].xml', 'y']]))).summary)).toEqual([
      'xlsx.part_missing',
    ]);
    expect(codes((await table(workbook('<row>').subarray(0, 300))).summary)).toEqual(['zip.damaged']);
    expect(codes((await table(workbook('<row><c r="ZZZZ1"'))).summary)).toEqual(['xml.syntax']);
  });
});

/** A workbook of one sheet; cell format 1 shows days. */
function workbook(rows: string, settings = '', doctype = ''): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipOf([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `${doctype}<workbook ${main} xmlns:r="${relations}">${settings}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/styles.xml', `<styleSheet ${main}>${FORMATS}</styleSheet>`],
    ['xl/sharedStrings.xml', `<sst ${main}>${TEXTS}</sst>`],
    ['xl/worksheets/sheet1.xml', `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`],
  ]);
}

const FORMATS =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-407]dd\\.mm\\.yyyy;@"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
const TEXTS =
  '<si><t>id</t></si><si><r><t>left </t></r><r><t>on</t></r><rPh><t>no</t></rPh></si>' +
  '<si><t>Ünal &amp; &lt;Söhne&gt;</t></si>';
