// What an address keeps, and what a filter leaves.
import { expect, test } from 'vitest';
import { riskSearch } from './search.ts';

test('an address keeps what the register knows and nothing else', () => {
  expect(riskSearch({ q: 'bucket', cell: '3-5', other: 'x', state: '', at: 7 })).toEqual({
    q: 'bucket',
    cell: '3-5',
  });
});
