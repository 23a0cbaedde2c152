// The four times of a record on one axis of days, with the examined period behind them.
import { dateOfDay, shortMonth } from '@assay/core';

export interface Span {
  readonly from: string;
  /** First day that no longer belongs to it. */
  readonly until: string;
}

export interface Axis {
  readonly from: number;
  readonly until: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const DAY_MS = 86_400_000;
/** Room at both ends, as a share of what is shown. */
const MARGIN = 0.06;
const MOST_TICKS = 9;

/** Days since 1970 of a date or an instant. */
export function dayOf(text: string): number {
  return Math.floor(Date.parse(text.slice(0, 10)) / DAY_MS);
}

/** An axis that holds every given day, with a tick at the first of months, as many as can be read. */
export function axisOf(days: readonly number[]): Axis {
  const first = Math.min(...days);
  const last = Math.max(...days);
  const room = Math.max(3, Math.round((last - first) * MARGIN));
  const [from, until] = [first - room, last + room];
  const months = monthsIn(from, until);
  const every = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((n) => months.length / n <= MOST_TICKS - 1) ?? 600;
  const ticks = months
    .filter(({ month }) => month % Math.min(every, 12) === 0)
    .filter(({ year }) => every <= 12 || year % (every / 12) === 0)
    .map(({ at, month, year }) => ({ at, label: month === 0 ? String(year) : shortMonth(dateOfDay(at)) }));
  return { from, until, ticks };
}

/** Where a day stands between the ends of the axis, 0 to 1. */
export function place(axis: Axis, day: number): number {
  return (day - axis.from) / (axis.until - axis.from);
}

/** How a day stands to the period, in words. */
export function against(day: number, period: Span | undefined): string {
  if (!period) return '';
  const [from, until] = [dayOf(period.from), dayOf(period.until)];
  if (day < from) return `${days(from - day)} before the period`;
  if (day >= until) return `${days(day - until + 1)} after the period`;
  return `day ${day - from + 1} of ${until - from}`;
}

function days(n: number): string {
  return n === 1 ? '1 day' : `${n} days`;
}

function monthsIn(from: number, until: number) {
  const months: { readonly at: number; readonly month: number; readonly year: number }[] = [];
  const start = new Date(from * DAY_MS);
  for (let i = 1; ; i += 1) {
    const date = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1));
    const at = date.getTime() / DAY_MS;
    if (at > until) return months;
    months.push({ at, month: date.getUTCMonth(), year: date.getUTCFullYear() });
  }
}
