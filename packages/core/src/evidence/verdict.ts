// Two verdicts for one piece of evidence: ISO asks whether it is fresh, SOC 2 whether it falls into
// the examined time. Both need a person's acceptance; neither looks at when it was uploaded.
import type { View } from '../frameworks/index.ts';
import { addDays, assertNever, daysBetween, type Period, type PlainDate } from '../kernel/index.ts';
import type { EvidenceTimes, Review } from './evidence.ts';
import type { Examination } from './examination.ts';
import { daysCovered, distance, freshPeriod, meets } from './freshness.ts';

export type VerdictState =
  | 'supports'
  | 'stale'
  | 'outside_window'
  | 'pending'
  | 'rejected'
  | 'not_yet'
  | 'no_window';

/**
 * What a piece of evidence is worth in one view. `days`: by how many days it is too old (stale), outside
 * (outside_window, with the side) or too early to count (not_yet).
 */
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

/** On which day, for how long evidence of the control stays fresh, and what SOC 2 examines. */
export interface Judgement {
  readonly today: PlainDate;
  /** Age in days beyond which evidence of the control is stale. */
  readonly freshnessDays: number;
  readonly examination: Examination;
}

/** ISO view: accepted and fresh on the day that is asked about. */
export function isoVerdict(evidence: Judged, at: Judgement): Verdict {
  return explained(judgeIn('iso', at)(evidence), evidence.times, { view: 'iso', at });
}

/** SOC 2 view: accepted and within what is examined. */
export function soc2Verdict(evidence: Judged, at: Judgement): Verdict {
  return explained(judgeIn('soc2', at)(evidence), evidence.times, { view: 'soc2', at });
}

/** The bare verdict of one view as a function, its limits worked out once: for many pieces of one control. */
export function judgeIn(view: View, at: Judgement): (evidence: Judged) => VerdictState {
  const byTimes = view === 'iso' ? freshOn(at.today, at.freshnessDays) : examined(at);
  return (evidence) => {
    if (evidence.review !== 'accepted') return evidence.review;
    if (evidence.times.performedAt > at.today) return 'not_yet';
    return byTimes(evidence.times);
  };
}

type ByTimes = (times: EvidenceTimes) => VerdictState;

function freshOn(today: PlainDate, freshnessDays: number): ByTimes {
  const fresh = freshPeriod(today, freshnessDays);
  return (times) => (meets(times, fresh) ? 'supports' : 'stale');
}

function examined(at: Judgement): ByTimes {
  const { examination } = at;
  switch (examination.type) {
    case 'none':
      return () => 'no_window';
    case 'type1':
      return asOf(examination.on, at.freshnessDays);
    case 'type2':
      return within(examination.period, at.today);
    default:
      return assertNever(examination);
  }
}

/** Type I: true on or before the date, and fresh on it. */
function asOf(on: PlainDate, freshnessDays: number): ByTimes {
  const fresh = freshPeriod(on, freshnessDays);
  return (times) => (meets(times, fresh) ? 'supports' : begins(times) > on ? 'outside_window' : 'stale');
}

/** Type II: a day that it speaks for lies in the period and is not still to come. */
function within(period: Period, today: PlainDate): ByTimes {
  const tomorrow = addDays(today, 1);
  const passed = { from: period.from, until: tomorrow < period.until ? tomorrow : period.until };
  const begun = period.from <= today;
  return (times) => {
    if (!meets(times, period)) return 'outside_window';
    return begun && meets(times, passed) ? 'supports' : 'not_yet';
  };
}

function begins({ performedAt, covers }: EvidenceTimes): PlainDate {
  return covers && covers.from < performedAt ? covers.from : performedAt;
}

/** Adds the number of days that a person reads. */
function explained(
  state: VerdictState,
  times: EvidenceTimes,
  { view, at }: { readonly view: View; readonly at: Judgement },
): Verdict {
  const { examination } = at;
  if (state === 'not_yet') return { state, days: daysUntil(times, at) };
  if (state === 'stale') {
    const day = view === 'soc2' && examination.type === 'type1' ? examination.on : at.today;
    return { state, days: daysBetween(latestBy(times, day), addDays(day, -at.freshnessDays)) };
  }
  if (state !== 'outside_window') return { state };
  if (examination.type === 'type2') return { state, ...distance(times, examination.period) };
  if (examination.type === 'type1')
    return { state, side: 'after', days: daysBetween(examination.on, daysCovered(times).first) };
  return { state };
}

/** The newest day, `day` at the latest, that evidence speaks for. */
function latestBy({ performedAt, covers }: EvidenceTimes, day: PlainDate): PlainDate {
  const act = performedAt <= day ? performedAt : undefined;
  const end = covers && covers.from <= day ? addDays(covers.until, -1) : undefined;
  if (end === undefined || (act !== undefined && act > end)) return act ?? day;
  return end < day ? end : day;
}

/** Days until evidence that is too early begins to count. */
function daysUntil(times: EvidenceTimes, { today, examination }: Judgement): number {
  if (times.performedAt > today || examination.type !== 'type2') return daysBetween(today, times.performedAt);
  const start =
    times.covers && times.covers.from > examination.period.from ? times.covers.from : examination.period.from;
  return daysBetween(today, start);
}
