// All versions of obligations, rows and approved statements, in the words of the ledger's payloads.
import { sha256Hex } from '../../platform/crypto.ts';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { obligationDocument, obligationOf } from './obligations.repository.ts';
import { notesDocument, notesOf } from './rows.repository.ts';
import { listVersions } from './versions.repository.ts';

export async function obligationRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('obligation_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    thing: row.obligation_id,
    document: obligationDocument(obligationOf(row)),
    from: row.known_from,
    until: row.known_until,
  }));
}

export async function noteRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('soa_row_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    thing: row.row_id,
    document: { row: row.row_id, revision: row.revision, ...notesDocument(notesOf(row.notes)) },
    from: row.known_from,
    until: row.known_until,
  }));
}

/** The digest is computed from the text that is kept, so that a changed text is found whatever its row says. */
export async function approvedRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const versions = await listVersions(tx, scope);
  return versions.map((version) => ({
    thing: version.id,
    document: {
      id: version.id,
      framework: version.framework,
      rows: version.rows,
      digest: sha256Hex(version.frozen),
      approver: version.approver,
      role: version.role,
      note: version.note,
    },
    from: version.approvedAt,
    until: null,
  }));
}
