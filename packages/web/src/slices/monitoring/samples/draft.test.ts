// The sheet's keys, its drafts and the request that follows from them.
import { expect, test } from 'vitest';
import { markOf, moved, recordOf, rowOf, withChange, type Drafts } from './draft.ts';
import { nameOfItem, restOfItem, type SampleItem } from './samples.ts';

const NONE: Drafts = new Map();
const item = (number: number): SampleItem => ({
  number,
  rank: number,
  stratum: '2026-01',
  step: 1,
  row: { key: `E-${number}`, day: '2026-01-05', fields: { team: 'Ops' } },
  result: 'not_tested',
  results: { A: 'not_tested', B: 'not_tested' },
  evidence: ['E-12'],
  note: '',
  tester: null,
  tested_on: null,
  revision: 3,
});

test('keys mark, and the space bar walks through the results', () => {
  expect(['p', 'd', 'n', 'x'].map((key) => markOf(key, 'pass'))).toEqual([
    'pass',
    'deviation',
    'not_tested',
    undefined,
  ]);
  expect([markOf(' ', 'not_tested'), markOf(' ', 'pass'), markOf(' ', 'deviation')]).toEqual([
    'pass',
    'deviation',
    'not_tested',
  ]);
});

test('arrows stay within the sheet', () => {
  const size = { row: 3, column: 2 };
  expect(moved('ArrowDown', { row: 2, column: 0 }, size)).toEqual({ row: 2, column: 0 });
  expect(moved('ArrowRight', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
  expect(moved('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 1 });
  expect(moved('Home', { row: 1, column: 1 }, size)).toEqual({ row: 1, column: 0 });
  expect(moved('Enter', { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
  expect(moved('q', { row: 0, column: 1 }, size)).toBeUndefined();
});

test('a row that is again as it was recorded is no draft', () => {
  const one = item(1);
  const marked = withChange(NONE, one, { results: { ...one.results, A: 'pass' } });
  expect([...marked.keys()]).toEqual([1]);
  expect(rowOf(one, marked).results['A']).toBe('pass');
  expect(withChange(marked, one, { results: one.results }).size).toBe(0);
});

test('only drafts are recorded, with the revision that was seen', () => {
  const drafts = withChange(NONE, item(2), { note: 'late', evidence: 'e-13, E-14' });
  expect(recordOf([item(1), item(2)], drafts, '2026-05-02')).toEqual({
    items: [
      {
        number: 2,
        revision: 3,
        results: { A: 'not_tested', B: 'not_tested' },
        evidence: ['E-13', 'E-14'],
        note: 'late',
        tested_on: '2026-05-02',
      },
    ],
  });
});

test('an item is called by its key and told by the rest', () => {
  expect([nameOfItem(item(1)), restOfItem(item(1))]).toEqual(['E-1', '2026-01-05, team Ops']);
  expect(nameOfItem({ row: { value: 3 } })).toBe('{"value":3}');
});
