// Reads and writes of findings and their versions.
import { findingRecord } from '@assay/contract';
import { FINDING_PREFIX, type Finding, type Instant } from '@assay/core';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import { knownAt, startOfNext } from '../../platform/postgres/versions.ts';
import { nextNumber, type OrgScope } from '../access/access.module.ts';
import type { FindingVersionsTable } from './findings.tables.ts';

/** One version of a finding. */
export interface FindingVersion {
  /** `NC-3` */
  readonly id: string;
  readonly seq: number;
  readonly revision: number;
  readonly finding: Finding;
  readonly by: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** All findings as they stand, in the order in which they were recorded. */
export async function listFindings(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<readonly FindingVersion[]> {
  const rows = await tx
    .selectFrom('finding_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .orderBy('seq')
    .execute();
  return rows.map(versionOf);
}

/** One finding as it stands. */
export async function findFinding(tx: Tx, scope: OrgScope, id: string): Promise<FindingVersion | undefined> {
  const row = await tx
    .selectFrom('finding_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('finding_id', '=', id.toUpperCase())
    .where('known_until', 'is', null)
    .executeTakeFirst();
  return row && versionOf(row);
}

/** All versions, of one finding or of all; those of one from the first to the last. */
export async function findingVersions(
  tx: Tx,
  scope: OrgScope,
  id?: string,
): Promise<readonly FindingVersion[]> {
  const all = tx
    .selectFrom('finding_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('seq')
    .orderBy('revision');
  const rows = await (id === undefined ? all : all.where('finding_id', '=', id.toUpperCase())).execute();
  return rows.map(versionOf);
}

/** Gives a new finding its ids: those of one kind are counted by themselves. */
export async function nameFinding(
  tx: Tx,
  scope: OrgScope,
  { kind }: Finding,
): Promise<Pick<FindingVersion, 'id' | 'seq'>> {
  const prefix = FINDING_PREFIX[kind];
  const seq = await nextNumber(tx, scope, 'finding');
  return { id: `${prefix}-${await nextNumber(tx, scope, `finding ${prefix}`)}`, seq };
}

/** Writes the next version; the one that stands ends where it begins. */
export async function writeFinding(
  tx: Tx,
  scope: OrgScope,
  next: Pick<FindingVersion, 'id' | 'seq' | 'finding'> & { readonly held: FindingVersion | undefined },
  now: Instant,
): Promise<FindingVersion> {
  const from = startOfNext(next.held?.from, now);
  const revision = (next.held?.revision ?? 0) + 1;
  const by = scope.principal.name;
  await tx
    .updateTable('finding_versions')
    .set({ known_until: from })
    .where('org_id', '=', scope.org)
    .where('finding_id', '=', next.id)
    .where('known_until', 'is', null)
    .execute();
  await tx
    .insertInto('finding_versions')
    .values({
      org_id: scope.org,
      finding_id: next.id,
      seq: next.seq,
      revision,
      changed_by: by,
      known_from: from,
      known_until: null,
      finding: JSON.stringify(next.finding),
    })
    .execute();
  return { id: next.id, seq: next.seq, finding: next.finding, revision, by, from, until: null };
}

function versionOf(row: Selectable<FindingVersionsTable>): FindingVersion {
  return {
    id: row.finding_id,
    seq: row.seq,
    revision: row.revision,
    finding: findingRecord.parse(row.finding),
    by: row.changed_by,
    from: row.known_from,
    until: row.known_until,
  };
}
