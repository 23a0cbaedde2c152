// Occurrences of an event control: one for each event of the population, by the event's day (rule 7).
import { dayOfDate } from '../../kernel/index.ts';
import type { Occurrence } from './occurrence.ts';
import { answered, inScope, settled, speaksFor, type Scoped } from './scoped.ts';
import { answerable, cadenceOn } from './slots.ts';

/** Every event of the window with what answered it; undefined when the population is not known. */
export function eventOccurrences(seen: Scoped): readonly Occurrence[] | undefined {
  const { timeline, scope, span, today } = seen;
  return timeline.events
    ?.filter((event) => speaksFor(event.scope, scope, timeline))
    .map((event) => ({ id: event.id, day: dayOfDate(event.at) }))
    .filter(({ day }) => day >= span.first && day <= span.last && day <= today && inScope(scope, day))
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
    .flatMap((event) => occurrenceOf(seen, event) ?? []);
}

function occurrenceOf(
  seen: Scoped,
  event: { readonly id: string; readonly day: number },
): Occurrence | undefined {
  const life = answerable(seen.timeline.line, event.day);
  const cadence = cadenceOn(life, event.day);
  if (cadence?.kind !== 'event') return undefined;
  const last = event.day + cadence.withinDays;
  const slot = {
    scope: seen.scope.name,
    first: event.day,
    last,
    graceUntil: last + cadence.graceDays,
    control: life.code,
    item: event.id,
  };
  // The control must have been in operation, or excluded, on the day of the event, not on that of its deadline.
  const fixed = settled(seen, { ...slot, last: event.day });
  if (fixed) return { ...fixed, last };
  // An approval may come before the change that it allows, but not before the window.
  const filling = seen.answers
    .get(event.id)
    ?.find(({ day }) => day >= seen.span.first && day <= slot.graceUntil);
  return answered(seen, slot, filling);
}
