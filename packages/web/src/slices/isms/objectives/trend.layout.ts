// Where the measurements of an objective stand in its picture: days across, values up, the target as a line.
export interface TrendPoint {
  readonly on: string;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  /** On the good side of the target. */
  readonly good: boolean;
}

export interface Trend {
  readonly points: readonly TrendPoint[];
  readonly target: number;
  /** Values at which the axis is marked, with their heights. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly path: string;
}

interface Asked {
  readonly measurements: readonly { readonly on: string; readonly value: number }[];
  readonly target: number;
  readonly direction: 'at_least' | 'at_most';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function trendLayout({ measurements, target, direction }: Asked, box: Box): Trend {
  const known = measurements.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const values = [target, ...known.map(({ value }) => value)];
  const ticks = ticksOf(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const days = known.map(({ on }) => Date.parse(on) / DAY);
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  const y = (value: number): number => round(box.top + (1 - (value - low) / (high - low)) * box.height);
  const x = (day: number): number =>
    round(
      last === first ? box.left + box.width / 2 : box.left + ((day - first) / (last - first)) * box.width,
    );
  const points = known.map(({ on, value }, i) => ({
    on,
    value,
    x: x(days[i] ?? first),
    y: y(value),
    good: direction === 'at_least' ? value >= target : value <= target,
  }));
  return {
    points,
    target: y(target),
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    path: points.map((point, i) => `${i === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(''),
  };
}

const DAY = 86_400_000;

/** Three to six round values that hold the range between them. */
function ticksOf(low: number, high: number): readonly number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
