import { describe, expect, it } from 'vitest';
import { doubtOf, reasonOf, stateOf } from './populations.ts';

describe('what is said of a population', () => {
  it('counts rows and speaks of one as of one', () => {
    expect(doubtOf({ code: 'outside_range', count: 1 })).toBe(
      '1 row lies outside the days that it should hold.',
    );
    expect(doubtOf({ code: 'outside_range', count: 2 })).toBe(
      '2 rows lie outside the days that it should hold.',
    );
  });

  it('names why a row deviates, with its days where there are some', () => {
    expect(reasonOf('done_too_late', 4)).toBe('done too late, 4 days');
    expect(reasonOf('nobody_approved', null)).toBe('nobody approved it');
  });

  it('says who has taken its place', () => {
    expect(stateOf({ state: 'frozen', superseded_by: 'P-4' })).toBe('superseded by P-4');
    expect(stateOf({ state: 'draft', superseded_by: null })).toBe('draft');
  });
});
