// How one control did in one window: every occurrence, the counts, the longest gap, the deviations.
import type { ControlCode } from '../../kernel/index.ts';
import { calendarOccurrences } from './calendar.ts';
import { continuousOccurrences } from './continuous.ts';
import { countOf, coverageOf, type Counts, type Coverage } from './counts.ts';
import { eventOccurrences, expectsEvents } from './events.ts';
import { longestGap } from './gap.ts';
import { intervalOccurrences } from './interval.ts';
import { isDeviation, type Occurrence } from './occurrence.ts';
import { isReconstructedAct, scoped, type Scoped } from './scoped.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Timeline, WindowFrame } from './timeline.ts';

/** Output of a control (rule 10); what a day shows is in `dayStates`, where it could be clean in `clean.ts`. */
export interface ControlResult {
  /** The control of today: the last of its line. */
  readonly control: ControlCode;
  /** By due day, then scope, then item. */
  readonly occurrences: readonly Occurrence[];
  readonly counts: Counts;
  readonly coverage: Coverage;
  readonly longestGapDays: number;
  readonly deviations: readonly Occurrence[];
  readonly standing: Standing;
  /** Evidence made long after its act without independent support: it fills nothing (rule 9). */
  readonly reconstructed: readonly string[];
  /** An event control whose population is not known: that is not the same as no event (rule 7). */
  readonly populationMissing: boolean;
}

/** Evaluates one control over all of its scopes. Pure: the day of looking comes with the frame. */
export function evaluateControl(timeline: Timeline, frame: WindowFrame): ControlResult {
  const views = timeline.scopes.map((scope) => scoped(timeline, scope, frame));
  const occurrences = views.flatMap(occurrencesOf).sort(byDay);
  const deviations = occurrences.filter(isDeviation);
  const counts = countOf(occurrences);
  const eventful = views.some(expectsEvents);
  const populationMissing = eventful && (timeline.events === undefined || timeline.unlisted === true);
  return {
    control: (timeline.line.at(-1) ?? timeline.line[0]).code,
    occurrences,
    counts,
    coverage: coverageOf(counts),
    longestGapDays: Math.max(0, ...views.map((view) => longestGap(view, deviations))),
    deviations,
    standing: standingOf(occurrences, populationMissing ? 'missing' : eventful ? 'known' : 'none'),
    reconstructed: timeline.performances
      .filter((act) => act.review === 'accepted' && isReconstructedAct(act, frame))
      .map((act) => act.evidence)
      .sort(),
    populationMissing,
  };
}

function occurrencesOf(view: Scoped): readonly Occurrence[] {
  if (view.span.last < view.span.first) return [];
  const calendar = calendarOccurrences(view);
  const taken = new Set(calendar.flatMap(({ filledBy }) => filledBy?.evidence ?? []));
  return [
    ...calendar,
    ...intervalOccurrences(view, taken),
    ...eventOccurrences(view),
    ...continuousOccurrences(view),
  ];
}

function byDay(a: Occurrence, b: Occurrence): number {
  return a.last - b.last || order(a.scope, b.scope) || order(a.item ?? '', b.item ?? '');
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
