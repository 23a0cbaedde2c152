// Reads and writes of internal audits and their versions.
import { auditRecord } from '@assay/contract';
import type { Audit, Instant } from '@assay/core';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import { knownAt, startOfNext } from '../../platform/postgres/versions.ts';
import { nextNumber, type OrgScope } from '../access/access.module.ts';
import type { AuditVersionsTable } from './audits.tables.ts';

/** One version of an audit. */
export interface AuditVersion {
  /** `IA-1` */
  readonly id: string;
  readonly seq: number;
  readonly revision: number;
  readonly audit: Audit;
  readonly by: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Audits as they stand, or stood at an instant, in the order in which they were planned. */
export async function listAudits(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly AuditVersion[]> {
  const rows = await tx
    .selectFrom('audit_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .orderBy('seq')
    .execute();
  return rows.map(versionOf);
}

/** One audit as it stands. */
export async function findAudit(tx: Tx, scope: OrgScope, id: string): Promise<AuditVersion | undefined> {
  const row = await tx
    .selectFrom('audit_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('audit_id', '=', id.toUpperCase())
    .where('known_until', 'is', null)
    .executeTakeFirst();
  return row && versionOf(row);
}

/** All versions of all audits; those of one from the first to the last. */
export async function auditVersions(tx: Tx, scope: OrgScope): Promise<readonly AuditVersion[]> {
  const rows = await tx
    .selectFrom('audit_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('seq')
    .orderBy('revision')
    .execute();
  return rows.map(versionOf);
}

/** Writes a first version, or the next of one that stands. */
export async function writeAudit(
  tx: Tx,
  scope: OrgScope,
  next: { readonly audit: Audit; readonly held: AuditVersion | undefined },
  now: Instant,
): Promise<AuditVersion> {
  const { audit, held } = next;
  const seq = held?.seq ?? (await nextNumber(tx, scope, 'audit'));
  const id = held?.id ?? `IA-${seq}`;
  const from = startOfNext(held?.from, now);
  const revision = (held?.revision ?? 0) + 1;
  const by = scope.principal.name;
  await tx
    .updateTable('audit_versions')
    .set({ known_until: from })
    .where('org_id', '=', scope.org)
    .where('audit_id', '=', id)
    .where('known_until', 'is', null)
    .execute();
  await tx
    .insertInto('audit_versions')
    .values({
      org_id: scope.org,
      audit_id: id,
      seq,
      revision,
      changed_by: by,
      known_from: from,
      known_until: null,
      audit: JSON.stringify(audit),
    })
    .execute();
  return { id, seq, revision, audit, by, from, until: null };
}

function versionOf(row: Selectable<AuditVersionsTable>): AuditVersion {
  return {
    id: row.audit_id,
    seq: row.seq,
    revision: row.revision,
    audit: auditRecord.parse(row.audit),
    by: row.changed_by,
    from: row.known_from,
    until: row.known_until,
  };
}
