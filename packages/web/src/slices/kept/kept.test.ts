import { expect, test } from 'vitest';
import { byWeight, FIELDS, fieldWord, leftWord, type KeptRow } from './kept.ts';

const row = (at: number, outcome: KeptRow['outcome']): KeptRow => ({
  sheet: 'S',
  row: at,
  ref: '',
  subject: null,
  title: '',
  outcome,
  changes: [],
  notes: [],
  problems: [],
});

test('what cannot stand is shown first, then what changes, each in the order of the file', () => {
  const rows = [row(2, 'unchanged'), row(3, 'new'), row(4, 'error'), row(5, 'new'), row(6, 'changed')];
  expect(byWeight(rows).map((each) => each.row)).toEqual([4, 3, 5, 6, 2]);
});

test('no two fields of a table are called the same', () => {
  for (const fields of Object.values(FIELDS)) expect(new Set(fields.map(fieldWord)).size).toBe(fields.length);
});

test('a reason that has no words is shown as it is', () => {
  expect(leftWord('something_else')).toBe('something_else');
});
