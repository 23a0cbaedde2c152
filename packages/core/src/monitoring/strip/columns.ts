// The strip's columns: one for each day of the window, parted by months.
import { dateOfDay, dayOfDate, shortMonth, type Period, type PlainDate } from '../../kernel/index.ts';

export interface StripMonth {
  /** Column of its first day in the window. */
  readonly column: number;
  /** Days of it that lie in the window. */
  readonly days: number;
  readonly name: string;
  readonly year: number;
}

export interface StripColumns {
  /** Day number since 1970-01-01 of column 0. */
  readonly first: number;
  readonly count: number;
  readonly months: readonly StripMonth[];
  /** Column of the day of looking; undefined when it lies outside the window. */
  readonly today: number | undefined;
}

/** Columns of a window; `today` is the day as of which one looks. */
export function stripColumns(window: Period, today: PlainDate): StripColumns {
  const first = dayOfDate(window.from);
  const count = Math.max(0, dayOfDate(window.until) - first);
  const now = dayOfDate(today) - first;
  return { first, count, months: monthsOf(first, count), today: now >= 0 && now < count ? now : undefined };
}

/** The day of a column. */
export function dayAt({ first }: StripColumns, column: number): PlainDate {
  return dateOfDay(first + column);
}

/** The column of a day; undefined outside the window. */
export function columnOf({ first, count }: StripColumns, date: PlainDate): number | undefined {
  const column = dayOfDate(date) - first;
  return column >= 0 && column < count ? column : undefined;
}

/** The month in which a column lies. */
export function monthAt({ months }: StripColumns, column: number): StripMonth | undefined {
  return months.findLast((month) => month.column <= column);
}

function monthsOf(first: number, count: number): readonly StripMonth[] {
  const months: StripMonth[] = [];
  for (let column = 0; column < count;) {
    const date = dateOfDay(first + column);
    const year = Number(date.slice(0, 4));
    const next = first + column - Number(date.slice(8)) + 1 + 31;
    // The 32nd day from the month's first lies in the next month; its day of the month tells how far.
    const until = next - Number(dateOfDay(next).slice(8)) + 1 - first;
    const days = Math.min(until, count) - column;
    months.push({ column, days, name: shortMonth(date), year });
    column += days;
  }
  return months;
}
