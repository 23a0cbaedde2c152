// How one control did in one window: every occurrence, the counts, the longest gap, the deviations.
import { continuousOccurrences } from './continuous.ts';
import { eventOccurrences } from './events.ts';
import { intervalOccurrences } from './interval.ts';
import { isDeviation, OCCURRENCE_STATES, type Occurrence, type OccurrenceState } from './occurrence.ts';
import { calendarOccurrences } from './periodic.ts';
import { isReconstructedAct, scoped, type Scoped } from './scoped.ts';
import { answerable, cadenceOn } from './slots.ts';
import type { Timeline, WindowFrame } from './timeline.ts';

/** Occurrences by state. `expected` leaves out what was excluded or not due. */
export type Counts = Readonly<Record<OccurrenceState, number>> & { readonly expected: number };

/** A share with what it is made of, so that it is never shown without its denominator. */
export interface Coverage {
  readonly filled: number;
  readonly of: number;
}

/**
 * clear: ran, and nothing is missing so far. exceptions: ran, with deviations. failed: never ran although it
 * was due. unknown: nobody can know yet, or at all. no_occurrence: a complete population without an event,
 * so that operation cannot be tested. not_due: nothing was due. excluded: nothing but exclusions.
 */
export type Standing =
  | 'clear'
  | 'exceptions'
  | 'failed'
  | 'unknown'
  | 'no_occurrence'
  | 'not_due'
  | 'excluded';

export interface ControlResult {
  readonly occurrences: readonly Occurrence[];
  readonly counts: Counts;
  /** (on time + late) of (expected - pending). */
  readonly coverage: Coverage;
  /** Longest stretch of days, within the window up to today, that deviations cover; 0 when there are none. */
  readonly longestGapDays: number;
  readonly deviations: readonly Occurrence[];
  readonly standing: Standing;
  /** Evidence made long after its act without independent support: it fills nothing. */
  readonly reconstructed: readonly string[];
  /** An event control whose population is not known. */
  readonly populationMissing: boolean;
}

/** Evaluates one control over all of its scopes. Pure: the day of looking comes with the frame. */
export function evaluateControl(timeline: Timeline, frame: WindowFrame): ControlResult {
  const views = timeline.scopes.map((scope) => scoped(timeline, scope, frame));
  const occurrences = views.flatMap(occurrencesOf).sort(byDay);
  const populationMissing = timeline.events === undefined && views.some(expectsEvents);
  const counts = count(occurrences);
  const deviations = occurrences.filter(isDeviation);
  return {
    occurrences,
    counts,
    coverage: { filled: counts.on_time + counts.late, of: counts.expected - counts.pending },
    longestGapDays: Math.max(0, ...views.map((view) => longestGap(view, deviations))),
    deviations,
    standing: standingOf({ counts, populationMissing, events: views.some(expectsEvents) }),
    reconstructed: timeline.performances
      .filter((act) => act.review === 'accepted' && isReconstructedAct(act, frame) && !act.supported)
      .map((act) => act.evidence)
      .sort(),
    populationMissing,
  };
}

/** Counts of any part of a window: parts that do not overlap add up to the whole. */
export function count(occurrences: readonly Occurrence[]): Counts {
  const byState: Record<OccurrenceState, number> = {
    on_time: 0,
    late: 0,
    missed: 0,
    pending: 0,
    not_operating: 0,
    excluded: 0,
    not_due: 0,
    no_data: 0,
  };
  for (const { state } of occurrences) byState[state] += 1;
  const all = OCCURRENCE_STATES.reduce((sum, state) => sum + byState[state], 0);
  return { ...byState, expected: all - byState.excluded - byState.not_due };
}

function occurrencesOf(view: Scoped): readonly Occurrence[] {
  const calendar = calendarOccurrences(view);
  const taken = new Set(calendar.flatMap(({ filledBy }) => filledBy?.evidence ?? []));
  return [
    ...calendar,
    ...intervalOccurrences(view, taken),
    ...(eventOccurrences(view) ?? []),
    ...continuousOccurrences(view),
  ];
}

function expectsEvents({ timeline: { line }, span }: Scoped): boolean {
  return [span.first, span.last].some((day) => cadenceOn(answerable(line, day), day)?.kind === 'event');
}

function byDay(a: Occurrence, b: Occurrence): number {
  return a.last - b.last || order(a.scope, b.scope) || order(a.item ?? '', b.item ?? '');
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function standingOf(at: {
  readonly counts: Counts;
  readonly populationMissing: boolean;
  readonly events: boolean;
}): Standing {
  const { counts } = at;
  const filled = counts.on_time + counts.late;
  const deviating = counts.missed + counts.not_operating + counts.no_data;
  if (at.populationMissing) return 'unknown';
  if (counts.expected === 0) {
    if (counts.not_due > 0) return 'not_due';
    if (counts.excluded > 0) return 'excluded';
    return at.events ? 'no_occurrence' : 'unknown';
  }
  if (deviating === 0) return filled > 0 ? 'clear' : 'unknown';
  if (filled > 0) return 'exceptions';
  return counts.no_data === deviating ? 'unknown' : 'failed';
}

/** Deviations of one scope that follow on one another are one gap. */
function longestGap({ scope, span, today }: Scoped, deviations: readonly Occurrence[]): number {
  let longest = 0;
  let from = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const each of deviations) {
    if (each.scope !== scope.name) continue;
    if (each.first > until) from = each.first;
    // A gap closes on the day on which the work was caught up.
    const open = each.caughtUpBy === undefined ? each.last + 1 : Math.max(each.last + 1, each.caughtUpBy.day);
    until = Math.max(until, Math.min(open, span.last + 1, today + 1));
    longest = Math.max(longest, until - from);
  }
  return longest;
}
