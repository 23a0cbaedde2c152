// The calendar slots of one scope: those due in its window, and the one that reaches out behind it.
import { stretchOn } from './course.ts';
import type { Slot } from './occurrence.ts';
import { slotAt, type Span } from './rhythm.ts';
import type { PeriodicCadence } from './schedule.ts';
import type { Scoped } from './scoped.ts';

/**
 * Slots shorter than a year, in order of their due day (rules 1 and 2). The cadence in force on a slot's last
 * day decides whether it exists. One that ends behind the window comes last: nothing of it is due.
 */
export function regularSlots(seen: Scoped): readonly Slot[] {
  const slots: Slot[] = [];
  for (const { first, last, cadence } of seen.course) {
    if (cadence?.kind !== 'periodic' || cadence.mode !== 'calendar' || cadence.frequency === 'annual')
      continue;
    for (let day = first; day <= last;) {
      const held = slotAt(cadence.frequency, day, seen.rhythm);
      if (held && (held.last <= last || last === seen.span.last)) slots.push(slotOf(seen, held, cadence));
      day = (held?.last ?? day) + 1;
    }
  }
  return slots;
}

/** A slot, cut to the window: what was done before its first day never proves operation inside it (rule 4). */
export function slotOf({ course, scope, span }: Scoped, days: Span, cadence: PeriodicCadence): Slot {
  return {
    scope: scope.name,
    first: Math.max(days.first, span.first),
    last: days.last,
    graceUntil: days.last + cadence.graceDays,
    control: stretchOn(course, days.last)?.life.code ?? '',
    item: undefined,
  };
}
