// Reads and writes of approved versions: each is written once and never again.
import type { Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

export interface SoaVersion {
  /** `SOA-2` */
  readonly id: string;
  readonly seq: number;
  readonly framework: string;
  readonly rows: number;
  /** Canonical text of what was frozen. */
  readonly frozen: string;
  readonly digest: string;
  readonly approver: string;
  readonly role: string;
  readonly note: string;
  readonly recordedBy: string;
  readonly approvedAt: Instant;
  /** Place of its entry in the ledger. */
  readonly entry: number;
}

/** All versions, newest first; those that were approved until an instant. */
export async function listVersions(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly SoaVersion[]> {
  const rows = await tx
    .selectFrom('soa_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('seq', 'desc')
    .execute();
  const known = rows.filter((row) => at === undefined || row.approved_at <= at);
  return known.map((row) => ({
    id: row.version_id,
    seq: row.seq,
    framework: row.framework,
    rows: row.rows,
    frozen: row.frozen,
    digest: row.digest,
    approver: row.approver,
    role: row.approver_role,
    note: row.note,
    recordedBy: row.recorded_by,
    approvedAt: row.approved_at,
    entry: row.entry,
  }));
}

export async function insertVersion(tx: Tx, scope: OrgScope, version: SoaVersion): Promise<void> {
  await tx
    .insertInto('soa_versions')
    .values({
      org_id: scope.org,
      version_id: version.id,
      seq: version.seq,
      framework: version.framework,
      rows: version.rows,
      frozen: version.frozen,
      digest: version.digest,
      approver: version.approver,
      approver_role: version.role,
      note: version.note,
      recorded_by: version.recordedBy,
      approved_at: version.approvedAt,
      entry: version.entry,
    })
    .execute();
}
