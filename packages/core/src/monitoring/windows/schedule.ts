// How often a control is to run. A schedule is a history, not a setting: each version holds from its day on.
import type { PlainDate } from '../../kernel/index.ts';

export const SLOT_FREQUENCIES = [
  'daily',
  'business_daily',
  'weekly',
  'monthly',
  'quarterly',
  'semi_annual',
  'annual',
] as const;
export type SlotFrequency = (typeof SLOT_FREQUENCIES)[number];

/** Calendar: fixed slots (a quarter is a fiscal quarter). Interval: the next is due one interval after the last. */
export type SlotMode = 'calendar' | 'interval';

/** A periodic control's cadence. */
export interface PeriodicCadence {
  readonly kind: 'periodic';
  readonly frequency: SlotFrequency;
  readonly mode: SlotMode;
  /** Days after the slot's last day in which evidence is late but accepted. */
  readonly graceDays: number;
}

/** A control that runs once for each event of a population: a leaver, a change, an incident. */
export interface EventCadence {
  readonly kind: 'event';
  /** Days after the event in which the control must have run; 0 is the same day. */
  readonly withinDays: number;
  readonly graceDays: number;
}

/** A control that a machine checks again and again. */
export interface ContinuousCadence {
  readonly kind: 'continuous';
  /** Hours between runs as declared. */
  readonly everyHours: number;
  /** A silence of more than `everyHours * tolerance` is a gap; 2 by default (domain rule 8). */
  readonly tolerance: number;
  /** Days within which a failure must be mended, counted from the day on which it was first seen. */
  readonly slaDays: number;
}

export type Cadence = PeriodicCadence | EventCadence | ContinuousCadence;

/** A cadence and the day from which it holds; the frequency in force on a slot's last day decides the slot. */
export interface ScheduleVersion {
  readonly from: PlainDate;
  readonly cadence: Cadence;
}

/** The organisation's calendar. */
export interface WorkCalendar {
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStart: number;
  /** Days on which nobody works, beside Saturday and Sunday. */
  readonly holidays: readonly PlainDate[];
}
