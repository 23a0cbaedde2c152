// The calendar slots of a control whose last day lies in a span of days.
import { dayOfDate } from '../../kernel/index.ts';
import {
  addMonths,
  isBusinessDay,
  MONTHS,
  startOfSpan,
  weekday,
  type Cadence,
  type SlotFrequency,
  type PeriodicCadence,
} from './schedule.ts';
import type { Lifetime, Timeline } from './timeline.ts';

/** First and last day of a slot, as day numbers; both belong to it. */
export interface SlotDays {
  readonly first: number;
  readonly last: number;
}

/** The year's rhythm: where the fiscal year starts, and who rests when. */
export interface Rhythm {
  readonly fiscalYearStart: number;
  readonly holidays: ReadonlySet<number>;
}

/** The calendar slot that holds a day; undefined when none does (a weekend, for business days). */
export function slotAt(frequency: SlotFrequency, day: number, rhythm: Rhythm): SlotDays | undefined {
  if (frequency === 'daily') return { first: day, last: day };
  if (frequency === 'business_daily') {
    return isBusinessDay(day, rhythm.holidays) ? { first: day, last: day } : undefined;
  }
  if (frequency === 'weekly') {
    const monday = day - weekday(day);
    return { first: monday, last: monday + 6 };
  }
  const months = MONTHS[frequency];
  const first = startOfSpan(day, months, rhythm.fiscalYearStart);
  return { first, last: addMonths(first, months) - 1 };
}

/** The day on which the next occurrence is due, one interval after `day`. */
export function dueAfter(frequency: SlotFrequency, day: number, rhythm: Rhythm): number {
  if (frequency === 'daily') return day + 1;
  if (frequency === 'weekly') return day + 7;
  if (frequency !== 'business_daily') return addMonths(day, MONTHS[frequency]);
  let next = day + 1;
  while (!isBusinessDay(next, rhythm.holidays)) next += 1;
  return next;
}

/** Who of the line ran on a day: the last that had started and had not been retired. */
export function operating(line: Timeline['line'], day: number): Lifetime | undefined {
  return line.findLast((life) => dayOfDate(life.startedOn) <= day && !retired(life, day));
}

/** Who should have run on a day: whoever ran, else the next to start, else the last one. */
export function answerable(line: Timeline['line'], day: number): Lifetime {
  return (
    operating(line, day) ??
    line.find((life) => dayOfDate(life.startedOn) > day) ??
    line[line.length - 1] ??
    line[0]
  );
}

/** The cadence in force on a day; before the first version, the first one. */
export function cadenceOn(life: Lifetime, day: number): Cadence | undefined {
  const held = life.schedule.findLast((version) => dayOfDate(version.from) <= day);
  return (held ?? life.schedule[0])?.cadence;
}

/** The cadence that a line follows on a day, when it is periodic. */
export function periodicOn(line: Timeline['line'], day: number): PeriodicCadence | undefined {
  const cadence = cadenceOn(answerable(line, day), day);
  return cadence?.kind === 'periodic' ? cadence : undefined;
}

/** The days on which a line's cadence can change, in order. */
export function changesOf(line: Timeline['line']): readonly number[] {
  return line
    .flatMap(({ startedOn, retiredOn, schedule }) => [
      startedOn,
      ...(retiredOn === undefined ? [] : [retiredOn]),
      ...schedule.map(({ from }) => from),
    ])
    .map(dayOfDate)
    .sort((a, b) => a - b);
}

function retired(life: Lifetime, day: number): boolean {
  return life.retiredOn !== undefined && dayOfDate(life.retiredOn) <= day;
}
