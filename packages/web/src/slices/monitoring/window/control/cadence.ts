// A cadence as a form holds it: every field at hand, so that changing the kind and back loses nothing.
import { SLOT_FREQUENCIES } from '@assay/core';
import type { WindowDetail } from '../window.ts';

export type Cadence = WindowDetail['schedule']['versions'][number]['cadence'];
export const CADENCE_KINDS = ['periodic', 'event', 'continuous'] as const;
export const SLOT_MODES = ['calendar', 'interval'] as const;

export interface CadenceFields {
  readonly kind: (typeof CADENCE_KINDS)[number];
  readonly frequency: (typeof SLOT_FREQUENCIES)[number];
  readonly mode: (typeof SLOT_MODES)[number];
  readonly grace: number;
  readonly within: number;
  readonly hours: number;
  readonly tolerance: number;
  readonly sla: number;
}

const EMPTY: CadenceFields = {
  kind: 'periodic',
  frequency: 'quarterly',
  mode: 'calendar',
  grace: 14,
  within: 1,
  hours: 24,
  tolerance: 2,
  sla: 7,
};

export function fieldsOfCadence(cadence: Cadence | null): CadenceFields {
  if (cadence === null) return EMPTY;
  switch (cadence.kind) {
    case 'periodic':
      return {
        ...EMPTY,
        kind: 'periodic',
        frequency: cadence.frequency,
        mode: cadence.mode,
        grace: cadence.grace_days,
      };
    case 'event':
      return { ...EMPTY, kind: 'event', within: cadence.within_days, grace: cadence.grace_days };
    case 'continuous':
      return {
        ...EMPTY,
        kind: 'continuous',
        hours: cadence.every_hours,
        tolerance: cadence.tolerance,
        sla: cadence.sla_days,
      };
    default:
      return cadence satisfies never;
  }
}

export function cadenceOf(fields: CadenceFields): Cadence {
  switch (fields.kind) {
    case 'periodic':
      return { kind: 'periodic', frequency: fields.frequency, mode: fields.mode, grace_days: fields.grace };
    case 'event':
      return { kind: 'event', within_days: fields.within, grace_days: fields.grace };
    case 'continuous':
      return {
        kind: 'continuous',
        every_hours: fields.hours,
        tolerance: fields.tolerance,
        sla_days: fields.sla,
      };
    default:
      return fields.kind satisfies never;
  }
}
