// How a piece of evidence bears on a control: in which scope it was done, which events it answers, what supports it.
import type { ControlCode, Id, Instant } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import { knownAt } from '../../../platform/postgres/versions.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { nextVersion } from './versions.repository.ts';

const bearingSchema = z.object({
  scope: z.string().nullable(),
  events: z.array(z.string()),
  support: z.object({ note: z.string(), by: z.string() }).nullable(),
});

export type Bearing = z.infer<typeof bearingSchema>;

export const NO_BEARING: Bearing = { scope: null, events: [], support: null };

/** Bearings by evidence and control, as `bearingKey` joins them. */
export async function listBearings(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<string, Bearing>> {
  const rows = await tx
    .selectFrom('evidence_bearings')
    .select(['evidence_id', 'code', 'bearing'])
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .execute();
  return new Map(
    rows.map((row) => [bearingKey(row.evidence_id, row.code), bearingSchema.parse(row.bearing)]),
  );
}

export function bearingKey(evidence: string, control: ControlCode): string {
  return `${evidence} ${control}`;
}

export async function writeBearing(
  tx: Tx,
  scope: OrgScope,
  of: { readonly evidence: Id<'evidence'>; readonly control: ControlCode; readonly bearing: Bearing },
  now: Instant,
): Promise<void> {
  const key = { evidence_id: of.evidence, code: of.control };
  const version = await nextVersion(tx, scope, { table: 'evidence_bearings', key, now });
  await tx
    .insertInto('evidence_bearings')
    .values({ ...version, ...key, bearing: JSON.stringify(of.bearing) })
    .execute();
}
