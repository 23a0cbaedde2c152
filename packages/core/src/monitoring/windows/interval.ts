// Occurrences of a periodic control in interval mode: the next is due one interval after the last (rule 1).
import { stretchOn } from './course.ts';
import type { Filling, Occurrence, Slot } from './occurrence.ts';
import { answered, outcome, settled } from './outcome.ts';
import { dueAfter, worksOn } from './rhythm.ts';
import type { PeriodicCadence } from './schedule.ts';
import type { Scoped } from './scoped.ts';

/** How far an interval control has come. */
interface Clock {
  /** The day that the interval is counted from: the last run, or the last due day that nothing filled. */
  readonly anchor: number;
  /** The last due day: at most one occurrence is due on a day. */
  readonly due: number;
  /** First day of which a run still fills the next slot. */
  readonly free: number;
}

/**
 * Every interval occurrence that is due in the window, and behind it the next, which is not due. A day is due
 * when it lies one interval or more, as the schedule stands on that day, behind the last run: a change to a
 * shorter interval is due at once where it is overdue, never before the change. What has filled a calendar
 * slot is `taken`. The clock runs from the last run before the window, or begins with the window.
 */
export function intervalOccurrences(seen: Scoped, taken: ReadonlySet<string>): readonly Occurrence[] {
  const { span } = seen;
  const acts = seen.acts.filter(({ evidence }) => !taken.has(evidence));
  const priorRun = acts.findLast(({ day }) => day < span.first);
  const found: Occurrence[] = [];
  let clock: Clock = { anchor: priorRun?.day ?? span.first - 1, due: span.first - 1, free: span.first };
  for (let next = nextDue(seen, clock); next; next = nextDue(seen, clock)) {
    const slot = slotOf(seen, clock, next);
    if (slot.last > span.last) {
      found.push(outcome(slot, 'not_due', found.length === 0 ? { priorRun } : {}));
      break;
    }
    const step = settled(seen, slot) ?? answered(seen, slot, fillingOf(acts, slot));
    found.push(step);
    const anchor = step.filledBy?.day ?? slot.last;
    clock = { anchor, due: slot.last, free: anchor + 1 };
  }
  return found;
}

interface Due {
  readonly day: number;
  readonly cadence: PeriodicCadence;
}

function nextDue({ course, rhythm, span }: Scoped, clock: Clock): Due | undefined {
  for (const { first, last, cadence } of course) {
    if (cadence?.kind !== 'periodic' || cadence.mode !== 'interval') continue;
    const earliest = Math.max(first, clock.due + 1, dueAfter(cadence.frequency, clock.anchor, rhythm));
    const day =
      cadence.frequency !== 'business_daily' || worksOn(earliest, rhythm)
        ? earliest
        : dueAfter('business_daily', earliest, rhythm);
    if (day <= last || last === span.last) return { day, cadence };
  }
  return undefined;
}

/** The last run up to the due day, since a run carries the furthest from there; else the first within grace. */
function fillingOf(acts: readonly Filling[], slot: Slot): Filling | undefined {
  const possible = acts.filter(({ day }) => day >= slot.first && day <= slot.graceUntil);
  return possible.findLast(({ day }) => day <= slot.last) ?? possible[0];
}

function slotOf(seen: Scoped, clock: Clock, { day, cadence }: Due): Slot {
  return {
    scope: seen.scope.name,
    first: Math.min(clock.free, day),
    last: day,
    graceUntil: day + cadence.graceDays,
    control: stretchOn(seen.course, day)?.life.code ?? '',
    item: undefined,
  };
}
