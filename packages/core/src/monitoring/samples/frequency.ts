// The class of frequency that a table of sample sizes asks for: that of the control's performance, not of the items.
import { assertNever } from '../../kernel/index.ts';
import type { Cadence, ContinuousCadence, EventCadence, PeriodicCadence } from '../windows/index.ts';

export const FREQUENCY_CLASSES = [
  'annual',
  'semi_annual',
  'quarterly',
  'monthly',
  'weekly',
  'daily',
  'many_a_day',
  'automated',
] as const;
export type FrequencyClass = (typeof FREQUENCY_CLASSES)[number];

/** Performances in twelve months up to which a control without a rhythm belongs to a class. */
const OBSERVED: readonly (readonly [number, FrequencyClass])[] = [
  [1, 'annual'],
  [2, 'semi_annual'],
  [4, 'quarterly'],
  [12, 'monthly'],
  [52, 'weekly'],
  [365, 'daily'],
];

/** What was seen of a control in a window. */
export interface Observed {
  readonly count: number;
  readonly days: number;
}

/**
 * Class of an "as needed" control by how often it ran: the count is scaled to 365 days, exactly, and takes the smallest
 * class that holds it.
 */
export function classOfObserved({ count, days }: Observed): FrequencyClass {
  return OBSERVED.find(([most]) => count * 365 <= most * Math.max(1, days))?.[1] ?? 'many_a_day';
}

/** What of a cadence its class follows from. */
export type CadenceRhythm =
  | Pick<PeriodicCadence, 'kind' | 'frequency'>
  | Pick<EventCadence, 'kind'>
  | Pick<ContinuousCadence, 'kind'>;

/** Class of a control with this cadence; one that runs at events is classed by what was seen. */
export function classOfCadence(cadence: Cadence | CadenceRhythm, observed: Observed): FrequencyClass {
  switch (cadence.kind) {
    case 'periodic':
      return cadence.frequency === 'business_daily' ? 'daily' : cadence.frequency;
    case 'event':
      return classOfObserved(observed);
    case 'continuous':
      return 'automated';
    default:
      return assertNever(cadence);
  }
}

/**
 * Class of a control by its schedule and the population that is drawn from: one that runs at events is classed by the
 * rows over the time that they cover. Undefined where the control has no schedule, or that time is not known.
 */
export function classInPopulation(
  cadence: Cadence | CadenceRhythm | null | undefined,
  seen: { readonly rows: number; readonly days: number | undefined },
): FrequencyClass | undefined {
  if (!cadence || (cadence.kind === 'event' && seen.days === undefined)) return undefined;
  return classOfCadence(cadence, { count: seen.rows, days: seen.days ?? 0 });
}
