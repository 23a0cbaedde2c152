// The days that a record speaks for: kept as a period whose end no longer belongs to it, shown by first and last day.
import { addDays, parsePlainDate } from '@assay/core';

export interface Covers {
  readonly from: string;
  readonly until: string;
}

/** "2026-07-01 to 2026-09-30"; one day is written once. */
export function coversText(covers: Covers | null): string {
  if (!covers) return 'that day';
  const last = lastDay(covers.until);
  return last === covers.from ? last : `${covers.from} to ${last}`;
}

/** The day before the end. */
export function lastDay(until: string): string {
  return shifted(until, -1);
}

/** A period from its first and last day; undefined while one is missing or they are the wrong way round. */
export function periodOf(first: string, last: string): Covers | undefined {
  if (parsePlainDate(first) === undefined || parsePlainDate(last) === undefined || last < first)
    return undefined;
  return { from: first, until: shifted(last, 1) };
}

function shifted(text: string, days: number): string {
  const day = parsePlainDate(text);
  return day === undefined ? text : addDays(day, days);
}
