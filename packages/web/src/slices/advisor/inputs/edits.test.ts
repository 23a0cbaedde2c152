import { expect, test } from 'vitest';
import {
  answersToKeep,
  countOf,
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
  const edits = withoutField(withValues(NO_EDITS, { people: 40, budget: 90_000 }), 'budget');
  expect(trialOf(edits, {})).toEqual({
    ok: true,
    value: { answers: { people: 40 }, without: ['budget'], figures: {} },
  });
  expect(countOf(edits)).toBe(2);
  expect(withValues(edits, { budget: 1 }).without).toEqual([]);
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

test('deals of days that have passed are left behind when other answers are recorded', () => {
  const deal = (name: string) => ({ name, amount: 1, currency: 'EUR', due: '2026-05-01', needs: 'either' });
  const kept = answersToKeep(withValues(NO_EDITS, { people: 9 }), { deals: [deal('old'), deal('new')] }, [
    'old',
  ]);
  expect(kept.deals?.map(({ name }) => name)).toEqual(['new']);
});
