// Policies: versions of a text, each written in revisions; and who has confirmed a published version.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0019-policies';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'policy_versions', {
    columns:
      'policy_code text not null, version int not null, revision int not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz, title text not null, owner text not null, template text, review_months int not null, answers text[] not null, controls text[] not null, body text not null, variables jsonb not null, approval jsonb, publication jsonb',
    key: 'policy_code, version, revision',
    rights: 'delete',
  });
  await sql`create unique index policy_versions_now on policy_versions (org_id, policy_code, version) where known_until is null`.execute(
    db,
  );
  await tenantTable(db, 'policy_acknowledgements', {
    columns:
      'policy_code text not null, version int not null, person_key text not null, person text not null, proof text, recorded_by text not null, confirmed_at timestamptz not null',
    key: 'policy_code, version, person_key',
    rights: 'delete',
  });
}
