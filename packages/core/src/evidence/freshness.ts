// Which days evidence speaks for, and how old it is on a day. Days are compared as text (PlainDate
// sorts in time order); they are only counted where somebody reads the number.
import { addDays, daysBetween, type Period, type PlainDate } from '../kernel/index.ts';
import type { EvidenceTimes } from './evidence.ts';

/** First and last day that evidence speaks for: the day of the act together with the days that it covers. */
export function daysCovered(times: EvidenceTimes): { readonly first: PlainDate; readonly last: PlainDate } {
  const { performedAt, covers } = times;
  if (!covers) return { first: performedAt, last: performedAt };
  const end = addDays(covers.until, -1);
  return {
    first: covers.from < performedAt ? covers.from : performedAt,
    last: end > performedAt ? end : performedAt,
  };
}

/** Whether the day of the act or a covered day lies in a half-open period. */
export function meets(times: EvidenceTimes, period: Period): boolean {
  const { performedAt, covers } = times;
  if (performedAt >= period.from && performedAt < period.until) return true;
  return covers !== undefined && covers.from < period.until && covers.until > period.from;
}

/** The days whose evidence is still fresh on `day`: an age of exactly `freshnessDays` is fresh. */
export function freshPeriod(day: PlainDate, freshnessDays: number): Period {
  return { from: addDays(day, -freshnessDays), until: addDays(day, 1) };
}

/** How far evidence lies from a period that it does not meet: the nearer of the act and the covered days. */
export interface Distance {
  readonly side: 'before' | 'after';
  /** Whole days from the nearest day of the evidence to the nearest day of the period; at least 1. */
  readonly days: number;
}

/** Distance to a period; undefined when evidence meets it. */
export function distance(times: EvidenceTimes, period: Period): Distance | undefined {
  const { performedAt, covers } = times;
  const act = apart(performedAt, performedAt, period);
  if (!act || !covers) return act;
  const covered = apart(covers.from, addDays(covers.until, -1), period);
  return !covered || covered.days < act.days ? covered : act;
}

/** Days after the act beyond which a record counts as reconstructed and needs independent support. */
export const RECONSTRUCTED_AFTER_DAYS = 14;

/** Back-dating guard: captured, or else received, long after the last day that it speaks for. */
export function isReconstructed(times: EvidenceTimes): boolean {
  const seen = (times.capturedAt ?? times.receivedAt).slice(0, 10);
  return seen > addDays(daysCovered(times).last, RECONSTRUCTED_AFTER_DAYS);
}

function apart(first: PlainDate, last: PlainDate, period: Period): Distance | undefined {
  if (last < period.from) return { side: 'before', days: daysBetween(last, period.from) };
  if (first >= period.until) return { side: 'after', days: daysBetween(period.until, first) + 1 };
  return undefined;
}
