// What holds of any simulation of a plan.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CREDENTIAL_NEEDS } from '../credential.ts';
import { networkOf } from '../networks/network.ts';
import { compile } from '../schedule/compile.ts';
import { anyNetwork } from '../testing/networks.ts';
import { anyGround } from '../testing/grounds.ts';
import { needMet } from './deals.ts';
import { simulateBlocks, type PlanBlock } from './part.ts';
import { estimateDraw } from './pert.ts';
import { simulatePlan, sumBlocks, type PlanSimulation } from './simulate.ts';
import type { PlanNetwork } from '../network.ts';

function of(network: PlanNetwork, seed = 's', runs = 120): PlanSimulation {
  const found = simulatePlan(network, { seed, runs });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

test('one of ten, half and nine of ten come in this order, and shares lie between nothing and all', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const { tasks, end } = of(network);
      for (const { p10, p50, p90 } of [end, ...tasks.map(({ finish }) => finish)]) {
        expect(p10 <= p50 && p50 <= p90 && p10 >= network.start).toBe(true);
      }
      for (const { criticality, inTime = 0, finish } of tasks) {
        expect(criticality >= 0 && criticality <= 1 && inTime >= 0 && inTime <= 1).toBe(true);
        expect(finish.p90 <= end.p90).toBe(true);
      }
      // The end of each course hangs on at least one task.
      expect(tasks.reduce((sum, { criticality }) => sum + criticality, 0)).toBeGreaterThanOrEqual(1 - 1e-9);
    }),
    { numRuns: 150 },
  );
});

test('the same seed gives the same bytes, on however many hands', () => {
  fc.assert(
    fc.property(anyNetwork, fc.string(), fc.integer({ min: 1, max: 4 }), (network, seed, hands) => {
      const run = { seed, runs: 2300 };
      const made = compile(network);
      if (!made.ok) throw new Error(made.error.code);
      const dealt = Array.from({ length: hands }, (_, hand) => [
        ...simulateBlocks(made.value, run, { hand, hands }),
      ]);
      const blocks = Array.from(
        { length: 3 },
        (_, i): PlanBlock | undefined => dealt[i % hands]?.[Math.floor(i / hands)],
      ).flatMap((block) => block ?? []);
      expect(sumBlocks(made.value, run, blocks)).toEqual(simulatePlan(network, run));
    }),
    { numRuns: 15 },
  );
});

test('where nothing is uncertain, all courses are the plan', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const tasks = network.tasks.map((task) =>
        task.work.kind === 'milestone'
          ? task
          : {
              ...task,
              work: {
                ...task.work,
                days: { ...task.work.days, min: task.work.days.mode, max: task.work.days.mode },
              },
            },
      );
      const { end } = of({ ...network, tasks, pace: undefined }, 's', 20);
      expect(end.p10).toBe(end.p90);
    }),
    { numRuns: 100 },
  );
});

test('what meets more needs does so no later: any SOC 2 report before Type II, either before each', () => {
  fc.assert(
    fc.property(
      anyGround,
      fc.constantFrom('both_in_parallel' as const, 'type1_then_type2' as const, 'iso_first' as const),
      (ground, option) => {
        const simulated = of(networkOf(option, ground), 's', 100);
        const inHand = { held: ground.held, windowDays: ground.windowDays };
        const met = new Map(
          CREDENTIAL_NEEDS.map((needs) => [needs, needMet(simulated, { needs }, inHand)] as const),
        );
        const day = (needs: (typeof CREDENTIAL_NEEDS)[number]): string => {
          const one = met.get(needs);
          return one?.met === 'planned' ? one.day.p50 : one?.met === 'already' ? '' : '9999';
        };
        expect(day('soc2_any') <= day('soc2_type2')).toBe(true);
        expect(day('either') <= day('soc2_any') && day('either') <= day('iso27001')).toBe(true);
        expect(day('both') >= day('iso27001') && day('both') >= day('soc2_type2')).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('draws lie between least and most, with the mean of a beta-PERT distribution', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.nat(100), fc.nat(100), fc.integer({ min: 1, max: 100 })).map(([min, a, b]) => ({
        min,
        mode: min + a,
        max: min + a + b,
      })),
      (estimate) => {
        const draw = estimateDraw(estimate);
        let at = 0;
        const count = 4000;
        const values = Array.from({ length: count }, () => {
          at += 1;
          return draw({ next: () => (at - 0.5) / count });
        });
        expect(
          values.every((each, i) => each >= (values[i - 1] ?? estimate.min) && each <= estimate.max),
        ).toBe(true);
        const mean = values.reduce((sum, each) => sum + each, 0) / count;
        const wanted = (estimate.min + 4 * estimate.mode + estimate.max) / 6;
        expect(Math.abs(mean - wanted) / (estimate.max - estimate.min)).toBeLessThan(0.001);
      },
    ),
    { numRuns: 60 },
  );
});
