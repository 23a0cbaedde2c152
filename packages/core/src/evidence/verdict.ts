// Two verdicts for one piece of evidence: ISO asks whether it is fresh, SOC 2 whether it falls into
// the examined time. Both need a person's acceptance; neither looks at when it was uploaded.
import { addDays, assertNever, daysBetween, type Period, type PlainDate } from '../kernel/index.ts';
import type { EvidenceTimes, Review } from './evidence.ts';

/** What SOC 2 examines: nothing yet, design at a date (Type I), operation over a period (Type II). */
export type Examination =
  | { readonly type: 'none' }
  | { readonly type: 'type1'; readonly on: PlainDate }
  | { readonly type: 'type2'; readonly period: Period };

export type VerdictState = 'supports' | 'stale' | 'outside_window' | 'pending' | 'rejected' | 'not_yet' | 'no_window';

/** What a piece of evidence is worth in one view; `days` says by how much it is stale or outside. */
export interface Verdict {
  readonly state: VerdictState;
  readonly days?: number;
  readonly side?: 'before' | 'after';
}

/** What a verdict is about. */
export interface Judged {
  readonly times: EvidenceTimes;
  readonly review: Review['state'];
}

export interface Judgement {
  readonly today: PlainDate;
  /** Age in days beyond which evidence of the control is stale. */
  readonly freshnessDays: number;
  readonly examination: Examination;
}

/** First and last day that evidence speaks for. */
export function daysCovered(times: EvidenceTimes): { readonly first: PlainDate; readonly last: PlainDate } {
  return times.covers ? { first: times.covers.from, last: addDays(times.covers.until, -1) } : { first: times.performedAt, last: times.performedAt };
}

/** ISO view: accepted and fresh on the day that is asked about. */
export function isoVerdict(evidence: Judged, at: Judgement): Verdict {
  return reviewed(evidence) ?? fresh(evidence.times, at.today, at.freshnessDays);
}

/** SOC 2 view: accepted and within what is examined. */
export function soc2Verdict(evidence: Judged, at: Judgement): Verdict {
  const person = reviewed(evidence);
  if (person) return person;
  const { examination } = at;
  switch (examination.type) {
    case 'none': return { state: 'no_window' };
    case 'type1': return asOf(evidence.times, examination.on, at.freshnessDays);
    case 'type2': return within(evidence.times, examination.period);
    default: return assertNever(examination);
  }
}

/** Whether evidence lies outside the examined time, whatever its review says; said at once on receipt. */
export function outsideExamination(times: EvidenceTimes, examination: Examination): boolean {
  if (examination.type === 'none') return false;
  if (examination.type === 'type1') return daysCovered(times).first > examination.on;
  return within(times, examination.period).state !== 'supports';
}

/** Days after the act beyond which a record counts as reconstructed and needs independent support. */
export const RECONSTRUCTED_AFTER_DAYS = 14;

/** Back-dating guard: captured, or else received, long after it was performed. */
export function isReconstructed(times: EvidenceTimes): boolean {
  const seen = (times.capturedAt ?? times.receivedAt).slice(0, 10);
  return seen > addDays(daysCovered(times).last, RECONSTRUCTED_AFTER_DAYS);
}

function reviewed(evidence: Judged): Verdict | undefined {
  if (evidence.review === 'pending') return { state: 'pending' };
  if (evidence.review === 'rejected') return { state: 'rejected' };
  return undefined;
}

function fresh(times: EvidenceTimes, today: PlainDate, freshnessDays: number): Verdict {
  const { first, last } = daysCovered(times);
  if (first > today) return { state: 'not_yet', days: daysBetween(today, first) };
  const age = daysBetween(last, today);
  return age <= freshnessDays ? { state: 'supports' } : { state: 'stale', days: age - freshnessDays };
}

/** Type I: performed on or before the date, and fresh on it. */
function asOf(times: EvidenceTimes, on: PlainDate, freshnessDays: number): Verdict {
  const { first } = daysCovered(times);
  if (first > on) return { state: 'outside_window', side: 'after', days: daysBetween(on, first) };
  return fresh(times, on, freshnessDays);
}

/** Type II: at least one day that it speaks for lies in the period. */
function within(times: EvidenceTimes, period: Period): Verdict {
  const { first, last } = daysCovered(times);
  if (last < period.from) return { state: 'outside_window', side: 'before', days: daysBetween(last, period.from) };
  if (first >= period.until) return { state: 'outside_window', side: 'after', days: daysBetween(period.until, first) + 1 };
  return { state: 'supports' };
}
