// Occurrences of a periodic control in interval mode: the next is due one interval after the last.
import { dayOfDate } from '../../kernel/index.ts';
import type { Filling, Occurrence, Slot } from './occurrence.ts';
import type { PeriodicCadence } from './schedule.ts';
import { answered, inScope, settled, type Scoped } from './scoped.ts';
import { answerable, dueAfter, periodicOn } from './slots.ts';

/** Every interval occurrence that is due in the window. */
export function intervalOccurrences(seen: Scoped): readonly Occurrence[] {
  const found: Occurrence[] = [];
  let first = seen.span.first;
  let due = firstDue(seen);
  while (due <= seen.span.last) {
    const cadence = periodicOn(seen.timeline.line, due);
    if (cadence?.mode !== 'interval') {
      // Another cadence holds on that day: interval slots go on from where this one holds again.
      due += 1;
      continue;
    }
    const slot = slotOf(seen, { first, due, cadence });
    const filling = fillingOf(seen, slot);
    const step = settled(seen, slot) ?? answered(seen, slot, filling);
    if (inScope(seen.scope, due)) found.push(step);
    const from = step.filledBy?.day ?? due;
    first = from + 1;
    due = dueAfter(cadence.frequency, from, seen.rhythm);
  }
  return found;
}

/**
 * One interval after the last run before the window, or after the start where there was none. What was
 * overdue when the window began is due on its first day.
 */
function firstDue(seen: Scoped): number {
  const { first } = seen.span;
  const start = Math.max(first, ...seen.timeline.line.slice(0, 1).map((life) => dayOfDate(life.startedOn)));
  const prior = seen.fillings.findLast(({ day }) => day < first)?.day;
  const cadence = periodicOn(seen.timeline.line, first);
  if (cadence?.mode !== 'interval') return first;
  if (prior !== undefined) return Math.max(first, dueAfter(cadence.frequency, prior, seen.rhythm));
  return start > first ? first : dueAfter(cadence.frequency, first, seen.rhythm);
}

/** The last run up to the due day, since a run carries the furthest from there; else the first within grace. */
function fillingOf(seen: Scoped, slot: Slot): Filling | undefined {
  const possible = seen.fillings.filter(({ day }) => day >= slot.first && day <= slot.graceUntil);
  return possible.findLast(({ day }) => day <= slot.last) ?? possible[0];
}

function slotOf(
  seen: Scoped,
  at: { readonly first: number; readonly due: number; readonly cadence: PeriodicCadence },
): Slot {
  return {
    scope: seen.scope.name,
    first: Math.min(at.first, at.due),
    last: at.due,
    graceUntil: at.due + at.cadence.graceDays,
    control: answerable(seen.timeline.line, at.due).code,
    item: undefined,
  };
}
