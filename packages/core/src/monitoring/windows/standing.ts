// How a control stands in a window, in one word.
import { countOf } from './counts.ts';
import type { Occurrence } from './occurrence.ts';

/**
 * clear: ran, and nothing is missing so far. exceptions: ran, with deviations, or has only ever been seen
 * failing. failed: never ran although it was due. unknown: nobody can know yet, or at all. no_occurrence: a
 * complete population without an event, so that operation cannot be tested (rule 7). not_due: nothing was due.
 * excluded: nothing but exclusions.
 */
export type Standing =
  | 'clear'
  | 'exceptions'
  | 'failed'
  | 'unknown'
  | 'no_occurrence'
  | 'not_due'
  | 'excluded';

/** What is known of an event control's population; `none` where none is asked for. */
export type PopulationState = 'none' | 'missing' | 'known';

/** The standing of a control; unknown is never a pass. */
export function standingOf(occurrences: readonly Occurrence[], population: PopulationState): Standing {
  const counts = countOf(occurrences);
  if (population === 'missing') return 'unknown';
  if (counts.expected === 0) {
    if (counts.excluded > 0) return 'excluded';
    if (population === 'known') return 'no_occurrence';
    return counts.not_due > 0 ? 'not_due' : 'unknown';
  }
  const filled = counts.on_time + counts.late;
  const deviating = counts.missed + counts.not_operating + counts.no_data;
  if (deviating > 0) {
    if (filled > 0) return 'exceptions';
    return counts.no_data === deviating ? 'unknown' : 'failed';
  }
  if (filled === 0) return 'unknown';
  return occurrences.some(isProof) ? 'clear' : 'exceptions';
}

/** A check that failed and still had time to be mended is no proof of operation. */
function isProof({ state, filledBy }: Occurrence): boolean {
  return state === 'on_time' || (state === 'late' && filledBy !== undefined);
}
