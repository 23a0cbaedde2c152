// Sums of simulated courses: run by run, never percentile by percentile.
import type { Range } from '../facts.ts';
import type { Book } from './book.ts';
import type { CostComponent } from './component.ts';
import { QUARTERS_A_YEAR, type Schedule } from './quarters.ts';

/** What a component costs once in each run; `flat` where nothing of it is uncertain. */
export interface Amounts {
  readonly times: number;
  readonly drawn: Float64Array | undefined;
}

export function amountsOf({ figures, by }: CostComponent, book: Book): Amounts {
  let times = by?.times ?? 1;
  let drawn: Float64Array | undefined;
  for (const key of figures) {
    const factor = book.factor(key);
    times *= factor.times;
    if (factor.drawn) drawn = drawn ? product(drawn, factor.drawn) : factor.drawn;
  }
  return { times, drawn };
}

/** Adds so many times an amount to a sum, run by run. */
export function addAmounts(sum: Float64Array, { times, drawn }: Amounts, share: number): void {
  const factor = times * share;
  if (factor === 0) return;
  for (let run = 0; run < sum.length; run += 1) sum[run] = (sum[run] ?? 0) + factor * (drawn?.[run] ?? 1);
}

/** What one, five and nine of ten runs stay below, in whole units. */
export function rangeOf(runs: Float64Array): Range {
  return timesRange(quantiles(runs), 1);
}

/** The same to the last bit: the value at rank ceil(p × runs). */
export function quantiles(runs: Float64Array): Range {
  const sorted = runs.toSorted();
  const at = (p: number): number => sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** The range of something that is so many times as much in every run. */
export function timesRange({ p10, p50, p90 }: Range, factor: number): Range {
  const at = (value: number): number => Math.round(value * factor) || 0;
  return factor < 0
    ? { p10: at(p90), p50: at(p50), p90: at(p10) }
    : { p10: at(p10), p50: at(p50), p90: at(p90) };
}

export function yearShare(schedule: Schedule, year: number): number {
  return schedule
    .slice(year * QUARTERS_A_YEAR, (year + 1) * QUARTERS_A_YEAR)
    .reduce((sum, each) => sum + each, 0);
}

export function wholeShare(schedule: Schedule): number {
  return schedule.reduce((sum, each) => sum + each, 0);
}

function product(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, run) => value * (other[run] ?? 1));
}
