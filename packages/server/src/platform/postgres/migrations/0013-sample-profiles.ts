// Sizes of samples that an organisation named itself: each row is a version, a dropped one leaves its last behind.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0013-sample-profiles';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'sample_profile_versions', {
    columns: `name text not null, revision int not null, title text not null, rule jsonb not null, source text not null,
      deleted boolean not null,
      changed_by text not null, known_from timestamptz not null, known_until timestamptz`,
    key: 'name, revision',
    rights: 'delete',
  });
  await sql
    .raw(
      'create unique index sample_profile_versions_now on sample_profile_versions (org_id, name) where known_until is null',
    )
    .execute(db);
}
