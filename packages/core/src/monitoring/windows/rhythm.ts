// The year's rhythm in day numbers: months and their ends, weekdays, business days, fiscal years.
import { dateOfDay, dayOfDate, daysFromCivil, weekdayOf } from '../../kernel/index.ts';
import type { SlotFrequency, WorkCalendar } from './schedule.ts';

/** Where the fiscal year starts, and on which days nobody works beside Saturday and Sunday. */
export interface Rhythm {
  readonly fiscalYearStart: number;
  readonly holidays: ReadonlySet<number>;
}

/** Calendar months of a slot; 0 for those counted in days. */
const MONTHS: Readonly<Record<SlotFrequency, number>> = {
  daily: 0,
  business_daily: 0,
  weekly: 0,
  monthly: 1,
  quarterly: 3,
  semi_annual: 6,
  annual: 12,
};

/** First and last day, as day numbers; both belong to it. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Reads the organisation's calendar. */
export function rhythmOf(calendar: WorkCalendar): Rhythm {
  return {
    fiscalYearStart: calendar.fiscalYearStart,
    holidays: new Set(calendar.holidays.map(dayOfDate)),
  };
}

/** The calendar slot that holds a day (rule 1); undefined when none does: a weekend, for business days. */
export function slotAt(frequency: SlotFrequency, day: number, rhythm: Rhythm): Span | undefined {
  if (frequency === 'daily') return { first: day, last: day };
  if (frequency === 'business_daily') return worksOn(day, rhythm) ? { first: day, last: day } : undefined;
  if (frequency === 'weekly') {
    const monday = day - weekdayOf(day);
    return { first: monday, last: monday + 6 };
  }
  const months = MONTHS[frequency];
  const first = startOfMonths(day, months, rhythm.fiscalYearStart);
  return { first, last: addMonths(first, months) - 1 };
}

/** The day one interval after `day`; for business days, the next of them. */
export function dueAfter(frequency: SlotFrequency, day: number, rhythm: Rhythm): number {
  if (frequency === 'daily') return day + 1;
  if (frequency === 'weekly') return day + 7;
  if (frequency !== 'business_daily') return addMonths(day, MONTHS[frequency]);
  let next = day + 1;
  while (!worksOn(next, rhythm)) next += 1;
  return next;
}

/** Whether people work on a day. */
export function worksOn(day: number, { holidays }: Rhythm): boolean {
  return weekdayOf(day) < 5 && !holidays.has(day);
}

/** A day number moved by calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const [year = 0, month = 1, date = 1] = dateOfDay(day).split('-').map(Number);
  const first = firstOfMonth(year * 12 + month - 1 + months);
  const next = firstOfMonth(year * 12 + month + months);
  return first + Math.min(date, next - first) - 1;
}

/** The first day of the span of `months` months, counted from the fiscal year's first month, that holds a day. */
function startOfMonths(day: number, months: number, fiscalYearStart: number): number {
  const [year = 0, month = 1] = dateOfDay(day).split('-').map(Number);
  const since = year * 12 + month - fiscalYearStart;
  return firstOfMonth(Math.floor(since / months) * months + fiscalYearStart - 1);
}

/** The first day of a month, counted from January of the year 0. */
function firstOfMonth(count: number): number {
  return daysFromCivil(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, 1);
}

/** Monday is 0. */
