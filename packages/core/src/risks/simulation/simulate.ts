// Years of losses, scenario by scenario. Losses are whole hundredths, so that sums are exact and it does not matter
// in which order, or on which thread, scenarios are added.
import { err, ok, type Result } from '../../kernel/index.ts';
import { frequencyDraw, MOST_A_YEAR, type EventRate } from './frequency.ts';
import { LARGEST_LOSS, lossDraw, type Loss } from './loss.ts';
import { streamOf } from './stream.ts';

export interface LossModel {
  readonly frequency: EventRate;
  readonly loss: Loss;
}

/** Most years of one run; the portfolio of them fits a worker. */
export const MOST_YEARS = 1_000_000;

export type ModelFault =
  | { readonly code: 'risk.probability'; readonly pointer: '/frequency/probability' }
  | { readonly code: 'risk.rate'; readonly pointer: '/frequency/per_year' }
  | { readonly code: 'risk.pert'; readonly pointer: '/loss' }
  | { readonly code: 'risk.interval'; readonly pointer: '/loss' };

/** What is wrong with a model; nothing is simulated of a wrong one. */
export function checkModel({ frequency, loss }: LossModel): Result<true, ModelFault> {
  if (frequency.kind === 'bernoulli' && !(frequency.probability >= 0 && frequency.probability <= 1))
    return err({ code: 'risk.probability', pointer: '/frequency/probability' });
  if (frequency.kind === 'poisson' && !(frequency.perYear >= 0 && frequency.perYear <= MOST_A_YEAR))
    return err({ code: 'risk.rate', pointer: '/frequency/per_year' });
  const most = LARGEST_LOSS / 100;
  if (loss.kind === 'pert') {
    const { min, mode, max } = loss;
    const ordered = min >= 0 && min <= mode && mode <= max && min < max && max <= most;
    return ordered ? ok(true) : err({ code: 'risk.pert', pointer: '/loss' });
  }
  const ordered = loss.low > 0 && loss.low < loss.high && loss.high <= most;
  return ordered ? ok(true) : err({ code: 'risk.interval', pointer: '/loss' });
}

/**
 * Loss of each simulated year in whole hundredths.
 * @param name names the stream: `R-12/inherent`; the same seed and name give the same years
 */
export function simulateYears(
  model: LossModel,
  run: { readonly seed: string; readonly name: string; readonly years: number },
): Float64Array {
  const stream = streamOf(run.seed, run.name);
  const [count, loss] = [frequencyDraw(model.frequency), lossDraw(model.loss)];
  const years = new Float64Array(run.years);
  for (let year = 0; year < run.years; year += 1) {
    let sum = 0;
    for (let left = count(stream); left > 0; left -= 1) sum += loss(stream);
    years[year] = sum;
  }
  return years;
}

/** The same years of several scenarios together: year by year, never percentile by percentile. */
export function addYears(total: Float64Array, more: Float64Array): void {
  for (let year = 0; year < total.length; year += 1) total[year] = (total[year] ?? 0) + (more[year] ?? 0);
}
