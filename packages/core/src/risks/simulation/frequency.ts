// How often a scenario comes true in a year.
import { exp } from './logexp.ts';
import type { Stream } from './stream.ts';

/** bernoulli: once or not at all; poisson: any number of times, `perYear` on average. */
export type EventRate =
  | { readonly kind: 'bernoulli'; readonly probability: number }
  | { readonly kind: 'poisson'; readonly perYear: number };

/** Largest mean of a year: a scenario of every few hours is a cost, not a risk. */
export const MOST_A_YEAR = 500;

/** Draws the number of events of a year; one number of the stream for each year. */
export function frequencyDraw(frequency: EventRate): (stream: Stream) => number {
  if (frequency.kind === 'bernoulli') return (stream) => (stream.next() < frequency.probability ? 1 : 0);
  const upTo = poissonTable(frequency.perYear);
  const none = upTo[0] ?? 1;
  return (stream) => {
    const u = stream.next();
    // Most years of most scenarios are quiet.
    if (u <= none) return 0;
    let low = 1;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (u <= (upTo[middle] ?? 1)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Mean events a year. */
export function meanFrequency(frequency: EventRate): number {
  return frequency.kind === 'bernoulli' ? frequency.probability : frequency.perYear;
}

/** P(at most n events) for n = 0, 1, …, until a double cannot tell it from 1. */
function poissonTable(mean: number): Float64Array {
  let term = exp(-mean);
  let sum = term;
  const table = [sum];
  for (let n = 1; sum < 1 && (n <= mean || term > 1e-18); n += 1) {
    term *= mean / n;
    sum += term;
    table.push(Math.min(1, sum));
  }
  return Float64Array.from(table);
}
