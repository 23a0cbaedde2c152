import { expect, test } from 'vitest';
import { sentenceDay } from './dates.ts';

test('a date in a sentence has no leading zero and names its month', () => {
  expect(sentenceDay('2026-06-01')).toBe('1 June 2026');
});

test('an instant is told by its day', () => {
  expect(sentenceDay('2025-12-31T23:59:59.000Z')).toBe('31 December 2025');
});
