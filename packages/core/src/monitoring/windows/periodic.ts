// Occurrences of a periodic control in calendar slots: who fills which (rules 1 to 6 of the window engine).
import { dateOfDay } from '../../kernel/index.ts';
import type { Filling, Occurrence, Slot } from './occurrence.ts';
import { addMonths } from './schedule.ts';
import { answered, inScope, occurrence, settled, type Scoped } from './scoped.ts';
import { answerable, changesOf, periodicOn, slotAt } from './slots.ts';

/** Every calendar occurrence that is due in the window, in order of its due day. */
export function calendarOccurrences(seen: Scoped): readonly Occurrence[] {
  const slots = [...regularSlots(seen), ...annualSlots(seen)].sort((a, b) => a.last - b.last);
  const inWindow = withoutOverlap(slots.filter((slot) => inScope(seen.scope, slot.last)));
  return [...fill(seen, inWindow), ...restingYear(seen)];
}

/** Slots shorter than a year. The cadence in force on a slot's last day decides whether it exists. */
function regularSlots(seen: Scoped): readonly Slot[] {
  const { line } = seen.timeline;
  const changes = changesOf(line);
  const slots: Slot[] = [];
  let day = seen.span.first;
  while (day <= seen.span.last) {
    const cadence = periodicOn(line, day);
    const days =
      cadence?.mode === 'calendar' && cadence.frequency !== 'annual'
        ? slotAt(cadence.frequency, day, seen.rhythm)
        : undefined;
    if (cadence && days?.last === day)
      slots.push(slotOf(seen, { first: days.first, last: day, grace: cadence.graceDays }));
    // Straight on to the slot's last day, unless the cadence changes before it.
    const end = days && days.last > day ? days.last : day + 1;
    day = Math.min(end, changes.find((change) => change > day) ?? end);
  }
  return slots;
}

/**
 * A yearly control is due once in each twelve months of the window. A shorter window asks for it only when
 * no run of the twelve months before the window still holds on its last day.
 */
function annualSlots(seen: Scoped): readonly Slot[] {
  const { first, last } = seen.span;
  const slots: Slot[] = [];
  for (let from = first; from <= last; from = addMonths(from, 12)) {
    const yearEnd = addMonths(from, 12) - 1;
    if (from > first && yearEnd > last) break;
    const due = from === first && yearEnd > last ? dueInShortWindow(seen) : yearEnd;
    const cadence = due === undefined ? undefined : annualOn(seen, due);
    if (due !== undefined && cadence)
      slots.push(slotOf(seen, { first: from, last: due, grace: cadence.graceDays }));
  }
  return slots;
}

/** Nothing due in this window, with the earlier run that says so: shown, never counted as operation. */
function restingYear(seen: Scoped): readonly Occurrence[] {
  const { first, last } = seen.span;
  if (!annualOn(seen, last) || addMonths(first, 12) - 1 <= last || dueInShortWindow(seen) !== undefined)
    return [];
  const prior = priorRun(seen);
  const note = prior
    ? `last run ${dateOfDay(prior.day)}, next due ${dateOfDay(addMonths(prior.day, 12))}`
    : undefined;
  return [occurrence(slotOf(seen, { first, last, grace: 0 }), 'not_due', { note })];
}

function dueInShortWindow(seen: Scoped): number | undefined {
  const prior = priorRun(seen);
  if (!prior) return seen.span.last;
  const due = addMonths(prior.day, 12);
  return due > seen.span.last ? undefined : due;
}

function priorRun(seen: Scoped): Filling | undefined {
  const since = addMonths(seen.span.first, -12);
  return seen.acts.findLast(({ day }) => day < seen.span.first && day >= since);
}

function annualOn(seen: Scoped, day: number): { readonly graceDays: number } | undefined {
  const cadence = periodicOn(seen.timeline.line, day);
  return cadence?.mode === 'calendar' && cadence.frequency === 'annual' ? cadence : undefined;
}

/** The slot, cut to the window: what was done before its first day never proves operation inside it. */
function slotOf(
  seen: Scoped,
  days: { readonly first: number; readonly last: number; readonly grace: number },
): Slot {
  return {
    scope: seen.scope.name,
    first: Math.max(days.first, seen.span.first),
    last: days.last,
    graceUntil: days.last + days.grace,
    control: answerable(seen.timeline.line, days.last).code,
    item: undefined,
  };
}

/**
 * After a change of frequency the next slot begins behind the one before, and an older grace ends at the
 * latest with the next one's. So slots tile the days, and filling them in order fills as many as can be.
 */
function withoutOverlap(slots: readonly Slot[]): readonly Slot[] {
  let until = Number.POSITIVE_INFINITY;
  const graces = slots.toReversed().map((slot) => (until = Math.min(until, slot.graceUntil)));
  let free = Number.NEGATIVE_INFINITY;
  return slots.map((slot, at) => {
    const first = Math.max(slot.first, free);
    free = slot.last + 1;
    return { ...slot, first, graceUntil: graces[slots.length - 1 - at] ?? slot.graceUntil };
  });
}

/** Each slot takes the earliest evidence that no earlier slot took. */
function fill(seen: Scoped, slots: readonly Slot[]): readonly Occurrence[] {
  let next = 0;
  return slots.map((slot) => {
    const fixed = settled(seen, slot);
    if (fixed) return fixed;
    while ((seen.acts[next]?.day ?? slot.first) < slot.first) next += 1;
    const filling = seen.acts[next];
    if (!filling || filling.day > slot.graceUntil) return answered(seen, slot, undefined);
    next += 1;
    return answered(seen, slot, filling);
  });
}
