// Internal audits and their programme, each with all its versions.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

const KNOWN =
  'revision int not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz';

export const name = '0018-audits';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'audit_versions', {
    columns: `audit_id text not null, seq int not null, ${KNOWN}, audit jsonb not null`,
    key: 'audit_id, revision',
    rights: 'delete',
  });
  await sql`create unique index audit_versions_now on audit_versions (org_id, audit_id) where known_until is null`.execute(
    db,
  );
  await tenantTable(db, 'audit_programmes', {
    columns: `${KNOWN}, programme jsonb not null`,
    key: 'revision',
    rights: 'delete',
  });
  await sql`create unique index audit_programmes_now on audit_programmes (org_id) where known_until is null`.execute(
    db,
  );
}
