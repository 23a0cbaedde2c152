// Findings: each with all its versions.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0017-findings';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'finding_versions', {
    columns:
      'finding_id text not null, seq int not null, revision int not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz, finding jsonb not null',
    key: 'finding_id, revision',
    rights: 'delete',
  });
  await sql`create unique index finding_versions_now on finding_versions (org_id, finding_id) where known_until is null`.execute(
    db,
  );
}
