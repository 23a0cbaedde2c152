import { answerLosses, marksOf, simulateLosses, type LossAnswer, type LossCase } from '@assay/core';
import { expect, test } from 'vitest';
import { readRiskCase } from './case.ts';

const scenario = (id: string, more: object = {}) => ({
  id,
  inherent: {
    frequency: { kind: 'poisson', per_year: 2 },
    loss: { kind: 'lognormal', low: 1000, high: 20_000 },
  },
  ...more,
});
function caseOf(given: object): LossCase {
  const read = readRiskCase(given);
  if ('pointer' in read) throw new Error(`${read.pointer}: ${read.message}`);
  return read;
}
function answerRisks(given: LossCase): LossAnswer {
  const { scenarios, whole } = simulateLosses(given, marksOf(given.tolerance));
  return answerLosses(given, scenarios, whole);
}

test('one seed gives one answer, and a scenario’s figures do not depend on its neighbours', () => {
  const both = { years: 2000, scenarios: [scenario('R-1'), scenario('R-2')] };
  const turned = { years: 2000, scenarios: both.scenarios.toReversed() };
  const [one, other] = [answerRisks(caseOf(both)), answerRisks(caseOf(turned))];
  expect(answerRisks(caseOf(both))).toEqual(one);
  expect(other.portfolio).toEqual(one.portfolio);
  expect(other.scenarios[1]).toEqual(one.scenarios[0]);
  expect(answerRisks(caseOf({ ...both, seed: '2' })).portfolio).not.toEqual(one.portfolio);
});

test('a treatment is worth what it avoids, less what it costs; percentiles of the whole are not sums', () => {
  const less = {
    frequency: { kind: 'poisson', per_year: 0.5 },
    loss: { kind: 'lognormal', low: 1000, high: 20_000 },
  };
  const answer = answerRisks(
    caseOf({ years: 20_000, scenarios: [scenario('R-1', { residual: less, cost: 2500 }), scenario('R-2')] }),
  );
  const [first, second] = answer.scenarios;
  if (!first || !second) throw new Error('two lines');
  expect(first.residual.mean / first.inherent.mean).toBeCloseTo(0.25, 1);
  expect(first.value?.net).toBeCloseTo(first.inherent.mean - first.residual.mean - 2500, 6);
  expect(second.value).toBeNull();
  expect(answer.portfolio.inherent.mean).toBeCloseTo(first.inherent.mean + second.inherent.mean, 6);
  expect(answer.portfolio.inherent.p99).toBeLessThan(first.inherent.p99 + second.inherent.p99);
});

test('the tolerated line names the losses beyond it', () => {
  const tolerance = (loss: number) => ({
    often: { loss, share: 0.5 },
    rare: { loss: loss * 10, share: 0.01 },
  });
  const beyond = (loss: number) =>
    answerRisks(
      caseOf({ years: 2000, scenarios: [scenario('R-1')], tolerance: tolerance(loss) }),
    ).curve.filter((point) => point.beyond).length;
  expect(beyond(1_000_000)).toBe(0);
  expect(beyond(100)).toBeGreaterThan(10);
});

test.each([
  [{ scenarios: [] }, '/scenarios'],
  [{ scenarios: [scenario('R-1'), scenario('R-1')] }, '/scenarios'],
  [{ scenarios: [scenario('R-1', { cost: -1 })] }, '/scenarios/0/cost'],
  [{ scenarios: [scenario('R-1', { colour: 'red' })] }, '/scenarios/0'],
  [
    {
      scenarios: [scenario('R-1')],
      tolerance: { often: { loss: 9, share: 0.1 }, rare: { loss: 5, share: 0.01 } },
    },
    '/tolerance/rare/loss',
  ],
  [
    {
      scenarios: [
        scenario('R-1', {
          residual: {
            frequency: { kind: 'bernoulli', probability: 2 },
            loss: { kind: 'lognormal', low: 1, high: 2 },
          },
        }),
      ],
    },
    '/scenarios/0/residual/frequency/probability',
  ],
  [
    {
      scenarios: [
        scenario('R-1', {
          inherent: {
            frequency: { kind: 'poisson', per_year: 1 },
            loss: { kind: 'lognormal', low: 9, high: 2 },
          },
        }),
      ],
    },
    '/scenarios/0/inherent/loss',
  ],
  [{ years: 0, scenarios: [scenario('R-1')] }, '/years'],
  [7, '/'],
])('what cannot be simulated is refused with its place: %j', (given, pointer) => {
  expect(readRiskCase(given)).toMatchObject({ pointer });
});
