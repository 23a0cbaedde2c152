// Reads and writes of the management system's records, their versions and approvals.
import { ismsRecord } from '@assay/contract';
import {
  ISMS_PREFIX,
  OWNER_ROLES,
  type Instant,
  type IsmsKind,
  type IsmsRecord,
  type OwnerRole,
} from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import { startOfNext } from '../../platform/postgres/versions.ts';
import { nextNumber, type OrgScope } from '../access/access.module.ts';

export interface Approval {
  readonly by: string;
  readonly role: OwnerRole;
  readonly at: Instant;
  readonly recordedBy: string;
}

/** One version of a record, with its approval. */
export interface RecordVersion {
  readonly id: string;
  readonly revision: number;
  readonly record: IsmsRecord;
  readonly approval: Approval | undefined;
  readonly by: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

interface Asked {
  readonly id?: string;
  readonly kind?: IsmsKind | undefined;
}

/** All versions of one record, of one kind or of all; those of one from the first to the last. */
export async function ismsVersions(
  tx: Tx,
  scope: OrgScope,
  { id, kind }: Asked,
): Promise<readonly RecordVersion[]> {
  const rows = await tx
    .selectFrom('isms_versions as v')
    .leftJoin('isms_approvals as a', (join) =>
      join
        .onRef('a.org_id', '=', 'v.org_id')
        .onRef('a.record_id', '=', 'v.record_id')
        .onRef('a.revision', '=', 'v.revision'),
    )
    .selectAll('v')
    .select(['a.approved_by', 'a.role', 'a.recorded_by', 'a.approved_at'])
    .where('v.org_id', '=', scope.org)
    .$if(id !== undefined, (query) => query.where('v.record_id', '=', id ?? ''))
    .$if(kind !== undefined, (query) => query.where('v.kind', '=', kind ?? ''))
    .orderBy('v.kind')
    .orderBy(sql`char_length(v.record_id)`)
    .orderBy('v.record_id')
    .orderBy('v.revision')
    .execute();
  return rows.map((row) => ({
    id: row.record_id,
    revision: row.revision,
    record: ismsRecord.parse(row.record),
    approval:
      row.approved_by === null || row.role === null || row.approved_at === null
        ? undefined
        : {
            by: row.approved_by,
            role: roleOf(row.role),
            at: row.approved_at,
            recordedBy: row.recorded_by ?? '',
          },
    by: row.changed_by,
    from: row.known_from,
    until: row.known_until,
  }));
}

/** The id of a new record: its kind where a company has one of it, a number behind a prefix elsewhere. */
export async function nameRecord(tx: Tx, scope: OrgScope, kind: IsmsKind): Promise<string> {
  const prefix = ISMS_PREFIX[kind];
  return prefix === undefined ? kind : `${prefix}-${await nextNumber(tx, scope, `isms ${kind}`)}`;
}

/** Holds a record until the transaction ends, so that two writers follow each other. */
export async function lockRecord(tx: Tx, scope: OrgScope, id: string): Promise<void> {
  await tx
    .selectFrom('isms_versions')
    .select('revision')
    .where('org_id', '=', scope.org)
    .where('record_id', '=', id)
    .where('known_until', 'is', null)
    .forUpdate()
    .execute();
}

/** Writes the next version; the one that stands ends where it begins. */
export async function writeRecord(
  tx: Tx,
  scope: OrgScope,
  next: {
    readonly id: string;
    readonly record: IsmsRecord;
    readonly held: RecordVersion | undefined;
  },
  now: Instant,
): Promise<RecordVersion> {
  const from = startOfNext(next.held?.from, now);
  const revision = (next.held?.revision ?? 0) + 1;
  const by = scope.principal.name;
  await tx
    .updateTable('isms_versions')
    .set({ known_until: from })
    .where('org_id', '=', scope.org)
    .where('record_id', '=', next.id)
    .where('known_until', 'is', null)
    .execute();
  await tx
    .insertInto('isms_versions')
    .values({
      org_id: scope.org,
      record_id: next.id,
      kind: next.record.kind,
      revision,
      changed_by: by,
      known_from: from,
      known_until: null,
      record: JSON.stringify(next.record),
    })
    .execute();
  return { id: next.id, revision, record: next.record, approval: undefined, by, from, until: null };
}

export async function writeApproval(
  tx: Tx,
  scope: OrgScope,
  { id, revision }: Pick<RecordVersion, 'id' | 'revision'>,
  approval: Approval,
): Promise<void> {
  await tx
    .insertInto('isms_approvals')
    .values({
      org_id: scope.org,
      record_id: id,
      revision,
      approved_by: approval.by,
      role: approval.role,
      recorded_by: approval.recordedBy,
      approved_at: approval.at,
    })
    .execute();
}

function roleOf(text: string): OwnerRole {
  const found = OWNER_ROLES.find((role) => role === text);
  if (!found) throw new Error(`a stored approval has a role that is none: ${text}`);
  return found;
}
