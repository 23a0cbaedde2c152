// Reads and writes of the register of obligations.
import { OBLIGATION_KINDS, type Instant, type JsonValue, type Obligation } from '@assay/core';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import { versionAfter } from '../../platform/postgres/nextVersion.ts';
import { knownAt } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { ObligationVersionsTable } from './soa.tables.ts';

export interface ObligationRecord extends Obligation {
  readonly seq: number;
  readonly revision: number;
}

const kind = z.enum(OBLIGATION_KINDS);

/** Obligations in order of their numbers; those that ended stay listed. */
export async function listObligations(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<readonly ObligationRecord[]> {
  const rows = await tx
    .selectFrom('obligation_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .orderBy('seq')
    .execute();
  return rows.map(obligationOf);
}

/** Writes the next version of an obligation. */
export async function writeObligation(
  tx: Tx,
  scope: OrgScope,
  next: Omit<ObligationRecord, 'revision'>,
  now: Instant,
): Promise<ObligationRecord> {
  const version = await versionAfter(tx, scope, {
    table: 'obligation_versions',
    key: { obligation_id: next.code },
    now,
  });
  await tx
    .insertInto('obligation_versions')
    .values({
      ...version,
      obligation_id: next.code,
      seq: next.seq,
      kind: next.kind,
      title: next.title,
      clause: next.clause,
      demand: next.demand,
      owner: next.owner ?? null,
      ended_on: next.endedOn ?? null,
    })
    .execute();
  return { ...next, revision: version.revision };
}

export function obligationOf(row: Selectable<ObligationVersionsTable>): ObligationRecord {
  return {
    code: row.obligation_id,
    seq: row.seq,
    revision: row.revision,
    kind: kind.parse(row.kind),
    title: row.title,
    clause: row.clause,
    demand: row.demand,
    owner: row.owner ?? undefined,
    endedOn: row.ended_on ?? undefined,
  };
}

/** A version in the words of the ledger's payload. */
export function obligationDocument(of: ObligationRecord): Readonly<Record<string, JsonValue>> {
  return {
    id: of.code,
    revision: of.revision,
    kind: of.kind,
    title: of.title,
    clause: of.clause,
    demand: of.demand,
    owner: of.owner ?? null,
    ended_on: of.endedOn ?? null,
  };
}
