// What holds of any cost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OWNER_ROLES } from '../../controls/index.ts';
import { ADVICE_OPTIONS } from '../../plan/index.ts';
import type { Situation } from '../situation.ts';
import {
  costGround,
  costOfRoute,
  FIGURES,
  isByPeople,
  routeOf,
  type Cost,
  type CostGround,
  type FigureOverrides,
} from './index.ts';
import { dayOf, situationOf } from './testing/situation.ts';

const company: fc.Arbitrary<Situation> = fc
  .record({
    people: fc.integer({ min: 1, max: 3000 }),
    sites: fc.integer({ min: 0, max: 40 }),
    systems: fc.integer({ min: 0, max: 40 }),
    remaining: fc.uniqueArray(
      fc.record({
        role: fc.constantFrom(...OWNER_ROLES),
        serves: fc.constantFrom('shared' as const, 'iso' as const, 'soc2' as const),
        days: fc.integer({ min: 0, max: 60 }),
      }),
      { maxLength: 8, selector: ({ role, serves }) => `${role} ${serves}` },
    ),
  })
  .map(({ remaining, ...more }) =>
    situationOf({ ...more, existing: { remaining, evidenceDays: 0, held: [], others: [] } }),
  );
const option = fc.constantFrom(...ADVICE_OPTIONS);
const DATES = { iso27001: 10, soc2_type1: 4, soc2_type2: 9 };
const RUNS = { numRuns: 60 };

const plain = grounded({});

function grounded(overrides: FigureOverrides): CostGround {
  const ground = costGround(overrides, { runs: 60 });
  if (!ground.ok) throw new Error(ground.error.detail);
  return ground.value;
}

function costed(of: Parameters<typeof routeOf>[0], situation: Situation, ground = plain): Cost {
  const cost = costOfRoute({ route: routeOf(of, situation), ready: DATES }, situation, ground);
  if (!cost.ok) throw new Error(cost.error.detail);
  return cost.value;
}

test('a tenth stays below the middle, and the middle below nine tenths', () => {
  fc.assert(
    fc.property(option, company, (of, situation) => {
      const { all, bought, own, personDays, fan, lines } = costed(of, situation);
      const ranges = [all, bought, own, ...lines].flatMap(({ years, threeYears }) => [...years, threeYears]);
      for (const { p10, p50, p90 } of [...ranges, personDays, ...fan])
        expect(p10 <= p50 && p50 <= p90).toBe(true);
    }),
    RUNS,
  );
});

test('more people are never cheaper when all else, the dates among it, stays as it is', () => {
  fc.assert(
    fc.property(option, company, fc.integer({ min: 1, max: 2000 }), (of, situation, more) => {
      const [few, many] = [
        costed(of, situation),
        costed(of, { ...situation, people: situation.people + more }),
      ];
      for (const p of ['p10', 'p50', 'p90'] as const) {
        expect(many.all.firstYear[p]).toBeGreaterThanOrEqual(few.all.firstYear[p]);
        expect(many.all.threeYears[p]).toBeGreaterThanOrEqual(few.all.threeYears[p]);
      }
    }),
    RUNS,
  );
});

test('an own value changes components whose formula names the figure, and no others', () => {
  const plainly = Object.entries(FIGURES).filter(
    ([key, { unit, value }]) => unit.startsWith('money') && !isByPeople(value) && key !== 'rate.auditor',
  );
  fc.assert(
    fc.property(option, company, fc.constantFrom(...plainly), (of, situation, [key]) => {
      const said = { value: 4321, who: 'Ada', why: 'Offer', when: dayOf('2026-03-02') };
      const [before, after] = [costed(of, situation), costed(of, situation, grounded({ [key]: said }))];
      for (const [i, line] of after.lines.entries())
        if (!line.figures.some((name) => name === key)) expect(line).toEqual(before.lines[i]);
        else expect(line.formula).toContain('4,321');
      const shown = after.figures.find((figure) => figure.key === key);
      if (shown) expect(shown.overridden).toMatchObject({ who: 'Ada', why: 'Offer' });
    }),
    RUNS,
  );
});

test('the order in which things were typed does not matter, and the same seed gives the same bytes', () => {
  fc.assert(
    fc.property(option, company, (of, situation) => {
      const turned = {
        ...situation,
        existing: { ...situation.existing, remaining: situation.existing.remaining.toReversed() },
      };
      expect(JSON.stringify(costed(of, turned))).toBe(JSON.stringify(costed(of, situation, grounded({}))));
    }),
    RUNS,
  );
});

test('years sum to the three years in each run, so the fan ends where the three years do', () => {
  fc.assert(
    fc.property(option, company, (of, situation) => {
      const { all, fan } = costed(of, situation);
      expect(fan.at(-1)).toEqual(all.threeYears);
      expect(fan[3]).toEqual(all.firstYear);
    }),
    RUNS,
  );
});
