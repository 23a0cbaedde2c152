// Days on which people work, counted in ticks so that sums stay whole numbers: a thousand ticks are one day.
import { dayOfDate, weekdayOf, type PlainDate } from '../../kernel/index.ts';

/** Ticks of a day; effort smaller than a minute and a half is none. */
export const TICKS = 1000;
/** No plan is longer: forty years, in days. */
export const HORIZON = 14_610;

/** Ticks are counted from the morning of `first`, a count of days since 1970. */
export interface WorkCalendar {
  readonly first: number;
  /** Working days before each day. */
  readonly before: Int32Array;
  /** The day of each working day. */
  readonly dayOf: Int32Array;
}

export function workCalendar(start: PlainDate, holidays: readonly PlainDate[]): WorkCalendar {
  const first = dayOfDate(start);
  const free = new Set(holidays.map(dayOfDate));
  const before = new Int32Array(HORIZON + 1);
  const dayOf = new Int32Array(HORIZON);
  let count = 0;
  for (let day = 0; day < HORIZON; day += 1) {
    before[day] = count;
    if (weekdayOf(first + day) < 5 && !free.has(first + day)) {
      dayOf[count] = day;
      count += 1;
    }
  }
  before[HORIZON] = count;
  return { first, before, dayOf: dayOf.slice(0, count) };
}

/** Ticks of working time before a moment. */
export function workBefore({ before }: WorkCalendar, tick: number): number {
  const day = Math.min(HORIZON - 1, Math.floor(tick / TICKS));
  const full = before[day] ?? 0;
  const works = (before[day + 1] ?? 0) > full;
  return full * TICKS + (works ? Math.min(TICKS, tick - day * TICKS) : 0);
}

/** The moment at which so much working time is over: the evening of a day rather than the next morning. */
export function whenWorked({ dayOf }: WorkCalendar, work: number): number {
  const whole = Math.ceil(work / TICKS) - 1;
  if (whole < 0) return 0;
  const day = dayOf[whole];
  return day === undefined ? HORIZON * TICKS : day * TICKS + (work - whole * TICKS);
}

/** The first moment from here on that lies in a working day. */
export function whenWork({ before, dayOf }: WorkCalendar, tick: number): number {
  const day = Math.min(HORIZON - 1, Math.floor(tick / TICKS));
  const next = dayOf[before[day] ?? 0];
  if (next === undefined) return HORIZON * TICKS;
  return next === day ? tick : next * TICKS;
}

/** The first morning from here on of a day on which people work. */
export function nextMorning(calendar: WorkCalendar, tick: number): number {
  return whenWork(calendar, Math.ceil(tick / TICKS) * TICKS);
}

/** The last morning of a working day up to here; the first morning of all where there is none. */
export function lastMorning({ before, dayOf }: WorkCalendar, tick: number): number {
  const day = Math.min(HORIZON - 1, Math.max(0, Math.floor(tick / TICKS)));
  return (dayOf[(before[day + 1] ?? 0) - 1] ?? 0) * TICKS;
}

/** The day on whose morning or later a moment lies. */
export function dayFrom(tick: number): number {
  return Math.floor(tick / TICKS);
}

/** The day by whose evening a moment is reached. */
export function dayUntil(tick: number): number {
  return Math.max(0, Math.ceil(tick / TICKS) - 1);
}
