// The loss exceedance curve as a picture: both axes logarithmic with plain labels, lines as paths. Screen and file draw
// this one layout; it depends on the answer and the size alone, so that nothing moves from one drawing to the next.
import { amountText } from '../../kernel/index.ts';
import { ln } from '../simulation/logexp.ts';
import { toleratedLoss } from '../simulation/exceedance.ts';
import type { LossAnswer, LossPoint } from './answer.ts';

export interface Tick {
  /** Pixels from the left or the top. */
  readonly at: number;
  readonly label: string;
}

export interface CurvePicture {
  readonly width: number;
  readonly height: number;
  /** Where the lines are drawn. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly losses: readonly Tick[];
  readonly shares: readonly Tick[];
  readonly inherent: { readonly line: string; readonly band: string };
  readonly residual: { readonly line: string; readonly band: string };
  /** Empty without a tolerance. */
  readonly tolerated: string;
  /** Stretches of what remains that are beyond what is tolerated. */
  readonly beyond: readonly string[];
  /** The two points of the tolerance. */
  readonly marks: readonly { readonly x: number; readonly y: number }[];
  /** Points of the curve that lie within the picture, from the smallest loss on. */
  readonly points: readonly (LossPoint & { readonly x: number })[];
}

/** Below one year in a thousand a hundred thousand years tell little. */
const RAREST = 0.001;
/** Fewer years than this below the floor are chance. */
const ENOUGH = 20;
const [LEFT, RIGHT, TOP, BOTTOM] = [84, 16, 20, 32];
const STEPS = [1, 2, 5] as const;
/** Pixels of a letter of a label. */
const LETTER = 6.6;

export function curvePicture(
  { curve, tolerance, years }: LossAnswer,
  size: { readonly width: number; readonly height: number },
): CurvePicture | undefined {
  const floor = Math.max(RAREST, ENOUGH / years);
  const seen = inSight(curve, floor);
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last || first === last) return undefined;
  const plot = { left: LEFT, right: size.width - RIGHT, top: TOP, bottom: size.height - BOTTOM };
  const x = scale([ln(first.loss), ln(last.loss)], [plot.left, plot.right]);
  const y = scale([ln(1), ln(floor)], [plot.top, plot.bottom]);
  const pathOf = (of: 'inherent' | 'residual') => ({
    line: path(seen.flatMap((point) => spot(x, y, [point.loss, point[of].share]))),
    band: bandOf(
      seen.map((point) => ({ x: x(point.loss), ...point[of] })),
      { y, floor },
    ),
  });
  return {
    ...size,
    plot,
    losses: lossTicks(first.loss, last.loss, x),
    shares: shareTicks(floor, y),
    inherent: pathOf('inherent'),
    residual: pathOf('residual'),
    tolerated: tolerance
      ? path(
          sharesDown(floor)
            .map((share): readonly [number, number] => [toleratedLoss(tolerance, share), share])
            .filter(([loss]) => loss >= first.loss && loss <= last.loss)
            .flatMap((point) => spot(x, y, point)),
        )
      : '',
    beyond: stretches(seen).map((stretch) =>
      path(stretch.flatMap((point) => spot(x, y, [point.loss, point.residual.share]))),
    ),
    marks: tolerance
      ? [tolerance.often, tolerance.rare]
          .filter(({ loss, share }) => loss >= first.loss && loss <= last.loss && share >= floor)
          .map(({ loss, share }) => ({ x: round(x(loss)), y: round(y(share)) }))
      : [],
    points: seen.map((point) => ({ ...point, x: round(x(point.loss)) })),
  };
}

type Scale = (value: number) => number;

/** From the loss up to which next to every year that costs anything comes, to the first that is rarer than the floor. */
function inSight(curve: readonly LossPoint[], floor: number): readonly LossPoint[] {
  const most = curve[0]?.inherent.share ?? 0;
  const from = curve.findLastIndex(
    (point) =>
      point.residual.share >= 0.97 * (curve[0]?.residual.share ?? 0) && point.inherent.share >= 0.97 * most,
  );
  const until = curve.findIndex((point) => point.inherent.share < floor && point.residual.share < floor);
  return curve.slice(Math.max(0, from), until < 0 ? undefined : until + 1);
}

function scale([from, until]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  return (value) => start + ((ln(value) - from) / (until - from)) * (end - start);
}

/** A point that can be drawn: a share of nothing has no place on a logarithmic axis. */
function spot(
  x: Scale,
  y: Scale,
  [loss, share]: readonly [number, number],
): readonly (readonly [number, number])[] {
  return share > 0 ? [[x(loss), y(share)]] : [];
}

function path(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

function bandOf(
  points: readonly { readonly x: number; readonly low: number; readonly high: number }[],
  { y, floor }: { readonly y: Scale; readonly floor: number },
): string {
  // Far below the floor, where the picture is cut off.
  const at = (share: number): number => y(Math.max(share, floor / 10));
  const upper = points.map((point): readonly [number, number] => [point.x, at(point.high)]);
  const lower = points.map((point): readonly [number, number] => [point.x, at(point.low)]);
  return `${path([...upper, ...lower.toReversed()])}Z`;
}

/** A line at 1, 2 and 5 of each decade; its amount where it has room, those of whole decades first. */
function lossTicks(least: number, most: number, x: Scale): readonly Tick[] {
  const lines: { readonly at: number; readonly loss: number; readonly whole: boolean }[] = [];
  for (let decade = 1; decade <= most; decade *= 10)
    for (const step of STEPS) {
      const loss = step * decade;
      if (loss >= least && loss <= most) lines.push({ at: round(x(loss)), loss, whole: step === 1 });
    }
  const taken: { readonly at: number; readonly half: number }[] = [];
  const labels = new Map<number, string>();
  for (const { at, loss } of lines.toSorted((a, b) => Number(b.whole) - Number(a.whole) || a.loss - b.loss)) {
    const label = amountText(loss);
    const half = (label.length * LETTER + LETTER) / 2;
    if (taken.some((other) => Math.abs(other.at - at) < other.half + half)) continue;
    taken.push({ at, half });
    labels.set(loss, label);
  }
  return lines.map(({ at, loss }) => ({ at, label: labels.get(loss) ?? '' }));
}

function shareTicks(floor: number, y: Scale): readonly Tick[] {
  const ticks: Tick[] = [{ at: round(y(1)), label: 'every year' }];
  for (let decade = 1; decade <= 1 / floor; decade *= 10)
    for (const step of STEPS)
      if (step * decade > 1 && step * decade <= 1.000_001 / floor)
        ticks.push({ at: round(y(1 / (step * decade))), label: `1 in ${amountText(step * decade)}` });
  return ticks;
}

function sharesDown(floor: number): readonly number[] {
  const shares: number[] = [];
  for (let share = 0.9; share >= floor; share *= 0.93) shares.push(share);
  return [...shares, floor];
}

/** Neighbours that are beyond, each stretch with the point before it, so that a single one can be seen. */
function stretches(points: readonly LossPoint[]): readonly (readonly LossPoint[])[] {
  const found: LossPoint[][] = [];
  points.forEach((point, i) => {
    if (!point.beyond) return;
    const before = points[i - 1];
    const open = found.at(-1);
    if (open && before && open.at(-1) === before) open.push(point);
    else found.push(before ? [before, point] : [point]);
  });
  return found;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
