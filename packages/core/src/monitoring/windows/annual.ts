// The slots of a yearly control, and the year in which it may rest (rule 1).
import { stretchOn } from './course.ts';
import type { Filling, Occurrence, Slot } from './occurrence.ts';
import { outcome } from './outcome.ts';
import { addMonths, type Span } from './rhythm.ts';
import type { PeriodicCadence } from './schedule.ts';
import type { Scoped } from './scoped.ts';
import { slotOf } from './slots.ts';

/**
 * A yearly control is due once in each twelve months of the window, on whatever day of them; a window that is
 * shorter asks for it on any of its days, unless the year rests. A last year that ends behind the window comes
 * last: nothing of it is due.
 */
export function annualSlots(seen: Scoped): readonly Slot[] {
  const { span, windowLast } = seen;
  if (span.last < span.first || restingRun(seen)) return [];
  const short = addMonths(span.first, 12) - 1 > windowLast;
  const years = short ? [{ first: span.first, last: windowLast }] : yearsOf(span.first, windowLast);
  return years.flatMap((days) => {
    const cadence = annualOn(seen, days.last);
    return cadence ? [slotOf(seen, days, cadence)] : [];
  });
}

/** Nothing due in this window, with the earlier run that says so: shown, never counted as operation. */
export function restingYear(seen: Scoped): readonly Occurrence[] {
  const { span, windowLast } = seen;
  const priorRun = span.last < span.first ? undefined : restingRun(seen);
  const cadence = annualOn(seen, windowLast);
  if (!priorRun || !cadence) return [];
  const slot = slotOf(seen, { first: span.first, last: addMonths(priorRun.day, 12) }, cadence);
  return [outcome(slot, 'not_due', { priorRun })];
}

/** The run of the twelve months before a short window that still holds on its last day, when none came in it. */
function restingRun({ acts, span, windowLast }: Scoped): Filling | undefined {
  if (addMonths(span.first, 12) - 1 <= windowLast) return undefined;
  const last = acts.findLast(({ day }) => day <= windowLast);
  if (!last || last.day >= span.first || last.day < addMonths(span.first, -12)) return undefined;
  return addMonths(last.day, 12) > windowLast ? last : undefined;
}

/** Years counted from the window's first day, until one reaches behind its last. */
function yearsOf(first: number, windowLast: number): readonly Span[] {
  const years: Span[] = [];
  for (let at = 0; addMonths(first, 12 * at) <= windowLast; at += 1)
    years.push({ first: addMonths(first, 12 * at), last: addMonths(first, 12 * (at + 1)) - 1 });
  return years;
}

function annualOn({ course }: Scoped, day: number): PeriodicCadence | undefined {
  const cadence = stretchOn(course, day)?.cadence;
  return cadence?.kind === 'periodic' && cadence.mode === 'calendar' && cadence.frequency === 'annual'
    ? cadence
    : undefined;
}
