// A span of days on a line: where a day stands, and the ticks of months, quarters or years that its width has room for.
import { dateOfDay, dayOfDate, parsePlainDate, shortMonth } from '@assay/core';

export interface TimeTick {
  readonly x: number;
  readonly label: string;
  /** A year begins here. */
  readonly strong: boolean;
}

export interface TimeScale {
  readonly x: (date: string) => number;
  readonly pixelsADay: number;
  readonly ticks: readonly TimeTick[];
}

/** Pixels that the label of a tick needs. */
const ROOM = 44;
/** Pixels of a label, so that none is cut off at the end. */
const TICK = 28;
/** Months between two ticks. */
const STEPS = [1, 3, 6, 12, 24] as const;
const DAYS_A_MONTH = 30.44;

export function dayNumber(date: string): number {
  const day = parsePlainDate(date.slice(0, 10));
  return day === undefined ? 0 : dayOfDate(day);
}

/** The day so many days later. */
export function shifted(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

export function timeScale(
  span: { readonly from: string; readonly until: string },
  place: { readonly left: number; readonly right: number },
): TimeScale {
  const first = dayNumber(span.from);
  const days = Math.max(1, dayNumber(span.until) + 1 - first);
  const pixelsADay = (place.right - place.left) / days;
  const x = (date: string): number => place.left + (dayNumber(date) - first) * pixelsADay;
  const step = STEPS.find((months) => months * DAYS_A_MONTH * pixelsADay >= ROOM) ?? 24;
  return {
    x,
    pixelsADay,
    ticks: monthsOf(span, step)
      .filter((month) => x(month) + TICK <= place.right)
      .map((month) => ({
        x: x(month),
        label: labelOf(month, step),
        strong: month.slice(5, 7) === '01',
      })),
  };
}

function monthsOf(
  { from, until }: { readonly from: string; readonly until: string },
  step: number,
): readonly string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > until) return months;
    if (day >= from && (year * 12 + month - 1) % step === 0) months.push(day);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

function labelOf(month: string, step: number): string {
  return month.slice(5, 7) === '01' || step >= 12 ? month.slice(0, 4) : shortMonth(month);
}

/** A text cut to the pixels that it has; a title says the whole. */
export function fitted(text: string, pixels: number): string {
  const letters = Math.floor(pixels / LETTER);
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}

/** Pixels of a letter at 13 px, wide ones among narrow ones. */
const LETTER = 6.5;
