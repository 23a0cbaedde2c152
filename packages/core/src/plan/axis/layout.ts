// Where everything of the axis lies in a picture so many units wide.
import { addDays, daysBetween, type PlainDate } from '../../kernel/index.ts';
import type { Lane } from '../network.ts';
import { AXIS_LANES, type TimeAxis } from './axis.ts';
import { monthsAfter, type AxisItem } from './item.ts';

export interface AxisBar {
  readonly item: AxisItem;
  /** Row within the lane: bars that overlap lie below each other. */
  readonly row: number;
  readonly x: number;
  readonly width: number;
}

export interface AxisMark {
  readonly item: AxisItem;
  /** Row of its label within the lane: labels that would touch stand below each other. */
  readonly row: number;
  readonly x: number;
}

export interface AxisLane {
  readonly lane: Lane;
  readonly bars: readonly AxisBar[];
  readonly marks: readonly AxisMark[];
  readonly barRows: number;
  readonly markRows: number;
}

export interface AxisLayout {
  readonly width: number;
  readonly lanes: readonly AxisLane[];
  readonly ticks: readonly { readonly date: PlainDate; readonly label: string; readonly x: number }[];
  /** Where today is. */
  readonly cursor: number;
}

/** `label`: units that the label of a mark takes. */
export function axisLayout(
  axis: TimeAxis,
  size: { readonly width: number; readonly label: number },
): AxisLayout {
  const days = daysBetween(axis.from, axis.to) + 1;
  const x = (date: PlainDate): number => (daysBetween(axis.from, date) / days) * size.width;
  const lanes = AXIS_LANES.map((lane) => laneOf(lane, axis.items, { x, label: size.label })).filter(
    ({ bars, marks }) => bars.length + marks.length > 0,
  );
  return { width: size.width, lanes, ticks: ticksOf(axis, x), cursor: x(axis.today) };
}

function laneOf(
  lane: Lane,
  items: readonly AxisItem[],
  place: { readonly x: (date: PlainDate) => number; readonly label: number },
): AxisLane {
  const { x, label } = place;
  const theirs = items.filter((item) => item.lane === lane);
  const bars = rowed(
    theirs
      .filter(({ from, to }) => from < to)
      .map((item) => ({ item, x: x(item.from), width: x(addDays(item.to, 1)) - x(item.from) })),
    ({ width }) => width,
  );
  const marks = rowed(
    theirs.filter(({ from, to }) => from === to).map((item) => ({ item, x: x(item.from) })),
    () => label,
  );
  return { lane, bars, marks, barRows: rowsIn(bars), markRows: rowsIn(marks) };
}

/** The first row in which each finds room, from left to right. */
function rowed<T extends { readonly x: number }>(
  list: readonly T[],
  width: (each: T) => number,
): readonly (T & { readonly row: number })[] {
  const ends: number[] = [];
  return list
    .toSorted((a, b) => a.x - b.x)
    .map((each) => {
      // Bars that touch follow each other in one row; the sum of fractions may be off by its last digit.
      const free = ends.findIndex((end) => end <= each.x + 1e-6);
      const row = free < 0 ? ends.length : free;
      ends[row] = each.x + width(each);
      return { ...each, row };
    });
}

function rowsIn(list: readonly { readonly row: number }[]): number {
  return list.reduce((most, { row }) => Math.max(most, row + 1), 0);
}

/** First days of quarters; years by name. */
function ticksOf(axis: TimeAxis, x: (date: PlainDate) => number): AxisLayout['ticks'] {
  const months = Number(axis.from.slice(5, 7)) - 1;
  const first = addDays(axis.from, 1 - Number(axis.from.slice(8, 10)));
  const ticks: { date: PlainDate; label: string; x: number }[] = [];
  for (let date = monthsAfter(first, -(months % 3)); date <= axis.to; date = monthsAfter(date, 3)) {
    const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1;
    const label = quarter === 1 ? date.slice(0, 4) : `Q${quarter}`;
    if (date >= axis.from) ticks.push({ date, label, x: x(date) });
  }
  return ticks;
}
