import { expect, test } from 'vitest';
import { slideOf } from './budget.ts';

const costing = (p90: number) => ({ spent_first_year: { p10: p90, p50: p90, p90 } });

test('a ceiling slides a fifth beyond what the way costs, or beyond the budget where that is more', () => {
  expect(slideOf(costing(50_000), null)).toEqual({ most: 60_000, step: 1000 });
  expect(slideOf(costing(200_000), 90_000)).toEqual({ most: 240_000, step: 5000 });
  expect(slideOf(costing(50_000), 100_000)).toEqual({ most: 120_000, step: 1000 });
});
