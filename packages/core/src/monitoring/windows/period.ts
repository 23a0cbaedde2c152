// Whether a window has the length and the place that a Type II period should have (1.12).
import { daysBetween, dayOfDate, type Period } from '../../kernel/index.ts';
import { addMonths } from './rhythm.ts';

export const WINDOW_REMARKS = [
  'under_three_months',
  'under_six_months',
  'over_twelve_months',
  'gap_after_previous',
  'overlaps_previous',
] as const;

/** A remark on a window. Only `under_three_months` forbids it; the others ask for an explanation. */
export interface WindowRemark {
  readonly code: (typeof WINDOW_REMARKS)[number];
  readonly severity: 'error' | 'warning';
  /** Days of the gap or the overlap, where there is one. */
  readonly days: number | undefined;
}

/** Where a window stands among the reports of a company. */
export interface WindowContext {
  /** The period of the report before; undefined when there is none. */
  readonly previous: Period | undefined;
}

/**
 * Remarks on a window: 3 to 12 months; under 6 only for a first report; it follows on the previous one without
 * a gap (which needs a bridge letter or an explanation) or an overlap.
 */
export function windowRemarks(window: Period, { previous }: WindowContext): readonly WindowRemark[] {
  const until = dayOfDate(window.until);
  const reaches = (months: number): boolean => addMonths(dayOfDate(window.from), months) <= until;
  const remarks: WindowRemark[] = [];
  if (!reaches(3)) remarks.push({ code: 'under_three_months', severity: 'error', days: undefined });
  else if (!reaches(6) && previous)
    remarks.push({ code: 'under_six_months', severity: 'warning', days: undefined });
  if (addMonths(dayOfDate(window.from), 12) < until)
    remarks.push({ code: 'over_twelve_months', severity: 'warning', days: undefined });
  const gap = previous ? daysBetween(previous.until, window.from) : 0;
  if (gap > 0) remarks.push({ code: 'gap_after_previous', severity: 'warning', days: gap });
  if (gap < 0) remarks.push({ code: 'overlaps_previous', severity: 'warning', days: -gap });
  return remarks;
}
