// Sums of simulated courses: run by run, never percentile by percentile.

import type { Range } from '../../plan/index.ts';
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
  if (!drawn) for (let run = 0; run < sum.length; run += 1) sum[run] = (sum[run] ?? 0) + factor;
  else for (let run = 0; run < sum.length; run += 1) sum[run] = (sum[run] ?? 0) + factor * (drawn[run] ?? 1);
}

/** What one, five and nine of ten runs stay below, in whole units. */
export function rangeOf(runs: Float64Array): Range {
  return timesRange(quantiles(runs), 1);
}

/** The same to the last bit: the value at rank ceil(p × runs). Hundreds are asked for in a search, and none needs all in order. */
export function quantiles(runs: Float64Array): Range {
  const values = runs.slice();
  const rank = (p: number): number => Math.max(0, Math.ceil(p * values.length) - 1);
  // Each selection leaves what is smaller before it, so that the next looks only behind.
  const [low, middle, high] = [rank(0.1), rank(0.5), rank(0.9)];
  const p10 = selected(values, { rank: low, from: 0 });
  const p50 = selected(values, { rank: middle, from: low });
  return { p10, p50, p90: selected(values, { rank: high, from: middle }) };
}

/** The value that would stand at a rank if all were in order (Hoare 1961); what lies before `from` is smaller already. */
function selected(values: Float64Array, at: { readonly rank: number; readonly from: number }): number {
  let left = at.from;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >>> 1] ?? 0;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i += 1;
      while ((values[j] ?? 0) > pivot) j -= 1;
      if (i > j) break;
      const held = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = held;
      i += 1;
      j -= 1;
    }
    if (at.rank <= j) right = j;
    else if (at.rank >= i) left = i;
    else break;
  }
  return values[at.rank] ?? 0;
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
