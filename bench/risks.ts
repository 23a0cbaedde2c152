// A hundred scenarios over a hundred thousand years, apart from the thread that answers: how long, and what that thread
// feels of it. The limit is drawing the random numbers alone, in one thread and shared out to two.
import type { LossCase, LossModel } from '@assay/core';
import { simulateLosses, streamOf } from '@assay/core';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { simulateApart } from '../packages/server/src/slices/risks/losses/simulate.ts';
import type { Figure } from './figure.ts';
import { ms } from './measure.ts';

const SCENARIOS = 100;
const YEARS = 100_000;
const HANDS = 2;
/** Numbers that a scenario's year takes: one for how often, and a quarter for what it costs. */
const DRAWN = 1.25;
const GOAL_MS = 1000;
const MODELS: readonly LossModel[] = [
  { frequency: { kind: 'poisson', perYear: 0.3 }, loss: { kind: 'lognormal', low: 1e4, high: 1e6 } },
  {
    frequency: { kind: 'bernoulli', probability: 0.2 },
    loss: { kind: 'pert', min: 1e3, mode: 1e5, max: 1e6 },
  },
];

export async function risksBench(): Promise<readonly Figure[]> {
  const given = caseOf();
  const began = performance.now();
  const alone = simulateLosses(given, []);
  const single = performance.now() - began;
  const limit = numbersAlone();
  const { took, mean, blocked } = await apart(given);
  if (mean !== alone.whole.inherent.mean / 100) throw new Error('two threads gave another answer than one');
  return [
    figure('simulation, one thread', single, { limit, goal: '' }),
    figure(`simulation apart, ${HANDS} threads`, took, { limit: limit / HANDS, goal: '1 s' }),
    {
      name: 'longest pause of the server by it',
      value: ms(blocked),
      limit: 'its answer put together',
      ratio: '',
      goal: '50 ms',
      met: blocked <= 50,
    },
  ];
}

function figure(name: string, took: number, by: { readonly limit: number; readonly goal: string }): Figure {
  return {
    name,
    value: ms(took),
    limit: `its numbers alone ${ms(by.limit)}`,
    ratio: (by.limit / took).toFixed(2),
    goal: by.goal,
    met: by.goal === '' || took <= GOAL_MS,
  };
}

function caseOf(): LossCase {
  return {
    seed: 'bench',
    years: YEARS,
    scenarios: Array.from({ length: SCENARIOS }, (_, i) => {
      const inherent = MODELS[i % MODELS.length];
      if (!inherent) throw new Error('no model');
      return { id: `R-${i}`, name: '', controls: [], cost: undefined, inherent, residual: undefined };
    }),
    tolerance: undefined,
    costs: new Map(),
  };
}

/** The better of two runs: the first one reads the code from disk. */
async function apart(given: LossCase) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const runs: number[] = [];
  let mean: number | undefined;
  for (let i = 0; i < 2; i += 1) {
    if (i === 1) delay.enable();
    const began = performance.now();
    mean = (await simulateApart(given))?.portfolio.inherent.mean;
    runs.push(performance.now() - began);
  }
  delay.disable();
  return { took: Math.min(...runs), mean, blocked: delay.max / 1e6 };
}

function numbersAlone(): number {
  const began = performance.now();
  const stream = streamOf('bench', 'limit');
  let sum = 0;
  for (let i = 0; i < SCENARIOS * YEARS * DRAWN; i += 1) sum += stream.next();
  const took = performance.now() - began;
  // The sum is used, or the machine would not draw at all.
  return sum < 0 ? 0 : took;
}
