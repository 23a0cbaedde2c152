import { describe, expect, test } from 'vitest';
import { gridOf, keyOf, step } from './matrix.layout.ts';

const pair = (tsc: string, iso: string) => ({ tsc: `soc2:2017/${tsc}`, iso: `iso27001:2022/${iso}` });
const pairs = [
  pair('A1.2', 'A.8.13'),
  pair('CC6.10', 'A.5.15'),
  pair('CC6.2', 'A.5.15'),
  pair('CC7.1', 'A.8.8'),
  pair('CC6.2', 'A.8.8'),
];

describe('the crosswalk’s matrix', () => {
  test('puts the common criteria first and counts numbers as numbers', () => {
    expect(gridOf(pairs).columns.refs.map((ref) => ref.slice(10))).toEqual([
      'CC6.2',
      'CC6.10',
      'CC7.1',
      'A1.2',
    ]);
  });

  test('parts series and themes by rules', () => {
    const grid = gridOf(pairs);
    expect(grid.columns.rules).toEqual([2, 3]);
    expect(grid.rows.rules).toEqual([1]);
  });

  test('walks along a row and down a column, and stays at the edge', () => {
    const from = pairs[2];
    if (!from) throw new Error('no pair');
    expect(step(pairs, from, 'ArrowRight')).toBe(pairs[1]);
    expect(step(pairs, from, 'ArrowDown')).toBe(pairs[4]);
    expect(step(pairs, from, 'ArrowLeft')).toBeUndefined();
    expect(step(pairs, from, 'Home')).toBeUndefined();
  });

  test('names a pair by both ends', () => {
    expect(keyOf(pair('CC6.1', 'A.5.15'))).toBe('soc2:2017/CC6.1|iso27001:2022/A.5.15');
  });
});
