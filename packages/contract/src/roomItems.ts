// What was released into a room, as it was shown on the day of its release: the release keeps it, and both sides read it.
import { DAY_STATES, EVIDENCE_KINDS } from '@assay/core';
import { z } from 'zod';
import { dateOut, fractionOut, instantOut } from './kernel/fields.ts';
import { countsOut } from './windows.ts';

export const roomFileOut = z
  .strictObject({
    filename: z.string(),
    media_type: z.string(),
    size: z.int(),
    sha256: z.string().describe('of the bytes'),
  })
  .meta({ id: 'RoomFile' });

const periodOut = z.strictObject({ from: dateOut, until: dateOut.describe('first day after it') });

const evidenceShown = z.strictObject({
  kind: z.literal('evidence'),
  code: z.string(),
  revision: z.int(),
  title: z.string(),
  type: z.enum(EVIDENCE_KINDS),
  method: z.string(),
  source: z.string(),
  performed_at: dateOut,
  covers: periodOut.nullable(),
  captured_at: instantOut.nullable(),
  received_at: instantOut,
  reconstructed: z.boolean().describe('made after the days that it speaks for'),
  collected_by: z.string(),
  review: z.enum(['pending', 'accepted', 'rejected']),
  reviewed_by: z.string().nullable(),
});

const policyShown = z.strictObject({
  kind: z.literal('policy'),
  code: z.string(),
  version: z.int(),
  title: z.string(),
  owner: z.string(),
  text: z.string(),
  approved_by: z.string().nullable(),
  approved_at: instantOut.nullable(),
  published_at: instantOut,
});

const statementShown = z.strictObject({
  kind: z.literal('statement'),
  version: z.string().describe('SOA-2'),
  framework: z.string(),
  digest: z.string().describe('of the whole approved version'),
  approver: z.string(),
  role: z.string(),
  approved_at: instantOut,
  rows: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      decision: z.enum(['in', 'out', 'undecided']),
      justification: z.string(),
      status: z.string(),
    }),
  ),
});

const controlShown = z.strictObject({
  kind: z.literal('control'),
  code: z.string(),
  name: z.string(),
  from: dateOut,
  until: dateOut.describe('first day after the room’s period'),
  known_at: instantOut.describe('what was known then; later days are told as not known yet'),
  cadence: z.string(),
  sentence: z.string(),
  counts: countsOut,
  coverage: fractionOut,
  longest_gap_days: z.int(),
  deviations: z.int(),
  days: z.array(z.strictObject({ state: z.enum(DAY_STATES), days: z.int() })),
});

export const roomShown = z
  .discriminatedUnion('kind', [evidenceShown, policyShown, statementShown, controlShown])
  .meta({ id: 'RoomShown' });
export type RoomShown = z.infer<typeof roomShown>;
export type RoomFile = z.infer<typeof roomFileOut>;
