import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GridSheet } from '../../tables/index.ts';
import { appliesOf } from './applies.ts';
import { readControlId } from './controlId.ts';
import { readStatement, type StatementReading } from './readStatement.ts';
import { statusOf } from './status.ts';

/** The ids of both editions that the product knows. */
const ANNEX = new Set(
  ['2013', '2022'].flatMap((edition) => {
    const file = new URL(`../../../../../content/frameworks/iso27001-${edition}.json`, import.meta.url);
    return Array.from(
      readFileSync(file, 'utf8').matchAll(/"id": "(A\.\d+\.\d+(?:\.\d+)?)"/gu),
      ([, id = '']) => id,
    );
  }),
);

const sheet = (name: string, lines: readonly string[]): GridSheet => ({
  name,
  rows: lines.map((line) => line.split('|').map((text) => ({ text }))),
});
/** A cell that begins with # holds a number. */
const numbered = (lines: readonly string[]): GridSheet => ({
  name: 'S',
  rows: lines.map((line) =>
    line.split('|').map((text) => (text.startsWith('#') ? { text: text.slice(1), number: true } : { text })),
  ),
});
const read = (sheets: readonly GridSheet[]): StatementReading => {
  const found = readStatement(sheets, ANNEX);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};

test.each([
  ['5.1', 'A.5.1'],
  ['A.5.1', 'A.5.1'],
  ['A 5.1', 'A.5.1'],
  ['A5.1', 'A.5.1'],
  ['A.8.34 Audit testing', 'A.8.34'],
  ['A.18.2.3', 'A.18.2.3'],
  ['A.5.01', 'A.5.1'],
  ['ISO 27001:2022 A.5.1', 'A.5.1'],
  ['A.5.1 – A.5.3', undefined],
  ['5.1, 5.2', undefined],
  ['5.1 %', undefined],
  ['5.1x', undefined],
  ['2022', undefined],
])('the id %s is read as %s', (text, id) => {
  expect(readControlId(text)?.id).toBe(id);
});

test('yes and no are understood in several languages, and a blank is neither', () => {
  expect(['Yes', 'ja', 'Oui', 'SÍ', 'x', '✓', 'WAHR', 'yes, since 2021', 'ü'].map(appliesOf)).toEqual(
    Array(9).fill('yes'),
  );
  expect(
    ['No', 'Nein', 'n/a', 'Entfällt', '✗', 'Not applicable', 'no (no office)', 'N/A – unused'].map(appliesOf),
  ).toEqual(Array(8).fill('no'));
  expect(['', 'partly', 'tbd', 'yes and no', 'not yet'].map(appliesOf)).toEqual(Array(5).fill('unclear'));
});

test.each([
  ['Fully implemented', 'implemented'],
  ['umgesetzt', 'implemented'],
  ['100 %', 'implemented'],
  ['Yes', 'implemented'],
  ['teilweise umgesetzt', 'partly'],
  ['40%', 'partly'],
  ['Implementation planned for Q3', 'planned'],
  ['prévu', 'planned'],
  ['Not implemented', 'not_started'],
  ['no', 'not_started'],
  ['n/a', 'unclear'],
  ['3', 'unclear'],
  ['', 'unclear'],
])('the status %s is read as %s', (text, status) => {
  expect(statusOf(text)).toBe(status);
});

test('a German statement below title rows and beside another sheet is found, its unknown column kept', () => {
  const value = read([
    sheet('Info', ['Version|3', 'Stand|2024']),
    sheet('SoA', [
      'Erklärung zur Anwendbarkeit|Erklärung zur Anwendbarkeit',
      '',
      'Nr.|Maßnahme|Anwendbar|Begründung|Umsetzungsstand|Ticket',
      '5 Organisatorisch',
      'A.5.1|Richtlinien|ja|Risiko 3|teilweise|T-1',
      'A.7.4|Überwachung|entfällt|kein Büro||',
      'A.5.1|noch einmal|nein|||',
      'A.8.1|Endgeräte||||',
      'A.5.99|gibt es nicht|ja|||',
    ]),
  ]);
  expect([value.tables[0]?.sheet, value.edition]).toEqual(['SoA', '2022']);
  expect(value.tables[0]?.columns.map(({ field }) => field)).toEqual([
    'id',
    'title',
    'applies',
    'reason',
    'status',
    undefined,
  ]);
  expect(value.rows.map(({ row, id, applies, status }) => [row, id, applies, status])).toEqual([
    [5, 'A.5.1', 'yes', 'partly'],
    [6, 'A.7.4', 'no', 'unclear'],
    [8, 'A.8.1', 'unclear', 'unclear'],
  ]);
  expect(value.rows[0]?.custom).toEqual([{ heading: 'Ticket', text: 'T-1' }]);
  expect(value.left.map(({ row, reason }) => [row, reason])).toEqual([
    [4, 'no_id'],
    [7, 'twice'],
    [9, 'unknown_id'],
  ]);
});

test('a 2013 statement is told by its three numbers; objectives are left, ticks in two columns are weighed', () => {
  const value = read([
    sheet('SoA', [
      'Ref|Control|Applicable|Not applicable',
      'A.5.1|Management direction||',
      'A.5.1.1|Policies|x|',
      'A.5.1.2|Review||x',
      'A.6.1.1|Roles|x|x',
      'A.5.1.9|Unheard of|x|',
    ]),
  ]);
  expect(value.edition).toBe('2013');
  expect(value.rows.map(({ applies }) => applies)).toEqual(['yes', 'no', 'unclear']);
  expect(value.left.map(({ reason }) => reason)).toEqual(['objective', 'unknown_id']);
});

test('two rows of headings are read together, and a line about the document above them is not', () => {
  const value = read([
    sheet('S', [
      'Statement of Applicability|Version 3',
      'Control||Applicable||Reasons for selection||',
      'No|Title|Yes|No|LR|CO|RRA',
      'A.5.1|Policies|x|||x|R-7',
      'A.5.2|Roles||x|||',
      'A.5.3|Duties|x||GDPR|-|',
    ]),
  ]);
  expect(value.tables[0]?.columns.map(({ field }) => field)).toEqual([
    'id',
    'title',
    'applies',
    'excluded',
    'law',
    'contract',
    'risk',
  ]);
  expect(value.rows.map(({ applies, reasons }) => [applies, reasons])).toEqual([
    ['yes', ['risk', 'contract']],
    ['no', []],
    ['yes', ['law']],
  ]);
  const one = read([sheet('S', ['Version|3', 'Ref|Applicable', 'A.5.1|yes', 'A.5.2|no', 'A.5.3|yes'])]);
  expect(one.tables[0]?.columns.map(({ heading }) => heading)).toEqual(['Ref', 'Applicable']);
});

test('5.10 that was kept as the number 5.1 is found by its neighbours, or left', () => {
  const rows = ['#5.1|a', '#5.2|b', '#5.9|c', '#5.1|d', '#5.11|e', '#8.1|f'];
  const value = read([numbered(['Ref|Title|Status', ...rows])]);
  expect(value.rows.map(({ id, said }) => [id, said.title])).toEqual([
    ['A.5.1', 'a'],
    ['A.5.2', 'b'],
    ['A.5.9', 'c'],
    ['A.5.10', 'd'],
    ['A.5.11', 'e'],
  ]);
  expect(value.left.map(({ row, reason }) => [row, reason])).toEqual([[7, 'unclear_id']]);
  const sorted = read([
    numbered(['Ref|Title|Status', '#5.19|a', '#5.2|b', '#5.2|c', '#5.21|d', '#5.37|e', '#5.4|f']),
  ]);
  expect(sorted.left.map(({ row }) => row)).toEqual([3, 4]);
});

test('colours count where a legend explains them, and nowhere else', () => {
  const [green, red] = [{ fill: 'C6EFCE' }, { fill: 'FFC7CE' }];
  const row = (id: string, fill?: object): GridSheet['rows'][number] => [{ text: id }, { text: '', ...fill }];
  const rows = [
    [{ text: 'Ref' }, { text: 'Applicable' }],
    row('A.5.1', green),
    row('A.5.2', red),
    row('A.5.3', { fill: 'FFFFFF' }),
  ];
  const legend = [[{ text: 'Applicable', ...green }], [{ text: '', ...red }, { text: 'not applicable' }]];
  const applied = (sheets: readonly GridSheet[]): readonly string[] =>
    read(sheets).rows.map(({ applies }) => applies);
  expect(
    applied([
      { name: 'S', rows },
      { name: 'Legend', rows: legend },
    ]),
  ).toEqual(['yes', 'no', 'unclear']);
  expect(applied([{ name: 'S', rows }])).toEqual(['unclear', 'unclear', 'unclear']);
});

test('a statement that is cut into sheets is one, and a list of controls beside it is offered and not read', () => {
  const head = 'Ref|Applicable|Status';
  const value = read([
    sheet('All controls', ['Id|Control', ...Array.from({ length: 37 }, (_, i) => `A.5.${i + 1}|c`)]),
    sheet('Organisation', [head, 'A.5.1|yes|', 'A.5.2|no|', 'A.5.3|yes|', 'A.5.4|yes|', head]),
    sheet('People', [head, 'A.6.1|yes|', 'A.6.2|no|', 'A.6.3|yes|']),
  ]);
  expect(value.rows.map(({ sheet: name, id }) => [name, id]).slice(3, 6)).toEqual([
    ['Organisation', 'A.5.4'],
    ['People', 'A.6.1'],
    ['People', 'A.6.2'],
  ]);
  expect(value.others).toEqual([{ sheet: 'All controls', ids: 37, edition: '2022' }]);
  expect(value.left.map(({ reason }) => reason)).toEqual(['headings']);
});

test('what a person says goes before what would be guessed: sheet, headings, ids, columns', () => {
  const lines = ['Old|Remark|Reason', 'Ref|State|Grund', 'A.5.1|yes|a', 'A.5.2|no|b', 'A.5.3|yes|c'];
  const sheets = [sheet('S', lines), sheet('T', ['A.5.1|A.8.1', 'A.5.2|A.8.2', 'A.5.3|A.8.4'])];
  const found = readStatement(sheets, ANNEX, {
    sheet: 'S',
    headRow: 1,
    columns: new Map([
      [1, 'applies'],
      [2, null],
    ]),
  });
  expect(found.ok && found.value.rows.map(({ applies }) => applies)).toEqual(['yes', 'no', 'yes']);
  expect(found.ok && found.value.rows[0]?.custom).toEqual([{ heading: 'Reason', text: 'a' }]);
  const other = readStatement(sheets, ANNEX, { sheet: 'T', idColumn: 1 });
  expect(other.ok && other.value.rows.map(({ row, id }) => [row, id])).toEqual([
    [1, 'A.8.1'],
    [2, 'A.8.2'],
    [3, 'A.8.4'],
  ]);
  expect(readStatement(sheets, ANNEX, { sheet: 'U' })).toEqual({ ok: false, error: 'unknown_sheet' });
});

test('a workbook without ids has no table, and "statement" is no state', () => {
  const register = sheet('S', ['Control|Owner', 'A.5.1|Ana', 'A.5.2|Ana', 'A.5.3|Ben', 'A.5.4|Ben']);
  for (const none of [sheet('S', ['a|b', '1|2']), register])
    expect(readStatement([none], ANNEX)).toEqual({ ok: false, error: 'no_table' });
  const value = read([sheet('S', ['Ref|Statement|Showing|Applies', 'A.5.1|||', 'A.5.2|||', 'A.5.3|||'])]);
  expect(value.tables[0]?.columns.map(({ field }) => field)).toEqual(['id', undefined, undefined, 'applies']);
});

const someCell = fc.record(
  {
    text: fc.constantFrom(
      '',
      'A.5.1',
      '5.1',
      '5.10',
      '8,2',
      'A.9.2.3',
      'A.5.99',
      'yes',
      'Nein',
      'Applicable',
      'Status',
      'x',
    ),
    number: fc.constant(true as const),
    fill: fc.constantFrom('C6EFCE', 'FFC7CE'),
  },
  { requiredKeys: ['text'] },
);
const someSheet = fc.record({
  name: fc.constantFrom('S', 'T'),
  rows: fc.array(fc.array(someCell, { maxLength: 5 }), { maxLength: 30 }),
});

test('whatever a sheet holds, each row is mapped or left, never both, and only to controls that there are', () => {
  fc.assert(
    fc.property(fc.array(someSheet, { maxLength: 1 }), (sheets) => {
      const found = readStatement(sheets, ANNEX, { idColumn: 0 });
      if (!found.ok) return;
      const { rows, left, tables } = found.value;
      const head = tables[0]?.headRow ?? 0;
      const written = (sheets[0]?.rows ?? []).flatMap((cells, i) =>
        i >= head && cells.some(({ text }) => text !== '') ? [i + 1] : [],
      );
      expect([...rows, ...left].map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(written);
      expect(rows.every(({ id }) => ANNEX.has(id))).toBe(true);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }),
  );
});
