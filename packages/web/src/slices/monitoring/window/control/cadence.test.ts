// A cadence goes through the form and comes out as it went in.
import { expect, test } from 'vitest';
import { cadenceOf, fieldsOfCadence, type Cadence } from './cadence.ts';

test.each<Cadence>([
  { kind: 'periodic', frequency: 'semi_annual', mode: 'interval', grace_days: 3 },
  { kind: 'event', within_days: 0, grace_days: 2 },
  { kind: 'continuous', every_hours: 6, tolerance: 3, sla_days: 0 },
])('$kind', (cadence) => {
  expect(cadenceOf(fieldsOfCadence(cadence))).toEqual(cadence);
});
