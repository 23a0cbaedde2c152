// Where each field of a situation comes from.
import { expect, test } from 'vitest';
import { DEFAULTS } from './defaults.ts';
import { describe, ordered, SITUATION_FIELDS } from './describe.ts';
import { day } from './testing/facts.ts';

const today = day('2026-12-01');

test('what a person said goes before what was counted, and that before what is assumed', () => {
  const asked = [{ need: 'iso27001' as const, count: 3 }];
  const { situation, origins } = describe({ people: 12 }, { people: 40, asked }, today);
  expect([situation.people, origins.people]).toEqual([12, 'entered']);
  expect([situation.asked, origins.asked]).toEqual([asked, 'counted']);
  expect([situation.sites, origins.sites]).toEqual([DEFAULTS.sites.value, 'assumed']);
});

test('nobody having said anything, every field is its default and says so', () => {
  const { situation, origins } = describe({}, {}, today);
  expect(Object.keys(origins).toSorted()).toEqual([...SITUATION_FIELDS].toSorted());
  for (const field of SITUATION_FIELDS) {
    expect(origins[field]).toBe('assumed');
    expect(situation[field]).toEqual(DEFAULTS[field].value);
  }
});

test('an answer of no, none or nothing is an answer', () => {
  const { origins } = describe({ wantsBoth: false, budget: 0, deals: [] }, {}, today);
  expect([origins.wantsBoth, origins.budget, origins.deals]).toEqual(['entered', 'entered', 'entered']);
});

test('lists have one order, whatever order they were typed in', () => {
  const clause = (name: string, due: string) => ({
    name,
    kind: 'contract' as const,
    needs: 'iso27001' as const,
    due: day(due),
  });
  const { situation } = describe(
    { clauses: [clause('B', '2027-05-01'), clause('A', '2027-02-01')] },
    {},
    today,
  );
  expect(ordered(situation).clauses.map(({ name }) => name)).toEqual(['A', 'B']);
});
