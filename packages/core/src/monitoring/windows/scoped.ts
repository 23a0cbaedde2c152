// One scope of a timeline in day numbers: what the rules then compare.
import { dayOfDate, groupBy, type PlainDate } from '../../kernel/index.ts';
import { courseOf, type Stretch } from './course.ts';
import type { Filling } from './occurrence.ts';
import { rhythmOf, type Rhythm, type Span } from './rhythm.ts';
import type { ControlScope, Exclusion, Performance, Timeline, WindowFrame } from './timeline.ts';

/** A timeline seen for one scope. */
export interface Scoped {
  readonly timeline: Timeline;
  readonly frame: WindowFrame;
  readonly scope: ControlScope;
  /** Days of the window on which the scope counts; empty (`last` before `first`) when there are none. */
  readonly span: Span;
  /** Last day of the window, also where the scope has left before it. */
  readonly windowLast: number;
  readonly today: number;
  readonly rhythm: Rhythm;
  readonly course: readonly Stretch[];
  /** Accepted acts that count and answer no event, by day; also those before the window. */
  readonly acts: readonly Filling[];
  /** The same for those that answer an event: they fill nothing else. */
  readonly answers: ReadonlyMap<string | undefined, readonly Filling[]>;
}

/** Reads a scope. A scope that enters late or leaves early has a window of its own. */
export function scoped(timeline: Timeline, scope: ControlScope, frame: WindowFrame): Scoped {
  const windowLast = dayOfDate(frame.window.until) - 1;
  const span = {
    first: Math.max(
      dayOfDate(frame.window.from),
      scope.from === undefined ? -Infinity : dayOfDate(scope.from),
    ),
    last: Math.min(windowLast, scope.until === undefined ? Infinity : dayOfDate(scope.until) - 1),
  };
  const answers = groupBy(actsOf(timeline, scope, frame), ({ event }) => event);
  return {
    timeline,
    frame,
    scope,
    span,
    windowLast,
    today: dayOfDate(frame.today),
    rhythm: rhythmOf(frame.calendar),
    course: span.last < span.first ? [] : courseOf(timeline.line, span),
    acts: answers.get(undefined) ?? [],
    answers,
  };
}

/**
 * Something without a scope speaks for the only scope there is; with several it speaks for none. A row that was added
 * since takes nothing from the one that was there, and is given nothing. Joint rows are all spoken for.
 */
export function speaksFor(
  name: string | undefined,
  scope: ControlScope,
  timeline: Pick<Timeline, 'scopes'>,
): boolean {
  if (name !== undefined) return name === scope.name;
  if (timeline.scopes.some(({ joint }) => joint)) return true;
  return scope.added !== true && timeline.scopes.filter(({ added }) => added !== true).length === 1;
}

/** The exclusion that holds on a day, if any; it ends by itself. */
export function exclusionOn({ timeline, scope }: Scoped, day: number): Exclusion | undefined {
  return timeline.exclusions.find(
    (each) =>
      (each.scope === undefined || each.scope === scope.name) &&
      dayOfDate(each.period.from) <= day &&
      day < dayOfDate(each.period.until),
  );
}

/** Whether an act was put on record so late that it needs independent support (rule 9). */
export function isReconstructedAct(
  act: Pick<Performance, 'performedAt' | 'capturedAt' | 'supported'>,
  { reconstructedAfterDays }: Pick<WindowFrame, 'reconstructedAfterDays'>,
): boolean {
  return !act.supported && apart(act.performedAt, act.capturedAt) > reconstructedAfterDays;
}

interface Act extends Filling {
  readonly event: string | undefined;
}

/** Accepted, done by today, and supported where made long after; a piece of evidence speaks once (rule 3). */
function actsOf(timeline: Timeline, scope: ControlScope, frame: WindowFrame): readonly Act[] {
  const spoken = new Set<string>();
  return timeline.performances
    .filter((each) => each.review === 'accepted' && each.performedAt <= frame.today)
    .filter((each) => speaksFor(each.scope, scope, timeline) && !isReconstructedAct(each, frame))
    .map((each) => ({ evidence: each.evidence, day: dayOfDate(each.performedAt), event: each.event }))
    .sort((a, b) => a.day - b.day || order(a.evidence, b.evidence) || order(a.event ?? '', b.event ?? ''))
    .filter(({ evidence }) => !spoken.has(evidence) && spoken.add(evidence));
}

function apart(from: PlainDate, to: PlainDate): number {
  return dayOfDate(to) - dayOfDate(from);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
