// What becomes of a slot: settled by what no evidence can change, else answered by evidence or by none.
import { stretchOn } from './course.ts';
import type { Filling, Occurrence, OccurrenceState, Slot } from './occurrence.ts';
import { exclusionOn, type Scoped } from './scoped.ts';

/** A slot with evidence, or with none by today (rule 3). Pending until its grace has passed. */
export function answered(seen: Scoped, slot: Slot, filling: Filling | undefined): Occurrence {
  if (filling) {
    const { evidence, day } = filling;
    return outcome(slot, day <= slot.last ? 'on_time' : 'late', { filledBy: { evidence, day } });
  }
  if (seen.today <= slot.graceUntil) return outcome(slot, 'pending', {});
  const caughtUp = seen.answers
    .get(slot.item)
    ?.find(({ day }) => day > slot.graceUntil && day <= seen.span.last);
  return outcome(
    slot,
    'missed',
    caughtUp ? { caughtUpBy: { evidence: caughtUp.evidence, day: caughtUp.day } } : {},
  );
}

/** The state on a deciding day that no evidence can change: excluded, or nobody in operation (rules 5, 6). */
export function settled(seen: Scoped, slot: Slot, day: number = slot.last): Occurrence | undefined {
  const exclusion = exclusionOn(seen, day);
  if (exclusion) return outcome(slot, 'excluded', { exclusion });
  return stretchOn(seen.course, day)?.running ? undefined : outcome(slot, 'not_operating', {});
}

/** A slot with its state and what is known of it. */
export function outcome(
  slot: Slot,
  state: OccurrenceState,
  known: Partial<Pick<Occurrence, 'filledBy' | 'caughtUpBy' | 'exclusion' | 'priorRun'>>,
): Occurrence {
  return {
    ...slot,
    state,
    filledBy: known.filledBy,
    caughtUpBy: known.caughtUpBy,
    exclusion: known.exclusion,
    priorRun: known.priorRun,
  };
}
