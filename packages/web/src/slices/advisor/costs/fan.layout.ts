// The cost as a fan over time, with the published ranges as bars beside it on the same axis of money. Pure.
import { amountText } from '@assay/core';

export interface FanPoint {
  /** Quarters since the beginning. */
  readonly quarter: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface FanAnchor {
  readonly title: string;
  readonly least: number;
  readonly most: number;
  /** Where a company of this size lies in it. */
  readonly here: number;
}

export interface FanDrawing {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly band: string;
  readonly middle: string;
  readonly points: readonly (FanPoint & { readonly x: number; readonly y: number })[];
  readonly money: readonly { readonly y: number; readonly label: string }[];
  readonly quarters: readonly { readonly x: number; readonly label: string }[];
  readonly anchors: readonly {
    readonly title: readonly string[];
    readonly x: number;
    readonly top: number;
    readonly bottom: number;
    readonly here: number;
  }[];
}

const [LEFT, RIGHT, TOP, BOTTOM] = [72, 12, 14, 44];
/** Width of a bar with the air around it. */
const ANCHOR = 92;
const QUARTERS_A_YEAR = 4;

export function fanDrawing(
  points: readonly FanPoint[],
  anchors: readonly FanAnchor[],
  size: { readonly width: number; readonly height: number },
): FanDrawing | undefined {
  const last = points.at(-1);
  if (!last) return undefined;
  const beside = size.width - LEFT - anchors.length * ANCHOR >= 260 ? anchors : [];
  const plot = {
    left: LEFT,
    right: size.width - RIGHT - beside.length * ANCHOR,
    top: TOP,
    bottom: size.height - BOTTOM,
  };
  const most = Math.max(...points.map(({ p90 }) => p90), ...beside.map((each) => each.most), 1);
  const step = niceStep(most / 4);
  const ceiling = Math.ceil(most / step) * step;
  const x = (quarter: number): number =>
    round(plot.left + (quarter / Math.max(1, last.quarter)) * (plot.right - plot.left));
  const y = (money: number): number => round(plot.bottom - (money / ceiling) * (plot.bottom - plot.top));
  return {
    ...size,
    plot,
    band: `${lineOf(points.map((point) => [x(point.quarter), y(point.p90)]))}${lineOf(
      points.toReversed().map((point) => [x(point.quarter), y(point.p10)]),
    ).replace('M', 'L')}Z`,
    middle: lineOf(points.map((point) => [x(point.quarter), y(point.p50)])),
    points: points.map((point) => ({ ...point, x: x(point.quarter), y: y(point.p50) })),
    money: Array.from({ length: Math.round(ceiling / step) + 1 }, (_, i) => ({
      y: y(i * step),
      label: shortAmount(i * step),
    })),
    quarters: yearsTo(last.quarter).map((year) => ({
      x: x(year * QUARTERS_A_YEAR),
      label: year === 0 ? 'start' : year === 1 ? '1 year' : `${year} years`,
    })),
    anchors: beside.map((anchor, i) => ({
      title: linesOf(anchor.title),
      x: round(plot.right + (i + 0.5) * ANCHOR + RIGHT / 2),
      top: y(anchor.most),
      bottom: y(anchor.least),
      here: y(anchor.here),
    })),
  };
}

/** 125000 as "125k", 1500000 as "1.5m". */
export function shortAmount(amount: number): string {
  if (amount >= 1_000_000) return `${Number((amount / 1_000_000).toPrecision(3))}m`;
  return amount >= 10_000 ? `${Number((amount / 1000).toPrecision(3))}k` : amountText(amount);
}

/** 1, 2 or 5 by a power of ten, not less than asked. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power;
}

function yearsTo(quarters: number): readonly number[] {
  return Array.from({ length: Math.floor(quarters / QUARTERS_A_YEAR) + 1 }, (_, year) => year);
}

function lineOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** A title on two lines at most, below its bar. */
function linesOf(title: string): readonly string[] {
  const words = title.split(' ');
  const half = title.length <= 12 ? words.length : Math.ceil(words.length / 2);
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')].filter((line) => line !== '');
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
