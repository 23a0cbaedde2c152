import { describe, expect, test } from 'vitest';
import { readSort, sorted, writeSort } from './sort.ts';

describe('the order of a list', () => {
  test('goes up, down, and back to the list’s own order', () => {
    const up = writeSort('Id', undefined);
    const down = writeSort('Id', readSort(up));
    expect([up, down, writeSort('Id', readSort(down))]).toEqual(['Id', '-Id', undefined]);
  });

  test('starts upwards on another column', () => {
    expect(writeSort('Control', readSort('-Id'))).toBe('Control');
  });

  test('reads nothing from an empty address', () => {
    expect([readSort(undefined), readSort(''), readSort('-')]).toEqual([undefined, undefined, undefined]);
  });

  test('counts numbers within ids as numbers', () => {
    expect(sorted(['C-10', 'C-9', 'C-100'], (id) => id, false)).toEqual(['C-9', 'C-10', 'C-100']);
  });

  test('leaves the rows that it was given alone', () => {
    const rows = [3, 1, 2];
    sorted(rows, (row) => row, true);
    expect(rows).toEqual([3, 1, 2]);
  });
});
