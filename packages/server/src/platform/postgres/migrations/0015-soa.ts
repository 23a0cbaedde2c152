// Obligations, what the statement of applicability adds to the word on applicability, and its approved versions.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

const KNOWN =
  'revision int not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz';

export const name = '0015-soa';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'obligation_versions', {
    columns: `obligation_id text not null, seq int not null, ${KNOWN}, kind text not null, title text not null, clause text not null, demand text not null, owner text, ended_on date`,
    key: 'obligation_id, revision',
    rights: 'delete',
  });
  await tenantTable(db, 'soa_row_versions', {
    columns: `row_id text not null, ${KNOWN}, notes jsonb not null`,
    key: 'row_id, revision',
    rights: 'delete',
  });
  for (const [table, of] of [
    ['obligation_versions', 'obligation_id'],
    ['soa_row_versions', 'row_id'],
  ] as const)
    await sql
      .raw(`create unique index ${table}_now on ${table} (org_id, ${of}) where known_until is null`)
      .execute(db);
  // The text is kept as it was hashed; jsonb would write it anew. Nothing ever updates a row: the certificate cites it.
  await tenantTable(db, 'soa_versions', {
    columns:
      'version_id text not null, seq int not null, framework text not null, rows int not null, frozen text not null, digest text not null, approver text not null, approver_role text not null, note text not null, recorded_by text not null, approved_at timestamptz not null, entry int not null',
    key: 'version_id',
    rights: 'delete',
  });
}
