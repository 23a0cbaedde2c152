// One scope of a timeline, read once into day numbers: what the rules then compare.
import { dayOfDate, groupBy, type PlainDate } from '../../kernel/index.ts';
import { holidaySet } from './schedule.ts';
import type { Rhythm } from './slots.ts';
import type { ControlScope, Exclusion, Timeline, WindowFrame } from './timeline.ts';
import type { Filling, Occurrence, OccurrenceState, Slot } from './occurrence.ts';
import { operating } from './slots.ts';

/** The window in day numbers; `last` belongs to it. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A timeline seen for one scope. */
export interface Scoped {
  readonly timeline: Timeline;
  readonly scope: ControlScope;
  readonly frame: WindowFrame;
  readonly span: Span;
  readonly today: number;
  readonly rhythm: Rhythm;
  /** Accepted performances of this scope that count and answer no event, by day, also before the window. */
  readonly acts: readonly Filling[];
  /** The same for those that answer an event, by the event: they fill nothing else. */
  readonly answers: ReadonlyMap<string | undefined, readonly Filling[]>;
}

/** Reads a scope. Only accepted evidence counts, done by today, and supported when it was made long after. */
export function scoped(timeline: Timeline, scope: ControlScope, frame: WindowFrame): Scoped {
  const today = dayOfDate(frame.today);
  const counted = timeline.performances
    .filter((each) => speaksFor(each.scope, scope, timeline))
    .filter((each) => each.review === 'accepted' && dayOfDate(each.performedAt) <= today)
    .filter((each) => !isReconstructedAct(each, frame) || each.supported)
    .map((each) => ({ evidence: each.evidence, day: dayOfDate(each.performedAt), event: each.event }))
    .sort((a, b) => a.day - b.day || (a.evidence < b.evidence ? -1 : 1));
  const answers = groupBy(counted, ({ event }) => event);
  return {
    timeline,
    scope,
    frame,
    today,
    acts: answers.get(undefined) ?? [],
    answers,
    span: { first: dayOfDate(frame.window.from), last: dayOfDate(frame.window.until) - 1 },
    rhythm: { fiscalYearStart: frame.calendar.fiscalYearStart, holidays: holidaySet(frame.calendar) },
  };
}

/** Whether an act was put on record so late that it needs independent support (rule 9). */
export function isReconstructedAct(
  act: { readonly performedAt: PlainDate; readonly capturedAt: PlainDate },
  frame: WindowFrame,
): boolean {
  return dayOfDate(act.capturedAt) - dayOfDate(act.performedAt) > frame.reconstructedAfterDays;
}

/** Something without a scope speaks for the only scope there is; with several it speaks for none. */
export function speaksFor(name: string | undefined, scope: ControlScope, timeline: Timeline): boolean {
  return name === undefined ? timeline.scopes.length === 1 : name === scope.name;
}

/** Whether a scope counts on a day. */
export function inScope(scope: ControlScope, day: number): boolean {
  return dayOfDate(scope.from) <= day && (scope.until === undefined || day < dayOfDate(scope.until));
}

/** The exclusion that holds on a day, if any. */
function exclusionOn(seen: Scoped, day: number): Exclusion | undefined {
  return seen.timeline.exclusions.find(
    ({ scope, period }) =>
      (scope === undefined || scope === seen.scope.name) &&
      dayOfDate(period.from) <= day &&
      day < dayOfDate(period.until),
  );
}

/** The state of a slot that no evidence can change: excluded, or with nobody to run it. */
export function settled(seen: Scoped, slot: Slot): Occurrence | undefined {
  const exclusion = exclusionOn(seen, slot.last);
  if (exclusion) return occurrence(slot, 'excluded', { note: exclusion.reason });
  if (operating(seen.timeline.line, slot.last)) return undefined;
  return occurrence(slot, 'not_operating', { note: 'no control was in operation' });
}

/** A slot with evidence, or with none by today. */
export function answered(seen: Scoped, slot: Slot, filling: Filling | undefined): Occurrence {
  if (filling) {
    return occurrence(slot, filling.day <= slot.last ? 'on_time' : 'late', { filledBy: plain(filling) });
  }
  if (seen.today <= slot.graceUntil) return occurrence(slot, 'pending', {});
  const caughtUp = seen.answers
    .get(slot.item)
    ?.find(({ day }) => day > slot.graceUntil && day <= seen.span.last);
  return occurrence(slot, 'missed', caughtUp ? { caughtUpBy: plain(caughtUp) } : {});
}

/** An occurrence with what is known of it. */
export function occurrence(
  slot: Slot,
  state: OccurrenceState,
  known: Partial<Pick<Occurrence, 'filledBy' | 'caughtUpBy' | 'note'>>,
): Occurrence {
  return { ...slot, state, filledBy: known.filledBy, caughtUpBy: known.caughtUpBy, note: known.note };
}

function plain({ evidence, day }: Filling): Filling {
  return { evidence, day };
}
