// The loss exceedance curve, how sure it is, and the line that a company does not want to cross.
import { exp, ln } from './logexp.ts';
import { normalQuantile } from './normal.ts';
import { exceedance, type Ranked } from './summary.ts';

/** A point of the curve: in this share of years the loss is at least this, in hundredths. */
export interface CurvePoint {
  readonly loss: number;
  readonly share: number;
  /** Where the true share lies with 90 % confidence, given so many simulated years (Wilson 1927). */
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.6448536269514722;

/** The curve at `points` losses, evenly spaced by their logarithm from the least to the worst year. */
export function exceedanceCurve(ranked: Ranked, points: number): readonly CurvePoint[] {
  const [least, worst] = [ranked.losses[0], ranked.losses.at(-1)];
  if (least === undefined || worst === undefined) return [];
  const [from, until] = [ln(least), ln(worst)];
  const steps = least === worst ? 1 : points;
  return Array.from({ length: steps }, (_, i) => {
    const inner = i > 0 && i < steps - 1;
    const between = Math.round(exp(from + ((until - from) * i) / Math.max(1, steps - 1)));
    const loss = inner ? between : i === 0 ? least : worst;
    const share = exceedance(ranked, loss);
    return { loss, share, ...wilson(share, ranked.years) };
  });
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

/** The tolerated share of years at a loss: the lognormal line through both points. */
export function toleratedLoss(tolerance: Tolerance, share: number): number {
  const { often, rare } = tolerance;
  const [z1, z2] = [normalQuantile(1 - often.share), normalQuantile(1 - rare.share)];
  const sigma = (ln(rare.loss) - ln(often.loss)) / (z2 - z1);
  return exp(ln(often.loss) + sigma * (normalQuantile(1 - share) - z1));
}

/** Points of the curve that lie beyond the tolerated line. */
export function beyondTolerance(curve: readonly CurvePoint[], tolerance: Tolerance): readonly CurvePoint[] {
  return curve.filter(({ loss, share }) => share > 0 && share < 1 && loss > toleratedLoss(tolerance, share));
}
