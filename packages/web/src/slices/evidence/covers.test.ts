// Periods are shown by their last day and kept by the first that no longer belongs.
import { expect, it } from 'vitest';
import { coversText, periodOf } from './covers.ts';

it('shows first and last day, and one day once', () => {
  expect(coversText({ from: '2026-07-01', until: '2026-10-01' })).toBe('2026-07-01 to 2026-09-30');
  expect(coversText({ from: '2026-07-01', until: '2026-07-02' })).toBe('2026-07-01');
  expect(coversText(null)).toBe('that day');
});

it('makes a period of two days, over the end of a year too', () => {
  expect(periodOf('2026-10-01', '2026-12-31')).toEqual({ from: '2026-10-01', until: '2027-01-01' });
});

it.each([
  ['2026-10-01', '2026-09-30'],
  ['', '2026-09-30'],
  ['2026-10-01', 'soon'],
])('makes none of %s and %s', (first, last) => {
  expect(periodOf(first, last)).toBeUndefined();
});
