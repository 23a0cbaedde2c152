// What holds of any simulation.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, ln } from './logexp.ts';
import {
  beyondTolerance,
  exceedanceCurve,
  roundLosses,
  toleratedLoss,
  toleratedShare,
} from './exceedance.ts';
import { dealScenarios, simulateLosses, simulatePart, sumParts, type LossPart } from './run.ts';
import { addYears, checkModel, simulateYears, type LossModel } from './simulate.ts';
import { exceedance, percentile, rank, summarise } from './summary.ts';
import { controlValue } from './value.ts';

const loss = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 1e6 }),
    )
    .map(([min, a, b]) => ({ kind: 'pert' as const, min, mode: min + a, max: min + a + b })),
  fc
    .tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e7 }))
    .map(([low, more]) => ({ kind: 'lognormal' as const, low, high: low + more })),
);
const frequency = fc.oneof(
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((probability) => ({ kind: 'bernoulli' as const, probability })),
  fc.double({ min: 0, max: 30, noNaN: true }).map((perYear) => ({ kind: 'poisson' as const, perYear })),
);
const model: fc.Arbitrary<LossModel> = fc.record({ frequency, loss });

test('a seed and a name give the same years, and a longer run begins with the shorter', () => {
  fc.assert(
    fc.property(model, fc.string(), fc.string(), (of, seed, name) => {
      const [long, short] = [300, 120].map((years) => simulateYears(of, { seed, name, years }));
      expect(long?.subarray(0, 120)).toEqual(short);
    }),
    { numRuns: 200 },
  );
});

test('years are whole hundredths and never negative, and sums do not depend on the order of scenarios', () => {
  fc.assert(
    fc.property(fc.array(model, { minLength: 2, maxLength: 6 }), (models) => {
      const runs = models.map((each, i) => simulateYears(each, { seed: 's', name: `R-${i}`, years: 50 }));
      expect(runs.every((run) => run.every((year) => Number.isSafeInteger(year) && year >= 0))).toBe(true);
      const [one, other] = [new Float64Array(50), new Float64Array(50)];
      for (const run of runs) addYears(one, run);
      for (const run of runs.toReversed()) addYears(other, run);
      expect(one).toEqual(other);
    }),
    { numRuns: 100 },
  );
});

test('percentiles rise, a curve falls, and both tell the same', () => {
  fc.assert(
    fc.property(model, (of) => {
      const ranked = rank(simulateYears(of, { seed: 's', name: 'R-1', years: 400 }));
      const { percentiles: p, shortfall99, mean } = summarise(ranked);
      const rising = [0, p.p50, p.p90, p.p95, p.p99, p.p999];
      expect(rising.every((each, i) => i === 0 || each >= (rising[i - 1] ?? 0))).toBe(true);
      expect(shortfall99).toBeGreaterThanOrEqual(p.p99);
      expect(mean).toBeLessThanOrEqual(percentile(ranked, 1));
      if (p.p90 > 0) expect(exceedance(ranked, p.p90)).toBeGreaterThanOrEqual(0.1);
      const curve = exceedanceCurve(ranked, roundLosses(1, percentile(ranked, 1)));
      expect(curve.every((each, i) => i === 0 || each.share <= (curve[i - 1]?.share ?? 1))).toBe(true);
      expect(curve.every(({ low, share, high }) => low <= share + 1e-12 && share <= high + 1e-12)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('our ln and exp are those of the machine to the fourteenth figure', () => {
  fc.assert(
    fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
      expect(Math.abs(ln(Math.exp(x)) - x)).toBeLessThan(1e-13 * Math.max(1, Math.abs(x)));
    }),
    { numRuns: 5000 },
  );
});

test('a model that makes no sense is refused where it does not', () => {
  const good: LossModel = {
    frequency: { kind: 'poisson', perYear: 1 },
    loss: { kind: 'lognormal', low: 1, high: 2 },
  };
  const pointer = (changed: Partial<LossModel>) => {
    const found = checkModel({ ...good, ...changed });
    return found.ok ? undefined : found.error.code;
  };
  expect(pointer({})).toBeUndefined();
  expect(pointer({ loss: { kind: 'lognormal', low: 2, high: 1 } })).toBe('risk.interval');
  expect(pointer({ loss: { kind: 'lognormal', low: 0, high: 1 } })).toBe('risk.interval');
  expect(pointer({ loss: { kind: 'pert', min: 3, mode: 2, max: 4 } })).toBe('risk.pert');
  expect(pointer({ loss: { kind: 'pert', min: 3, mode: 3, max: 3 } })).toBe('risk.pert');
  expect(pointer({ frequency: { kind: 'poisson', perYear: NaN } })).toBe('risk.rate');
  expect(pointer({ frequency: { kind: 'bernoulli', probability: 1.1 } })).toBe('risk.probability');
});

test('a curve beyond the tolerated line is named where it is beyond', () => {
  const tolerance = { often: { loss: 1_000, share: 0.1 }, rare: { loss: 100_000, share: 0.01 } };
  const curve = [900, 5_000, 90_000, 200_000].map((loss, i) => {
    const share = [0.1, 0.06, 0.01, 0.01][i] ?? 0;
    return { loss, share, low: share * 0.99, high: share * 1.01 };
  });
  expect(beyondTolerance(curve, tolerance).map(({ loss }) => loss)).toEqual([5_000, 200_000]);
  expect(
    beyondTolerance(
      curve.map((point) => ({ ...point, low: 0 })),
      tolerance,
    ),
  ).toEqual([]);
  expect(toleratedLoss(tolerance, 0.1)).toBeCloseTo(1000, 6);
});

test('a control is worth what it avoids, less what it costs', () => {
  expect(controlValue({ meanWithout: 900, meanWith: 300, cost: 200 })).toEqual({
    avoided: 600,
    net: 400,
    returned: 2,
  });
  expect(controlValue({ meanWithout: 900, meanWith: 300, cost: 0 }).returned).toBeUndefined();
});

test('the tolerated line is the same line read both ways', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 1, max: 1e8 }), fc.integer({ min: 1, max: 1e8 })),
      fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
      ([loss, more], share) => {
        const tolerance = { often: { loss, share: 0.2 }, rare: { loss: loss + more, share: 0.01 } };
        const tolerated = toleratedLoss(tolerance, share);
        if (!(tolerated > 1e-12 && tolerated < 1e18)) return;
        expect(Math.abs(toleratedShare(tolerance, tolerated) / share - 1)).toBeLessThan(1e-5);
      },
    ),
  );
});

test('round losses rise evenly, from at most the least to above the worst', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 1e12 }), fc.integer({ min: 0, max: 1e12 }), (least, more) => {
      const losses = roundLosses(least, least + more);
      expect(losses.at(-1)).toBeGreaterThan(least + more);
      expect(losses.length).toBeLessThanOrEqual(80);
      expect(losses.every((loss, i) => i === 0 || loss > (losses[i - 1] ?? 0))).toBe(true);
      if (losses.length < 80) expect(losses[0]).toBeLessThanOrEqual(least);
    }),
  );
  expect(roundLosses(1, 0)).toEqual([]);
});

test('however scenarios are dealt out to parts, the figures are the same to the last hundredth', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ inherent: model, residual: fc.option(model, { nil: undefined }) }), {
        maxLength: 7,
      }),
      fc.integer({ min: 1, max: 9 }),
      (drawn, hands) => {
        const scenarios = drawn.map((each, i) => ({ id: `R-${i + 1}`, ...each }));
        const run = { seed: 'deal', years: 60, scenarios };
        const { whole, scenarios: lines } = simulateLosses(run, [1234]);
        const parts: LossPart[] = [];
        const found = dealScenarios(run, hands).flatMap((hand) => {
          const steps = simulatePart(hand);
          const said = [];
          for (let step = steps.next(); ; step = steps.next()) {
            if (step.done === true) {
              parts.push(step.value);
              return said;
            }
            said.push(step.value);
          }
        });
        expect(sumParts(parts.toReversed(), [1234])).toEqual(whole);
        expect(found.toSorted((a, b) => Number(a.id.slice(2)) - Number(b.id.slice(2)))).toEqual(lines);
        expect(whole.curve.every(({ inherent }) => inherent.low <= inherent.share + 1e-12)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
