import { expect, test } from 'vitest';
import type { Situation } from '../advice.ts';
import {
  answersToKeep,
  asRecorded,
  countOf,
  edited,
  NO_EDITS,
  trialOf,
  withExisting,
  withoutField,
  withValues,
} from './edits.ts';

test('nothing changed asks nothing', () => {
  expect(trialOf(NO_EDITS, {})).toEqual({ ok: true, value: undefined });
});

test('what is changed is asked as it is typed, what is left out is named', () => {
  const edits = withoutField(withValues(NO_EDITS, { people: 40, budget: 90_000 }), 'budget', {
    budget: 80_000,
  });
  expect(trialOf(edits, {})).toEqual({
    ok: true,
    value: { answers: { people: 40 }, without: ['budget'], figures: {} },
  });
  expect(countOf(edits)).toBe(2);
  expect(withValues(edits, { budget: 1 }).without).toEqual([]);
});

test('a ceiling that is taken back is gone at once, before any answer comes', () => {
  const typed = edited(
    { ...SITUATION, budget: 90_000, runway_months: 12 },
    withoutField(NO_EDITS, 'budget', { budget: 90_000 }),
  );
  expect([typed.budget, typed.runway_months]).toEqual([null, 12]);
});

test('what nobody has recorded cannot be left out: it is only no longer changed', () => {
  expect(withoutField(withValues(NO_EDITS, { people: 40 }), 'people', {})).toBe(NO_EDITS);
  expect(withoutField(withExisting(NO_EDITS, { evidence_days: 1 }), 'existing', {})).toBe(NO_EDITS);
});

test('what was left out is kept after all', () => {
  const left = withoutField(withValues(NO_EDITS, { sites: 2 }), 'people', { people: 40 });
  expect(asRecorded(left, 'people')).toEqual(withValues(NO_EDITS, { sites: 2 }));
  expect(asRecorded(asRecorded(left, 'people'), 'sites')).toBe(NO_EDITS);
});

test('an empty number is a fault at its field before anything is asked', () => {
  const edits = withValues(NO_EDITS, {
    buyers: [{ region: 'canada', segment: 'saas', percent: Number.NaN }],
  });
  expect(trialOf(edits, {})).toEqual({
    ok: false,
    error: [{ pointer: '/buyers/0/percent', message: 'A number is needed here.' }],
  });
});

test('of what exists only what a person said is said; the rest stays counted', () => {
  const edits = withExisting(NO_EDITS, { evidence_days: 60 });
  expect(answersToKeep(edits, { people: 9, existing: { others: ['ISO 9001'] } }, [])).toEqual({
    people: 9,
    existing: { others: ['ISO 9001'], evidence_days: 60 },
  });
});

const deal = (name: string, amount = 1) => ({
  name,
  amount,
  currency: 'EUR',
  due: '2026-05-01',
  needs: 'either' as const,
  period_days: null,
});
const said = (name: string, amount = 1) => {
  const { period_days: _, ...rest } = deal(name, amount);
  return rest;
};

test('deals whose day has passed stay recorded when anything else is recorded', () => {
  const kept = answersToKeep(withValues(NO_EDITS, { people: 9 }), { deals: [said('old'), said('new')] }, [
    'old',
  ]);
  expect(kept.deals?.map(({ name }) => name)).toEqual(['old', 'new']);
});

test('they stay behind the deals that are shown when those are changed, unless one takes their name', () => {
  const given = { deals: [said('old'), said('older'), said('new')] };
  const edits = withValues(NO_EDITS, { deals: [deal('new', 7), deal('older', 3)] });
  expect(answersToKeep(edits, given, ['old', 'older']).deals).toEqual([
    said('new', 7),
    said('older', 3),
    said('old'),
  ]);
});

test('deals that are left out as a whole are all taken back', () => {
  const given = { deals: [said('old')], people: 9 };
  expect(answersToKeep(withoutField(NO_EDITS, 'deals', given), given, ['old'])).toEqual({ people: 9 });
});

const SITUATION: Situation = {
  today: '2026-06-01',
  currency: 'EUR',
  rates: {},
  buyers: [],
  asked: [],
  deals: [],
  clauses: [],
  public_proof: 'useful',
  data: [],
  people: 40,
  sites: 1,
  systems: 5,
  existing: { remaining: [], evidence_days: 0, held: [], others: [] },
  budget: null,
  capacity: {},
  runway_months: null,
  wants_both: false,
};
