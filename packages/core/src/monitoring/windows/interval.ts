// Occurrences of a periodic control in interval mode: the next is due one interval after the last.
import type { Filling, Occurrence, Slot } from './occurrence.ts';
import { isBusinessDay, type PeriodicCadence } from './schedule.ts';
import { answered, inScope, settled, type Scoped } from './scoped.ts';
import { answerable, changesOf, dueAfter, periodicOn } from './slots.ts';

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
 * Every interval occurrence that is due in the window (rule 1). A day is due when it lies at least one
 * interval, as it stands in the schedule on that day, behind the last run: a change to a shorter interval
 * is due at once where it is overdue, never before the change. What has filled a calendar slot is `taken`.
 */
export function intervalOccurrences(seen: Scoped, taken: ReadonlySet<string>): readonly Occurrence[] {
  const acts = seen.acts.filter(({ evidence }) => !taken.has(evidence));
  const found: Occurrence[] = [];
  let clock = wound(seen);
  for (let next = nextDue(seen, clock); next; next = nextDue(seen, clock)) {
    const slot = slotOf(seen, clock, next);
    const step = settled(seen, slot) ?? answered(seen, slot, fillingOf(acts, slot));
    if (inScope(seen.scope, slot.last)) found.push(step);
    const anchor = step.filledBy?.day ?? slot.last;
    clock = { anchor, due: slot.last, free: anchor + 1 };
  }
  return found;
}

/** The clock on the window's first day: it runs from the last run before, or begins with the window. */
function wound({ acts, span }: Scoped): Clock {
  const prior = acts.findLast(({ day }) => day < span.first)?.day;
  return { anchor: prior ?? span.first - 1, due: span.first - 1, free: span.first };
}

interface Due {
  readonly day: number;
  readonly cadence: PeriodicCadence;
}

function nextDue(seen: Scoped, clock: Clock): Due | undefined {
  const { line } = seen.timeline;
  const changes = changesOf(line);
  let day = clock.due + 1;
  while (day <= seen.span.last) {
    const cadence = periodicOn(line, day);
    const change = changes.find((each) => each > day) ?? seen.span.last + 1;
    const earliest =
      cadence?.mode === 'interval' ? dueAfter(cadence.frequency, clock.anchor, seen.rhythm) : change;
    if (cadence && earliest <= day && dueOn(seen, { day, cadence })) return { day, cadence };
    day = Math.max(day + 1, Math.min(earliest, change));
  }
  return undefined;
}

function dueOn({ rhythm }: Scoped, { day, cadence }: Due): boolean {
  return cadence.frequency !== 'business_daily' || isBusinessDay(day, rhythm.holidays);
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
    control: answerable(seen.timeline.line, day).code,
    item: undefined,
  };
}
