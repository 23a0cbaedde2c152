// A hundred scenarios over a hundred thousand years, on one thread; the limit is drawing the random numbers alone.
import { addYears, rank, simulateYears, streamOf, summarise, type LossModel } from '@assay/core';
import type { Figure } from './figure.ts';
import { ms } from './measure.ts';

const SCENARIOS = 100;
const YEARS = 100_000;
const MODELS: readonly LossModel[] = [
  { frequency: { kind: 'poisson', perYear: 0.3 }, loss: { kind: 'lognormal', low: 1e4, high: 1e6 } },
  {
    frequency: { kind: 'bernoulli', probability: 0.2 },
    loss: { kind: 'pert', min: 1e3, mode: 1e5, max: 1e6 },
  },
];

export function risksBench(): Promise<readonly Figure[]> {
  const began = performance.now();
  const total = new Float64Array(YEARS);
  for (let i = 0; i < SCENARIOS; i += 1) {
    const model = MODELS[i % MODELS.length];
    if (!model) continue;
    const years = simulateYears(model, { seed: 'bench', name: `R-${i}/inherent`, years: YEARS });
    addYears(total, years);
    summarise(rank(years));
  }
  summarise(rank(total));
  const took = performance.now() - began;
  const drew = performance.now();
  const stream = streamOf('bench', 'limit');
  let sum = 0;
  for (let i = 0; i < SCENARIOS * YEARS * 1.25; i += 1) sum += stream.next();
  const limit = performance.now() - drew;
  return Promise.resolve([
    {
      name: 'simulation, 100 risks x 100,000 years',
      value: ms(took),
      limit: `its numbers alone ${ms(limit)}${sum < 0 ? ' ' : ''}`,
      ratio: (limit / took).toFixed(2),
      goal: '1 s',
      met: took <= 1000,
    },
  ]);
}
