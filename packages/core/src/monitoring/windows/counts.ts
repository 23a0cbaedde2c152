// Occurrences counted by state, and the share of them that was filled.
import { OCCURRENCE_STATES, type Occurrence, type OccurrenceState } from './occurrence.ts';

/** Occurrences by state. `expected` leaves out what was excluded or not due. */
export type Counts = Readonly<Record<OccurrenceState, number>> & { readonly expected: number };

/** A share with what it is made of, so that it is never shown without its denominator. */
export interface Coverage {
  readonly filled: number;
  readonly of: number;
}

/** Counts of any part of a window: parts that do not overlap add up to the whole. */
export function countOf(occurrences: readonly Occurrence[]): Counts {
  const byState: Record<OccurrenceState, number> = {
    on_time: 0,
    late: 0,
    missed: 0,
    pending: 0,
    not_operating: 0,
    excluded: 0,
    not_due: 0,
    no_data: 0,
  };
  for (const { state } of occurrences) byState[state] += 1;
  const all = OCCURRENCE_STATES.reduce((sum, state) => sum + byState[state], 0);
  return { ...byState, expected: all - byState.excluded - byState.not_due };
}

/** (on time + late) of (expected - pending), rule 10. */
export function coverageOf(counts: Counts): Coverage {
  return { filled: counts.on_time + counts.late, of: counts.expected - counts.pending };
}
