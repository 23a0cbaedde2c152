// Occurrences of an event control: one for each event of the population, by the event's day (rule 7).
import { dayOfDate } from '../../kernel/index.ts';
import { stretchOn } from './course.ts';
import type { Occurrence, Slot } from './occurrence.ts';
import { answered, settled } from './outcome.ts';
import { speaksFor, type Scoped } from './scoped.ts';

/** Every event of the window up to today, with what answered it; none where the population is not known. */
export function eventOccurrences(seen: Scoped): readonly Occurrence[] {
  const { timeline, scope, span, today } = seen;
  return (timeline.events ?? [])
    .filter((event) => speaksFor(event.scope, scope, timeline))
    .map((event) => ({ id: event.id, day: dayOfDate(event.at) }))
    .filter(({ day }) => day >= span.first && day <= span.last && day <= today)
    .flatMap((event) => occurrenceOf(seen, event));
}

/** Whether an event control was to run on some day of the window, so that a population is asked for. */
export function expectsEvents({ course }: Scoped): boolean {
  return course.some(({ cadence }) => cadence?.kind === 'event');
}

function occurrenceOf(
  seen: Scoped,
  event: { readonly id: string; readonly day: number },
): readonly Occurrence[] {
  const stretch = stretchOn(seen.course, event.day);
  if (stretch?.cadence?.kind !== 'event') return [];
  const last = event.day + stretch.cadence.withinDays;
  const slot: Slot = {
    scope: seen.scope.name,
    first: event.day,
    last,
    graceUntil: last + stretch.cadence.graceDays,
    control: stretch.life.code,
    item: event.id,
  };
  // An approval may come before the change that it allows, but not before the window (rule 4).
  const filling = seen.answers
    .get(event.id)
    ?.find(({ day }) => day >= seen.span.first && day <= slot.graceUntil);
  // The control must have been in operation on the day of the event, not on that of its deadline.
  return [settled(seen, slot, event.day) ?? answered(seen, slot, filling)];
}
