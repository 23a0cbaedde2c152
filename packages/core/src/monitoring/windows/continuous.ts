// Occurrences of a continuous control: each day of the window is one (rule 8).
import type { Stretch } from './course.ts';
import type { Occurrence, OccurrenceState, Slot } from './occurrence.ts';
import { outcome, settled } from './outcome.ts';
import { runDays, type RunDay } from './runs.ts';
import type { ContinuousCadence } from './schedule.ts';
import type { Scoped } from './scoped.ts';

/** One occurrence for each day on which a continuous cadence is in force. */
export function continuousOccurrences(seen: Scoped): readonly Occurrence[] {
  const held = seen.course.filter(({ cadence }) => cadence?.kind === 'continuous');
  if (held.length === 0) return [];
  // Read along the whole window: a run still speaks for the days behind a change of cadence.
  const known = runDays(seen);
  return held.flatMap((stretch) => occurrencesOf(seen, stretch, known));
}

function occurrencesOf(
  seen: Scoped,
  { first, last, life, cadence }: Stretch,
  known: readonly RunDay[],
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let day = first; day <= last && cadence?.kind === 'continuous'; day += 1) {
    const slot: Slot = {
      scope: seen.scope.name,
      first: day,
      last: day,
      graceUntil: day,
      control: life.code,
      item: undefined,
    };
    const state = stateOf(known[day - seen.span.first], cadence, day === seen.today);
    found.push(settled(seen, slot) ?? outcome(slot, state, {}));
  }
  return found;
}

function stateOf(
  known: RunDay | undefined,
  { slaDays }: ContinuousCadence,
  isToday: boolean,
): OccurrenceState {
  if (!known) return 'pending';
  if (known.dark) return 'no_data';
  if (known.failingFor !== undefined) return known.failingFor <= slaDays ? 'late' : 'missed';
  return isToday && !known.ran ? 'pending' : 'on_time';
}
