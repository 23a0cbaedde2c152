// The strip of a control: what each day of the window shows. Carried-over green does not exist: a day is
// operated when something was done on it, covered when it lies in a slot that was filled.
import type { ControlResult } from './evaluate.ts';
import type { Occurrence, OccurrenceState } from './occurrence.ts';
import type { Span } from './scoped.ts';

export const DAY_STATES = [
  'operated',
  'covered',
  'late',
  'missed',
  'pending',
  'not_operating',
  'excluded',
  'no_data',
  'not_scheduled',
] as const;
export type DayState = (typeof DAY_STATES)[number];

/** Worst first: which word a day shows when several occurrences touch it. */
const WORSE: Readonly<Record<DayState, number>> = {
  missed: 8,
  not_operating: 7,
  no_data: 6,
  late: 5,
  pending: 4,
  operated: 3,
  covered: 2,
  excluded: 1,
  not_scheduled: 0,
};

const OF_SLOT: Readonly<Record<OccurrenceState, DayState>> = {
  on_time: 'covered',
  late: 'late',
  missed: 'missed',
  pending: 'pending',
  not_operating: 'not_operating',
  excluded: 'excluded',
  not_due: 'not_scheduled',
  no_data: 'no_data',
};

/** One state for each day of the window, first to last, for one scope or for all of them together. */
export function dayStates(result: ControlResult, span: Span, scope?: string): readonly DayState[] {
  const days = Array.from({ length: span.last - span.first + 1 }, (): DayState => 'not_scheduled');
  for (const each of result.occurrences) {
    if (scope !== undefined && each.scope !== scope) continue;
    const last = Math.min(each.last, span.last);
    for (let day = Math.max(each.first, span.first); day <= last; day += 1) {
      const at = day - span.first;
      const state = stateOn(each, day);
      const held = days[at];
      if (held !== undefined && WORSE[state] > WORSE[held]) days[at] = state;
    }
  }
  return days;
}

function stateOn(each: Occurrence, day: number): DayState {
  if (each.state !== 'on_time') return OF_SLOT[each.state];
  // A day of a continuous control is a slot of its own: it ran on that day.
  return each.first === each.last || each.filledBy?.day === day ? 'operated' : 'covered';
}
