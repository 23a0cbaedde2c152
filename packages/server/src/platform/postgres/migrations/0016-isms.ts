// Records of the management system, each with all its versions, and the approvals of versions.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0016-isms';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'isms_versions', {
    columns:
      'record_id text not null, kind text not null, revision int not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz, record jsonb not null',
    key: 'record_id, revision',
    rights: 'delete',
  });
  await sql`create unique index isms_versions_now on isms_versions (org_id, record_id) where known_until is null`.execute(
    db,
  );
  await tenantTable(db, 'isms_approvals', {
    columns:
      'record_id text not null, revision int not null, approved_by text not null, role text not null, recorded_by text not null, approved_at timestamptz not null',
    key: 'record_id, revision',
    rights: 'delete',
  });
}
