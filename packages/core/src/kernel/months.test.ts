import { expect, test } from 'vitest';
import { dayWords, shortMonth } from './months.ts';

test('a date in a sentence has no leading zero and names its month', () => {
  expect(dayWords('2026-06-01')).toBe('1 June 2026');
});

test('an instant is told by its day', () => {
  expect(dayWords('2025-12-31T23:59:59.000Z')).toBe('31 December 2025');
});

test('an axis has three letters a month, of a month alone as of a day', () => {
  expect([shortMonth('2026-09'), shortMonth('2026-05-31')]).toEqual(['Sep', 'May']);
});
