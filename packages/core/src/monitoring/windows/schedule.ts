// How often a control is to run. A schedule is a history, not a setting: each version holds from its day on.
import { dateOfDay, dayOfDate, daysFromCivil, type PlainDate } from '../../kernel/index.ts';

export const SLOT_FREQUENCIES = [
  'daily',
  'business_daily',
  'weekly',
  'monthly',
  'quarterly',
  'semi_annual',
  'annual',
] as const;
export type SlotFrequency = (typeof SLOT_FREQUENCIES)[number];

/** Calendar: fixed slots (a quarter is a fiscal quarter). Interval: the next is due one interval after the last. */
export type SlotMode = 'calendar' | 'interval';

/** A periodic control's cadence. */
export interface PeriodicCadence {
  readonly kind: 'periodic';
  readonly frequency: SlotFrequency;
  readonly mode: SlotMode;
  /** Days after the slot's last day in which evidence is late but accepted. */
  readonly graceDays: number;
}

/** A control that runs once for each event of a population: a leaver, a change, an incident. */
export interface EventCadence {
  readonly kind: 'event';
  /** Days after the event in which the control must have run; 0 is the same day. */
  readonly withinDays: number;
  readonly graceDays: number;
}

/** A control that a machine checks again and again. */
export interface ContinuousCadence {
  readonly kind: 'continuous';
  /** Hours between runs as declared. */
  readonly everyHours: number;
  /** A silence of more than `everyHours * tolerance` is a gap; 2 by default (domain rule 8). */
  readonly tolerance: number;
  /** Days within which a failure must be mended, counted from the day on which it was first seen. */
  readonly slaDays: number;
}

export type Cadence = PeriodicCadence | EventCadence | ContinuousCadence;

/** A cadence and the day from which it holds; the frequency in force on a slot's last day decides the slot. */
export interface ScheduleVersion {
  readonly from: PlainDate;
  readonly cadence: Cadence;
}

/** The organisation's calendar. */
export interface WorkCalendar {
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStart: number;
  /** Days on which nobody works, beside Saturday and Sunday. */
  readonly holidays: readonly PlainDate[];
}

/** Calendar months of a slot; 0 for those counted in days. */
export const MONTHS: Readonly<Record<SlotFrequency, number>> = {
  daily: 0,
  business_daily: 0,
  weekly: 0,
  monthly: 1,
  quarterly: 3,
  semi_annual: 6,
  annual: 12,
};

/** A day number moved by calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const [year = 0, month = 1, date = 1] = dateOfDay(day).split('-').map(Number);
  const first = daysFromCivil(
    year + Math.floor((month - 1 + months) / 12),
    ((((month - 1 + months) % 12) + 12) % 12) + 1,
    1,
  );
  return first + Math.min(date, monthLength(first)) - 1;
}

/** The first day of the span of `months` months, counted from the fiscal year's first month, that holds a day. */
export function startOfSpan(day: number, months: number, fiscalYearStart: number): number {
  const [year = 0, month = 1] = dateOfDay(day).split('-').map(Number);
  const count = year * 12 + (month - fiscalYearStart);
  const start = Math.floor(count / months) * months + (fiscalYearStart - 1);
  return daysFromCivil(Math.floor(start / 12), (start % 12) + 1, 1);
}

/** Monday is 0. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A set of holidays as day numbers. */
export function holidaySet(calendar: WorkCalendar): ReadonlySet<number> {
  return new Set(calendar.holidays.map(dayOfDate));
}

/** Whether people work on a day. */
export function isBusinessDay(day: number, holidays: ReadonlySet<number>): boolean {
  return weekday(day) < 5 && !holidays.has(day);
}

function monthLength(first: number): number {
  const [year = 0, month = 1] = dateOfDay(first).split('-').map(Number);
  return daysFromCivil(year + Math.floor(month / 12), (month % 12) + 1, 1) - first;
}
