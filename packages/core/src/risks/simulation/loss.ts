// What one event costs.
import { exp, ln } from './logexp.ts';
import { normalQuantile } from './normal.ts';
import type { Stream } from './stream.ts';

/**
 * pert: least, most likely, most (beta-PERT, lambda 4).
 * lognormal: the interval that holds nine of ten events. Amounts in whole units of the organisation's currency.
 */
export type Loss =
  | { readonly kind: 'pert'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'lognormal'; readonly low: number; readonly high: number };

/** No event costs more, in hundredths: sums of ten thousand such years stay whole numbers. */
export const LARGEST_LOSS = 1e13;

/** z below which 95 % of a standard normal variable lie: an interval of 90 % ends there. */
const Z95 = 1.6448536269514722;

export interface Lognormal {
  readonly mu: number;
  readonly sigma: number;
}

/** The lognormal distribution of which nine tenths lie between `low` and `high`. */
export function lognormalOf(interval: { readonly low: number; readonly high: number }): Lognormal {
  const [low, high] = [ln(interval.low), ln(interval.high)];
  return { mu: (low + high) / 2, sigma: (high - low) / (2 * Z95) };
}

export interface Beta {
  readonly alpha: number;
  readonly beta: number;
}

/** The shape of a beta-PERT distribution between its ends. */
export function pertShape(pert: { readonly min: number; readonly mode: number; readonly max: number }): Beta {
  const width = pert.max - pert.min;
  return { alpha: 1 + (4 * (pert.mode - pert.min)) / width, beta: 1 + (4 * (pert.max - pert.mode)) / width };
}

/** Mean of one event, in whole units. */
export function meanLoss(loss: Loss): number {
  if (loss.kind === 'pert') return (loss.min + 4 * loss.mode + loss.max) / 6;
  const { mu, sigma } = lognormalOf(loss);
  return exp(mu + (sigma * sigma) / 2);
}

/** Draws the loss of one event, in whole hundredths of a unit. */
export function lossDraw(loss: Loss): (stream: Stream) => number {
  const draw = loss.kind === 'pert' ? pertDraw(loss) : lognormalDraw(loss);
  return (stream) => Math.min(LARGEST_LOSS, Math.round(draw(stream) * 100));
}

function lognormalDraw(loss: { readonly low: number; readonly high: number }): (stream: Stream) => number {
  const { mu, sigma } = lognormalOf(loss);
  return (stream) => exp(mu + sigma * normalQuantile(stream.next()));
}

/** Cells of the table by which a beta variable is drawn; a mean is then right to seven figures. */
const CELLS = 4096;

function pertDraw(loss: Extract<Loss, { kind: 'pert' }>): (stream: Stream) => number {
  const upTo = betaTable(pertShape(loss), CELLS);
  const width = loss.max - loss.min;
  return (stream) => {
    const u = stream.next();
    let low = 0;
    let high = CELLS - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (u <= (upTo[middle] ?? 1)) high = middle;
      else low = middle + 1;
    }
    const before = low === 0 ? 0 : (upTo[low - 1] ?? 0);
    const within = (u - before) / ((upTo[low] ?? 1) - before);
    return loss.min + (width * (low + within)) / CELLS;
  };
}

/** P(x below the end of each cell), the density within a cell being that of Simpson's rule over it. */
export function betaTable({ alpha, beta }: Beta, cells: number): Float64Array {
  const density = (x: number): number =>
    x <= 0 || x >= 1 ? edge(x <= 0 ? alpha : beta) : exp((alpha - 1) * ln(x) + (beta - 1) * ln(1 - x));
  const table = new Float64Array(cells);
  let sum = 0;
  let left = density(0);
  for (let cell = 0; cell < cells; cell += 1) {
    const right = density((cell + 1) / cells);
    sum += left + 4 * density((cell + 0.5) / cells) + right;
    table[cell] = sum;
    left = right;
  }
  return table.map((each) => each / sum);
}

/** Density at an end of (0, 1): flat where the shape there is 1, else nothing. */
function edge(shape: number): number {
  return shape === 1 ? 1 : 0;
}
