import { expect, test } from 'vitest';
import { appliesOf } from './applies.ts';
import { readControlId } from './controlId.ts';
import type { GridSheet } from './grid.ts';
import { readStatement } from './readStatement.ts';

const sheet = (name: string, lines: readonly string[]): GridSheet => ({
  name,
  rows: lines.map((line) => line.split('|').map((text) => ({ text }))),
});
const read = (sheets: readonly GridSheet[]) => {
  const found = readStatement(sheets);
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
  ['A.5.38', undefined],
  ['9.2', undefined],
  ['5.1 %', undefined],
  ['5.1x', undefined],
  ['2022', undefined],
])('the id %s is read as %s', (text, id) => {
  expect(readControlId(text)?.id).toBe(id);
});

test('yes and no are understood in several languages, and a blank is neither', () => {
  expect(['Yes', 'ja', 'Oui', 'SÍ', 'x', '✓'].map(appliesOf)).toEqual(Array(6).fill('yes'));
  expect(['No', 'Nein', 'n/a', 'Entfällt', '✗', 'Not applicable'].map(appliesOf)).toEqual(
    Array(6).fill('no'),
  );
  expect(['', 'partly', 'tbd'].map(appliesOf)).toEqual(Array(3).fill('unclear'));
});

test('a German statement below title rows and beside another sheet is found, its unknown column kept', () => {
  const value = read([
    sheet('Info', ['Version|3', 'Stand|2024']),
    sheet('SoA', [
      'Erklärung zur Anwendbarkeit|Erklärung zur Anwendbarkeit',
      '',
      'Nr.|Maßnahme|Anwendbar|Begründung|Ticket',
      '5 Organisatorisch',
      'A.5.1|Richtlinien|ja|Risiko 3|T-1',
      'A.7.4|Überwachung|entfällt|kein Büro|',
      'A.5.1|noch einmal|nein||',
      'A.8.1|Endgeräte|||',
    ]),
  ]);
  expect([value.sheet, value.edition]).toEqual(['SoA', '2022']);
  expect(value.columns.map(({ field }) => field)).toEqual(['id', 'title', 'applies', 'reason', undefined]);
  expect(value.rows.map(({ row, id, applies }) => [row, id, applies])).toEqual([
    [5, 'A.5.1', 'yes'],
    [6, 'A.7.4', 'no'],
    [8, 'A.8.1', 'unclear'],
  ]);
  expect(value.rows[0]?.custom).toEqual([{ heading: 'Ticket', text: 'T-1' }]);
  expect(value.left.map(({ row, reason }) => [row, reason])).toEqual([
    [4, 'no_id'],
    [7, 'twice'],
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
    ]),
  ]);
  expect(value.edition).toBe('2013');
  expect(value.rows.map(({ applies }) => applies)).toEqual(['yes', 'no', 'unclear']);
  expect(value.left.map(({ reason }) => reason)).toEqual(['other_edition']);
});

test('what a person says of a column goes before its heading', () => {
  const lines = ['Ref|Remark|Reason', 'A.5.1|yes|a', 'A.5.2|no|b', 'A.5.3|yes|c'];
  const found = readStatement(
    [sheet('S', lines)],
    new Map([
      [1, 'applies'],
      [2, null],
    ]),
  );
  expect(found.ok && found.value.rows.map(({ applies }) => applies)).toEqual(['yes', 'no', 'yes']);
  expect(found.ok && found.value.rows[0]?.custom).toEqual([{ heading: 'Reason', text: 'a' }]);
});

test('a workbook without ids has no table', () => {
  expect(readStatement([sheet('S', ['a|b', '1|2'])])).toEqual({ ok: false, error: 'no_table' });
});
