// From which day a window could start without a deviation, and how far it could reach (rule 10).
import { dateOfDay, dayOfDate, type PlainDate } from '../../kernel/index.ts';
import { stretchOn } from './course.ts';
import { evaluateControl } from './evaluate.ts';
import type { Occurrence } from './occurrence.ts';
import type { Cadence } from './schedule.ts';
import { scoped, type Scoped } from './scoped.ts';
import type { Timeline, WindowFrame } from './timeline.ts';

/**
 * The first day, not before the window's, from which all controls run to the window's end without a deviation
 * known today; undefined when no day of the window does. Each day is tried as a window of its own, because
 * a later start also loses what was done before it.
 */
export function earliestCleanStart(
  timelines: readonly Timeline[],
  frame: WindowFrame,
): PlainDate | undefined {
  const end = dayOfDate(frame.window.until);
  let start: number | undefined = dayOfDate(frame.window.from);
  let agreed = 0;
  // Round and round, until all controls in turn have let the same day stand.
  for (let at = 0; start !== undefined && start < end && agreed < timelines.length; at += 1) {
    const timeline = timelines[at % timelines.length];
    const clean: number | undefined = timeline && firstCleanFrom(timeline, frame, start);
    agreed = clean === start ? agreed + 1 : 1;
    start = clean;
  }
  return start !== undefined && start < end ? dateOfDay(start) : undefined;
}

/**
 * The last day, not behind the window's, that a window from its first day could have without a deviation known
 * today; undefined when there is none.
 */
export function latestCleanEnd(timelines: readonly Timeline[], frame: WindowFrame): PlainDate | undefined {
  const first = dayOfDate(frame.window.from);
  let last = dayOfDate(frame.window.until) - 1;
  let agreed = 0;
  for (let at = 0; last >= first && agreed < timelines.length; at += 1) {
    const timeline = timelines[at % timelines.length];
    const reach = timeline ? lastCleanTo(timeline, frame, last) : last;
    agreed = reach === last ? agreed + 1 : 1;
    last = reach;
  }
  return last < first ? undefined : dateOfDay(last);
}

function firstCleanFrom(timeline: Timeline, frame: WindowFrame, from: number): number | undefined {
  const end = dayOfDate(frame.window.until);
  for (let start = from; start < end;) {
    const tried = { ...frame, window: { from: dateOfDay(start), until: frame.window.until } };
    const { deviations } = evaluateControl(timeline, tried);
    if (deviations.length === 0) return start;
    const views = viewsOf(timeline, tried);
    start = Math.max(start + 1, ...deviations.map((each) => firstHope(each, views.get(each.scope))));
  }
  return undefined;
}

/** The first start that could be without a deviation; 0 where every later start is worth a try. */
function firstHope(deviation: Occurrence, view: Scoped | undefined): number {
  // An event stays in the population until the window starts behind its day.
  if (deviation.item !== undefined) return deviation.first + 1;
  const cadence = view && stretchOn(view.course, deviation.last)?.cadence;
  // The hours of a day before its first run are a silence only together with the day before.
  if (cadence?.kind === 'continuous') return deviation.last;
  if (!view || !cadence || isMovable(cadence)) return 0;
  // Nothing fills the slot, unless an act in it is set free by the slots before.
  const acts = view.acts.some(({ day }) => day >= deviation.first && day <= deviation.graceUntil);
  return deviation.state === 'missed' && acts ? 0 : deviation.last + 1;
}

function lastCleanTo(timeline: Timeline, frame: WindowFrame, to: number): number {
  const first = dayOfDate(frame.window.from);
  for (let last = to; last >= first;) {
    const tried = { ...frame, window: { from: frame.window.from, until: dateOfDay(last + 1) } };
    const { deviations } = evaluateControl(timeline, tried);
    if (deviations.length === 0) return last;
    const views = viewsOf(timeline, tried);
    const standing = deviations.filter((each) => !isAnnual(views.get(each.scope), each));
    last = Math.min(
      last - 1,
      ...standing.map((each) => (each.item === undefined ? each.last : each.first) - 1),
    );
  }
  return first - 1;
}

function viewsOf(timeline: Timeline, frame: WindowFrame): ReadonlyMap<string, Scoped> {
  return new Map(timeline.scopes.map((scope) => [scope.name, scoped(timeline, scope, frame)]));
}

/** A yearly slot is due by the window's last day, and moves with it. */
function isAnnual(view: Scoped | undefined, { last }: Occurrence): boolean {
  const cadence = view && stretchOn(view.course, last)?.cadence;
  return cadence?.kind === 'periodic' && cadence.mode === 'calendar' && cadence.frequency === 'annual';
}

/** Slots that lie elsewhere when the window starts on another day. */
function isMovable(cadence: Cadence): boolean {
  return cadence.kind === 'periodic' && (cadence.mode === 'interval' || cadence.frequency === 'annual');
}
