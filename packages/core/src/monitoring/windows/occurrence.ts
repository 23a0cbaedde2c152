// One expected occurrence of a control and what became of it.
import type { ControlCode } from '../../kernel/index.ts';
import type { Exclusion } from './timeline.ts';

/**
 * on_time, late (within grace: noted, not a deviation), missed, pending (can still be filled),
 * not_operating (the control did not exist yet, or no longer: a deviation against the period),
 * excluded (with reason), not_due (nothing was due in this window), no_data (nobody can know).
 */
export const OCCURRENCE_STATES = [
  'on_time',
  'late',
  'missed',
  'pending',
  'not_operating',
  'excluded',
  'not_due',
  'no_data',
] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** Days are day numbers since 1970-01-01; both ends belong to the slot. */
export interface Slot {
  readonly scope: string;
  readonly first: number;
  /** The due day. */
  readonly last: number;
  /** Last day on which evidence still fills it, as late. */
  readonly graceUntil: number;
  /** The member of the line that was to run. */
  readonly control: ControlCode;
  /** The event, for event controls. */
  readonly item: string | undefined;
}

export interface Occurrence extends Slot {
  readonly state: OccurrenceState;
  /** What filled it. */
  readonly filledBy: Filling | undefined;
  /** What came after all grace, before the window's end: the slot stays missed, the work was done. */
  readonly caughtUpBy: Filling | undefined;
  /** Who excluded it, why, and until when. */
  readonly exclusion: Exclusion | undefined;
  /** The run before the window that lets it rest, where nothing is due (rule 1). */
  readonly priorRun: Filling | undefined;
}

/** Evidence and the day of its act. */
export interface Filling {
  readonly evidence: string;
  readonly day: number;
}

/** Whether an occurrence deviates from what was said would happen. */
export function isDeviation({ state }: Pick<Occurrence, 'state'>): boolean {
  return state === 'missed' || state === 'not_operating' || state === 'no_data';
}
