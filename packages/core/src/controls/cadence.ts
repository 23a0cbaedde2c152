// How often a control is expected where nobody has set a schedule: it follows from its kind and frequency.
import type { Cadence, SlotFrequency } from '../monitoring/index.ts';
import type { Control } from './control.ts';

/** Days of grace by length of the slot: a tenth to a fifth of it, so that a late quarter never reaches the next. */
const GRACE_DAYS: Readonly<Record<SlotFrequency, number>> = {
  daily: 0,
  business_daily: 1,
  weekly: 2,
  monthly: 5,
  quarterly: 14,
  semi_annual: 21,
  annual: 30,
};

/** Days in which an automated failure is to be mended before it counts as a deviation. */
const SLA_DAYS = 7;
/** A silence of more than this many intervals is a gap (domain rule 8). */
const TOLERANCE = 2;
/** Days after an event in which the control runs, and in which it still counts, as late. */
const EVENT = { kind: 'event', withinDays: 1, graceDays: 2 } as const;

/**
 * The cadence of a control without a schedule of its own; undefined for what is done once, since nothing of it
 * recurs. A machine that looks daily or more often is continuous; people who work daily rest on weekends.
 */
export function defaultCadence({
  kind,
  frequency,
}: Pick<Control, 'kind' | 'frequency'>): Cadence | undefined {
  switch (frequency) {
    case 'once':
      return undefined;
    case 'per_event':
      return EVENT;
    case 'continuous':
      return { kind: 'continuous', everyHours: 24, tolerance: TOLERANCE, slaDays: SLA_DAYS };
    case 'daily':
      return kind === 'automated'
        ? { kind: 'continuous', everyHours: 24, tolerance: TOLERANCE, slaDays: SLA_DAYS }
        : periodic('business_daily');
    default:
      return periodic(frequency);
  }
}

function periodic(frequency: SlotFrequency): Cadence {
  return { kind: 'periodic', frequency, mode: 'calendar', graceDays: GRACE_DAYS[frequency] };
}
