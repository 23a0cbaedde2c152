// What lies on the time axis.
import { dateOfDay, dayOfDate, weekdayOf, type PlainDate } from '../../kernel/index.ts';
import { addMonths } from '../../monitoring/index.ts';
import type { Lane } from '../network.ts';

export type AxisKind =
  | 'work'
  | 'stage1'
  | 'stage2'
  | 'decision'
  | 'certificate'
  | 'surveillance'
  | 'recertification'
  | 'expiry'
  | 'type1'
  | 'period'
  | 'report'
  | 'internal_audit'
  | 'management_review';

/** A stretch of days, or one day where both ends are the same; both ends belong to it. */
export interface AxisItem {
  readonly id: string;
  readonly kind: AxisKind;
  readonly lane: Lane;
  readonly title: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The last day that the rules allow, where there is one. */
  readonly latest: PlainDate | undefined;
  readonly because: string;
}

/** The same day of a later month, or its last. */
export function monthsAfter(date: PlainDate, months: number): PlainDate {
  return dateOfDay(addMonths(dayOfDate(date), months));
}

/** The day itself, or the Friday before where it lies on a weekend: nobody audits on Sundays. */
export function weekdayAt(date: PlainDate): PlainDate {
  const day = dayOfDate(date);
  return dateOfDay(day - Math.max(0, weekdayOf(day) - 4));
}
