// The strip's measures: what a label, a day and a row's end take of the width that there is.
import { edgeOf, type StripScale } from '@assay/core';

export type StripZoom = 'window' | 'month';

export interface StripGeometry extends StripScale {
  readonly label: number;
  readonly ends: number;
  /** Width of all days. */
  readonly width: number;
  /** Height of a row. */
  readonly line: number;
}

export const STRIP_SIZES = {
  /** One line of many. */
  row: { height: 16, line: 24 },
  /** A control by itself. */
  large: { height: 32, line: 44 },
} as const;
export type StripSize = (typeof STRIP_SIZES)[keyof typeof STRIP_SIZES];

interface Room {
  readonly room: number;
  readonly days: number;
  readonly zoom: StripZoom;
  readonly size: StripSize;
}

const LEAST_DAY = 1.5;
/** Room above and below a shape within its line. */
export const GAP = 4;
/** What a label above its days takes on a phone. */
const LABEL_LINE = 28;

/** Measures for a screen, a phone (labels stand above their days, which scroll) or a sheet of paper. */
export function geometryOf(
  kind: 'wide' | 'phone' | 'paper',
  { room, days, zoom, size }: Room,
): StripGeometry {
  const { height, line } = size;
  const whole = zoom === 'window' ? Math.max(1, days) : Math.min(31, Math.max(1, days));
  if (kind === 'phone') {
    const day = Math.max(room / whole, zoom === 'window' ? 4 : 16);
    return { label: 0, ends: 0, day, width: edgeOf(days, { day, height }), height, line: line + LABEL_LINE };
  }
  const label = kind === 'paper' ? 200 : Math.min(264, Math.max(176, Math.round(room * 0.24)));
  const ends = 184;
  const day = Math.max((room - label - ends) / whole, kind === 'paper' ? 0.5 : LEAST_DAY);
  return { label, ends, day, width: edgeOf(days, { day, height }), height, line };
}

/** Height of the drawing of a row's days. */
export function daysHeight({ height }: StripGeometry): number {
  return height + 2 * GAP;
}

/** The column at a distance from the first day's left edge. */
export function columnAt(x: number, { day }: StripScale, days: number): number {
  return Math.min(days - 1, Math.max(0, Math.floor((x + 0.5) / day)));
}
