// The loss exceedance curve, how sure it is, and the line that a company does not want to cross.
import { exp, ln } from './logexp.ts';
import { normalQuantile } from './normal.ts';
import { exceedance, type Ranked } from './summary.ts';

/** In this share of years a loss is reached; the true share lies from low to high with 90 % confidence (Wilson 1927). */
export interface ShareOfYears {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A point of the curve: in this share of years the loss is at least this, in hundredths. */
export interface CurvePoint extends ShareOfYears {
  readonly loss: number;
}

const Z95 = 1.6448536269514722;

/** Renard's series of ten: round steps that are even on a logarithmic axis (ISO 3). */
const STEPS = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800] as const;
/** Less than a unit is no loss worth a point; more than this many decades no eye can tell apart. */
const MOST_DECADES = 8;

/** The share of years in which each of these losses is reached. */
export function exceedanceCurve(ranked: Ranked, losses: readonly number[]): readonly CurvePoint[] {
  return losses.map((loss) => {
    const share = exceedance(ranked, loss);
    return { loss, share, ...wilson(share, ranked.years) };
  });
}

/** Round losses, in hundredths, from the last at most `least` to the first above `worst`. */
export function roundLosses(least: number, worst: number): readonly number[] {
  if (!(worst > 0)) return [];
  const losses: number[] = [];
  for (let decade = 1; losses.length < 200; decade *= 10)
    for (const step of STEPS) {
      const loss = step * decade;
      losses.push(loss);
      if (loss > worst) return losses.slice(firstOf(losses, least));
    }
  return losses;
}

function firstOf(losses: readonly number[], least: number): number {
  const above = losses.findIndex((loss) => loss > least);
  return Math.max(0, above - 1, losses.length - MOST_DECADES * STEPS.length);
}

function wilson(share: number, years: number): { readonly low: number; readonly high: number } {
  const z2 = Z95 * Z95;
  const centre = share + z2 / (2 * years);
  const half = Z95 * Math.sqrt((share * (1 - share)) / years + z2 / (4 * years * years));
  const scale = 1 + z2 / years;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** "At most one year in `1 / share` may cost `loss` or more", at two places of the curve. */
export interface Tolerance {
  readonly often: { readonly loss: number; readonly share: number };
  readonly rare: { readonly loss: number; readonly share: number };
}

/** The tolerated loss at a share of years: the lognormal line through both points. */
export function toleratedLoss(tolerance: Tolerance, share: number): number {
  const { zOften, sigma } = lineOf(tolerance);
  return exp(ln(tolerance.often.loss) + sigma * (normalQuantile(1 - share) - zOften));
}

/** The tolerated share of years at a loss: the same line, read the other way. */
export function toleratedShare(tolerance: Tolerance, loss: number): number {
  const { zOften, sigma } = lineOf(tolerance);
  const z = zOften + (ln(loss) - ln(tolerance.often.loss)) / sigma;
  // The quantile of a small share rises with its logarithm: halve until a double cannot tell.
  let [low, high] = [-690, 0];
  for (let step = 0; step < 64; step += 1) {
    const middle = (low + high) / 2;
    if (normalQuantile(exp(middle)) < -z) low = middle;
    else high = middle;
  }
  return exp((low + high) / 2);
}

function lineOf({ often, rare }: Tolerance): { readonly zOften: number; readonly sigma: number } {
  const [zOften, zRare] = [normalQuantile(1 - often.share), normalQuantile(1 - rare.share)];
  return { zOften, sigma: (ln(rare.loss) - ln(often.loss)) / (zRare - zOften) };
}

/** Points that lie beyond the tolerated line with the whole of their band: chance alone puts none there. */
export function beyondTolerance<T extends CurvePoint>(
  curve: readonly T[],
  tolerance: Tolerance,
): readonly T[] {
  return curve.filter(({ loss, low }) => low > 0 && low > toleratedShare(tolerance, loss));
}
