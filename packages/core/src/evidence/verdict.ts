// Two verdicts for one piece of evidence: ISO asks whether it is fresh, SOC 2 whether it falls into
// the examined time. Both need a person's acceptance; neither looks at when it was uploaded. How long it stays
// fresh is its own rule where it has one, else its control's.
import type { View } from '../frameworks/index.ts';
import { assertNever, dayOfDate, type Period, type PlainDate } from '../kernel/index.ts';
import type { EvidenceTimes, Review } from './evidence.ts';
import type { Examination } from './examination.ts';
import {
  daySpan,
  distance,
  evidenceDays,
  firstDay,
  freshSpan,
  meets,
  type EvidenceDays,
} from './freshness.ts';

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
  /** Days that it stays fresh by its own rule, whatever the control's rule is. */
  readonly freshnessDays?: number;
}

/** On which day, for how long evidence of the control stays fresh, and what SOC 2 examines. */
export interface Judgement {
  readonly today: PlainDate;
  /** Age in days beyond which evidence of the control is stale. */
  readonly freshnessDays: number;
  readonly examination: Examination;
}

/** The bare verdict of one view; `freshnessDays` is the evidence's own rule, where it has one. */
export type Judge = (review: Review['state'], days: EvidenceDays, freshnessDays?: number) => VerdictState;

/** ISO view: accepted and fresh on the day that is asked about. */
export function isoVerdict(evidence: Judged, given: Judgement): Verdict {
  const at = byRuleOf(evidence, given);
  const days = evidenceDays(evidence.times);
  const state = judgeIn('iso', at)(evidence.review, days);
  return state === 'stale'
    ? { state, days: tooOld(days, dayOfDate(at.today), at.freshnessDays) }
    : early(state, days, at);
}

/** SOC 2 view: accepted and within what is examined. */
export function soc2Verdict(evidence: Judged, given: Judgement): Verdict {
  const at = byRuleOf(evidence, given);
  const days = evidenceDays(evidence.times);
  const state = judgeIn('soc2', at)(evidence.review, days);
  const { examination } = at;
  if (examination.type === 'type1') {
    const on = dayOfDate(examination.on);
    if (state === 'stale') return { state, days: tooOld(days, on, at.freshnessDays) };
    if (state === 'outside_window') return { state, side: 'after', days: firstDay(days) - on };
  }
  if (examination.type === 'type2' && state === 'outside_window')
    return { state, ...distance(days, daySpan(examination.period)) };
  return early(state, days, at);
}

/** The bare verdict of one view as a function, its limits worked out once: for many pieces of one control. */
export function judgeIn(view: View, at: Judgement): Judge {
  const today = dayOfDate(at.today);
  const byRule = (freshnessDays: number): ByDays =>
    view === 'iso' ? freshOn(today, freshnessDays) : examined({ ...at, freshnessDays }, today);
  const byDays = byRule(at.freshnessDays);
  const own = new Map<number, ByDays>();
  return (review, days, freshnessDays) => {
    if (review !== 'accepted') return review;
    if (days.act > today) return 'not_yet';
    if (freshnessDays === undefined) return byDays(days);
    const byOwn = own.get(freshnessDays) ?? byRule(freshnessDays);
    own.set(freshnessDays, byOwn);
    return byOwn(days);
  };
}

/** A record's own freshness goes before its control's: who collected it knows what it is worth, longer or shorter. */
function byRuleOf({ freshnessDays }: Judged, at: Judgement): Judgement {
  return freshnessDays === undefined ? at : { ...at, freshnessDays };
}

type ByDays = (days: EvidenceDays) => VerdictState;

function freshOn(today: number, freshnessDays: number): ByDays {
  const fresh = freshSpan(today, freshnessDays);
  return (days) => (meets(days, fresh) ? 'supports' : 'stale');
}

function examined({ examination, freshnessDays }: Judgement, today: number): ByDays {
  switch (examination.type) {
    case 'none':
      return () => 'no_window';
    case 'type1':
      return asOf(dayOfDate(examination.on), freshnessDays);
    case 'type2':
      return within(examination.period, today);
    default:
      return assertNever(examination);
  }
}

/** Type I: true on or before the date, and fresh on it. */
function asOf(on: number, freshnessDays: number): ByDays {
  const fresh = freshSpan(on, freshnessDays);
  return (days) => (meets(days, fresh) ? 'supports' : firstDay(days) > on ? 'outside_window' : 'stale');
}

/** Type II: a day that it speaks for lies in the period and is not still to come. */
function within(period: Period, today: number): ByDays {
  const span = daySpan(period);
  const passed = { from: span.from, until: Math.min(span.until, today + 1) };
  const begun = span.from <= today;
  return (days) => {
    if (begun && meets(days, passed)) return 'supports';
    return meets(days, span) ? 'not_yet' : 'outside_window';
  };
}

/** By how many days the newest day that it speaks for, `on` at the latest, is older than allowed. */
function tooOld(days: EvidenceDays, on: number, freshnessDays: number): number {
  const act = days.act <= on ? days.act : -Infinity;
  const covered = days.from <= on ? days.until - 1 : -Infinity;
  return on - freshnessDays - Math.max(act, covered);
}

/** Adds to "not yet" the days until it begins to count; every other state stands alone. */
function early(state: VerdictState, days: EvidenceDays, { today, examination }: Judgement): Verdict {
  if (state !== 'not_yet') return { state };
  const now = dayOfDate(today);
  if (days.act > now || examination.type !== 'type2') return { state, days: days.act - now };
  return { state, days: Math.max(days.from, dayOfDate(examination.period.from)) - now };
}
