// The advisor: versions of what was answered of the company, and of figures that somebody knows better, each whole.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0023-advisor';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'advisor_versions', {
    columns:
      'kind text not null, thing text not null, revision int not null, document jsonb not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz',
    key: 'kind, thing, revision',
    rights: 'delete',
  });
  await sql`create unique index advisor_versions_now on advisor_versions (org_id, kind, thing) where known_until is null`.execute(
    db,
  );
}
