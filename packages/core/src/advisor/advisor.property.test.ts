// What holds of any advice.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../kernel/index.ts';
import { CREDENTIAL_NEEDS } from '../plan/index.ts';
import { advise } from './advise.ts';
import { decide } from './decide.ts';
import { DEFAULTS } from './defaults.ts';
import { SITUATION_FIELDS } from './describe.ts';
import type { OptionFacts } from './facts.ts';
import { probesOf } from './flips/search.ts';
import { chanceBy } from './hand.ts';
import { REGIONS, SEGMENTS, type Answers, type Situation } from './situation.ts';
import { company, factsOf, inDays, USUAL } from './testing/facts.ts';

const buyers = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(...REGIONS), fc.constantFrom(...SEGMENTS), fc.integer({ min: 1, max: 9 })),
    {
      maxLength: 4,
      selector: ([region, segment]) => `${region} ${segment}`,
    },
  )
  .map((parts) => {
    const whole = parts.reduce((sum, [, , part]) => sum + part, 0);
    return parts.map(([region, segment, part]) => ({ region, segment, percent: (100 * part) / whole }));
  });
const asked = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...CREDENTIAL_NEEDS), fc.integer({ min: 0, max: 12 })), {
    maxLength: 4,
    selector: ([need]) => need,
  })
  .map((counts) => counts.map(([need, count]) => ({ need, count })));
const deals = fc
  .array(
    fc.record({
      amount: fc.integer({ min: 0, max: 600_000 }),
      due: fc.integer({ min: 0, max: 700 }).map(inDays),
      needs: fc.constantFrom(...CREDENTIAL_NEEDS),
    }),
    { maxLength: 4 },
  )
  .map((list) => list.map((each, i) => ({ ...each, name: `deal ${i}`, currency: 'USD' })));
const clauses = fc
  .array(
    fc.record({
      due: fc.integer({ min: 200, max: 900 }).map(inDays),
      needs: fc.constantFrom(...CREDENTIAL_NEEDS),
      kind: fc.constantFrom('contract' as const, 'tender' as const),
    }),
    { maxLength: 1 },
  )
  .map((list) => list.map((each, i) => ({ ...each, name: `clause ${i}` })));
const answers: fc.Arbitrary<Answers> = fc.record({
  buyers,
  asked,
  deals,
  clauses,
  publicProof: fc.constantFrom('needed' as const, 'useful' as const, 'not_needed' as const),
  people: fc.integer({ min: 1, max: 2000 }),
  budget: fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined }),
  runwayMonths: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  wantsBoth: fc.boolean(),
});

function placeOf(situation: Situation, facts: readonly OptionFacts[], option: OptionFacts['option']): number {
  return decide(situation, facts).ranking.findIndex((each) => each.option === option);
}

test('flips really flip, and one step less does not', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const advice = advise(company(given), () => ok(USUAL));
      if (!advice.ok) throw new Error(JSON.stringify(advice.error));
      const { situation } = advice.value.described;
      const probes = new Map(probesOf(situation).map((probe) => [probe.id, probe]));
      for (const flip of advice.value.flips) {
        const [there, before] = [flip.steps, flip.steps - 1].map((steps) => probes.get(flip.id)?.at(steps));
        expect(there && decide(there, USUAL).recommended).toBe(flip.to);
        expect(before && decide(before, USUAL).recommended).toBe(advice.value.recommended);
        expect(flip.to).not.toBe(advice.value.recommended);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same answers give the same bytes', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const [a, b] = [0, 1].map(() => JSON.stringify(advise(company(given), () => ok(USUAL))));
      expect(a).toBe(b);
    }),
    { numRuns: 20 },
  );
});

test('there is no hidden input: a field that is not given is its default given', () => {
  fc.assert(
    fc.property(answers, fc.subarray([...SITUATION_FIELDS]), (given, left) => {
      const missing: Answers = { ...given, ...Object.fromEntries(left.map((field) => [field, undefined])) };
      const spelled: Answers = {
        ...given,
        ...Object.fromEntries(left.map((field) => [field, DEFAULTS[field].value])),
      };
      expect(company(spelled).situation).toEqual(company(missing).situation);
      expect(decide(company(spelled).situation, USUAL)).toEqual(decide(company(missing).situation, USUAL));
    }),
  );
});

test('the order of lists is irrelevant', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const turned: Answers = {
        ...given,
        buyers: given.buyers?.toReversed(),
        asked: given.asked?.toReversed(),
        deals: given.deals?.toReversed(),
        clauses: given.clauses?.toReversed(),
      };
      const [a, b] = [given, turned].map((each) => JSON.stringify(decide(company(each).situation, USUAL)));
      expect(a).toBe(b);
    }),
  );
});

test('more of the pipeline in the United States never turns the advice from SOC 2 to ISO 27001', () => {
  fc.assert(
    fc.property(
      answers,
      fc.constantFrom(...SEGMENTS),
      fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 100 })),
      (given, segment, [share, more]) => {
        const at = (percent: number) =>
          decide(
            company({
              ...given,
              buyers: [
                { region: 'united_states', segment, percent },
                { region: 'european_union', segment, percent: 100 - percent },
              ],
            }).situation,
            USUAL,
          ).recommended;
        if (at(share).startsWith('type')) expect(at(Math.min(100, share + more))).not.toBe('iso_first');
      },
    ),
  );
});

test('more requests for ISO 27001 never turn the advice away from it', () => {
  fc.assert(
    fc.property(
      answers,
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (given, count, more) => {
        const at = (requests: number) =>
          decide(
            company({
              ...given,
              asked: [
                ...(given.asked ?? []).filter(({ need }) => need !== 'iso27001'),
                { need: 'iso27001', count: requests },
              ],
            }).situation,
            USUAL,
          ).recommended;
        if (at(count) === 'iso_first') expect(at(count + more)).toBe('iso_first');
      },
    ),
  );
});

test('a dearer option never rises', () => {
  fc.assert(
    fc.property(answers, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 500_000 }), (given, which, more) => {
      const { situation } = company(given);
      const usual = USUAL[which] ?? factsOf('iso_first');
      const three = {
        p10: usual.threeYears.p10,
        p50: usual.threeYears.p50 + more,
        p90: usual.threeYears.p90 + more,
      };
      const dearer = USUAL.map((each) => (each === usual ? { ...usual, threeYears: three } : each));
      expect(placeOf(situation, dearer, usual.option)).toBeGreaterThanOrEqual(
        placeOf(situation, USUAL, usual.option),
      );
    }),
  );
});

test('a credential that comes sooner never lowers its option', () => {
  fc.assert(
    fc.property(answers, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 100 }), (given, which, sooner) => {
      const { situation } = company(given);
      const usual = USUAL[which] ?? factsOf('iso_first');
      const quicker = USUAL.map((each) => (each === usual ? factsOf(usual.option, { sooner }) : each));
      expect(placeOf(situation, quicker, usual.option)).toBeLessThanOrEqual(
        placeOf(situation, USUAL, usual.option),
      );
    }),
  );
});

test('a later day never lowers a chance, and a larger budget shuts nothing more out', () => {
  const ready = { p10: inDays(100), p50: inDays(150), p90: inDays(230) };
  fc.assert(
    fc.property(
      answers,
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 200 }),
      (given, due, more) => {
        expect(chanceBy(ready, inDays(due + more), inDays(0))).toBeGreaterThanOrEqual(
          chanceBy(ready, inDays(due), inDays(0)),
        );
        const outAt = (budget: number) =>
          decide(company({ ...given, budget }).situation, USUAL).ranking.filter(({ limits }) =>
            limits.some(({ kind }) => kind === 'budget'),
          ).length;
        expect(outAt((due + more) * 500)).toBeLessThanOrEqual(outAt(due * 500));
      },
    ),
  );
});

test('of a deal alone, an earlier day never favours what comes later', () => {
  const first = (situation: Situation): string => {
    const [best] = decide(situation, USUAL).ranking;
    // Nothing yet comes first only where nothing earns its cost: it is quicker than none.
    return (
      best?.facts.credentials
        .map(({ ready }) => ready.p50)
        .toSorted()
        .at(0) ?? ''
    );
  };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000_000 }),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 1, max: 300 }),
      (amount, due, sooner) => {
        const at = (days: number) =>
          company({
            deals: [
              { name: 'Acme', amount, currency: 'USD', due: inDays(Math.max(0, days)), needs: 'soc2_any' },
            ],
          }).situation;
        expect(first(at(due - sooner)) <= first(at(due))).toBe(true);
      },
    ),
  );
});
