// A day, or a number, that nobody knows.
import type { PlainDate } from '../kernel/index.ts';

/** The days by which one, five and nine of ten courses have come there. */
export interface DayRange {
  readonly p10: PlainDate;
  readonly p50: PlainDate;
  readonly p90: PlainDate;
}

/** A number that nobody knows: what one, five and nine of ten courses stay below. */
export interface Range {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}
