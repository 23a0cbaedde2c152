// Which days evidence speaks for, and how far they lie from others. Days are counted as numbers (days
// since 1970-01-01), so that they are read once and compared many times.
import { addDays, dateOfDay, dayOfDate, type Period, type PlainDate } from '../kernel/index.ts';
import type { EvidenceTimes } from './evidence.ts';

/** The day of the act, and the half-open span of covered days; that of the act where nothing is covered. */
export interface EvidenceDays {
  readonly act: number;
  readonly from: number;
  readonly until: number;
}

/** A half-open span of day numbers. */
export interface DaySpan {
  readonly from: number;
  readonly until: number;
}

/** How far evidence lies from a span that it does not meet: the nearer of the act and the covered days. */
export interface Distance {
  readonly side: 'before' | 'after';
  /** Whole days from the nearest day of the evidence to the nearest day of the span; at least 1. */
  readonly days: number;
}

/** Evidence in day numbers. */
export function evidenceDays(times: EvidenceTimes): EvidenceDays {
  const days = { act: 0, from: 0, until: 0 };
  readDays(times, days);
  return days;
}

/** The same into an object that is used again for each of very many pieces. */
export function readDays({ performedAt, covers }: EvidenceTimes, into: Writable<EvidenceDays>): void {
  into.act = dayOfDate(performedAt);
  into.from = covers === undefined ? into.act : dayOfDate(covers.from);
  into.until = covers === undefined ? into.act + 1 : dayOfDate(covers.until);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A period in day numbers. */
export function daySpan(period: Period): DaySpan {
  return { from: dayOfDate(period.from), until: dayOfDate(period.until) };
}

/** The days whose evidence is still fresh on `day`: an age of exactly `freshnessDays` is fresh. */
export function freshSpan(day: number, freshnessDays: number): DaySpan {
  return { from: day - freshnessDays, until: day + 1 };
}

/** Whether the day of the act or a covered day lies in a span. */
export function meets(days: EvidenceDays, span: DaySpan): boolean {
  return (
    (days.act >= span.from && days.act < span.until) || (days.from < span.until && days.until > span.from)
  );
}

/** First day that evidence speaks for. */
export function firstDay(days: EvidenceDays): number {
  return Math.min(days.act, days.from);
}

/** Last day that evidence speaks for. */
export function lastDay(days: EvidenceDays): number {
  return Math.max(days.act, days.until - 1);
}

/** Distance to a span; undefined when evidence meets it. */
export function distance(days: EvidenceDays, span: DaySpan): Distance | undefined {
  const act = apart({ from: days.act, until: days.act + 1 }, span);
  const covered = apart(days, span);
  return act && covered && covered.days < act.days ? covered : covered && act;
}

/** First and last day that evidence speaks for, as dates. */
export function daysCovered(times: EvidenceTimes): { readonly first: PlainDate; readonly last: PlainDate } {
  const days = evidenceDays(times);
  return { first: dateOfDay(firstDay(days)), last: dateOfDay(lastDay(days)) };
}

/** Days after the act beyond which a record counts as reconstructed and needs independent support. */
export const RECONSTRUCTED_AFTER_DAYS = 14;

/** Back-dating guard: captured, or else received, long after the last day that it speaks for. */
export function isReconstructed(times: EvidenceTimes): boolean {
  const seen = (times.capturedAt ?? times.receivedAt).slice(0, 10);
  return seen > addDays(daysCovered(times).last, RECONSTRUCTED_AFTER_DAYS);
}

function apart(days: DaySpan, span: DaySpan): Distance | undefined {
  if (days.until <= span.from) return { side: 'before', days: span.from - days.until + 1 };
  return days.from >= span.until ? { side: 'after', days: days.from - span.until + 1 } : undefined;
}
