// Occurrences of a periodic control in calendar slots (rules 1 to 6).
import { annualSlots, restingYear } from './annual.ts';
import { fillingsOf } from './filling.ts';
import type { Occurrence, Slot } from './occurrence.ts';
import { answered, outcome, settled } from './outcome.ts';
import type { Scoped } from './scoped.ts';
import { regularSlots } from './slots.ts';

/** Every calendar occurrence that is due in the window, and behind it the slot that is not due (rule 2). */
export function calendarOccurrences(seen: Scoped): readonly Occurrence[] {
  const slots = tiled([...regularSlots(seen), ...annualSlots(seen)].sort((a, b) => a.last - b.last));
  const due = slots.filter(({ last }) => last <= seen.span.last);
  const fixed = due.map((slot) => settled(seen, slot));
  const open = due.filter((_, at) => fixed[at] === undefined);
  const filled = fillingsOf(open, seen.acts);
  return [
    ...due.map((slot, at) => fixed[at] ?? answered(seen, slot, filled.get(slot))),
    ...slots.slice(due.length).map((slot) => outcome(slot, 'not_due', {})),
    ...restingYear(seen),
  ];
}

/** After a change of frequency a slot begins behind the one before. */
function tiled(slots: readonly Slot[]): readonly Slot[] {
  let free = Number.NEGATIVE_INFINITY;
  return slots.map((slot) => {
    const first = Math.max(slot.first, free);
    free = slot.last + 1;
    return { ...slot, first };
  });
}
