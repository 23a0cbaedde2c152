// A company in a file gets the same plan every day, by the engine that plans for an organisation.
import { branded, type PlainDate } from '@assay/core';
import { expect, test } from 'vitest';
import { planCompany, type CompanyPlan, type CompanyPlanAsked } from './company.ts';

const TODAY = branded<PlainDate>('2026-12-01');
const ADVISED: CompanyPlanAsked = { option: undefined, run: { seed: '1', runs: 200 } };
const FIRM = {
  people: 12,
  buyers: [{ region: 'united_states', segment: 'saas', percent: 100 }],
  deals: [{ name: 'Acme', amount: 200_000, currency: 'USD', due: '2027-09-01', needs: 'soc2_any' }],
};

function planned(given: unknown, asked = ADVISED): CompanyPlan {
  const made = planCompany(given, TODAY, asked);
  if ('pointer' in made) throw new Error(`${made.pointer}: ${made.message}`);
  return made;
}

test('the way that is advised is planned, and its credentials have days', () => {
  const plan = planned(FIRM);
  expect(plan.option).toBe('type1_then_type2');
  expect(plan.sentence).toMatch(/Type I report is likely in hand by 2027-\d\d-\d\d/);
  expect(plan.bars.map(({ id }) => id).toSorted()).toEqual(plan.tasks.map(({ id }) => id).toSorted());
  expect(plan.bars.some(({ critical }) => critical)).toBe(true);
});

test('another way is planned where it is asked for, and the same seed gives the same dates', () => {
  const asked = { ...ADVISED, option: 'iso_first' } as const;
  const [one, other] = [planned(FIRM, asked), planned(FIRM, asked)];
  expect(one.sentence).toContain('ISO');
  expect(one).toEqual(other);
});

test('a file that cannot be advised on cannot be planned, with the same place', () => {
  expect(planCompany({ people: -1 }, TODAY, ADVISED)).toHaveProperty('pointer', '/people');
});
