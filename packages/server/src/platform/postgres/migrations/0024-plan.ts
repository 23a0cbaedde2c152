// The plan: versions of what is said of its dates and of copies that ask "what if", and baselines that were approved.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0024-plan';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'plan_versions', {
    columns:
      'kind text not null, thing text not null, revision int not null, document jsonb not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz',
    key: 'kind, thing, revision',
    rights: 'delete',
  });
  await sql`create unique index plan_versions_now on plan_versions (org_id, kind, thing) where known_until is null`.execute(
    db,
  );
  // The text is kept as it was hashed; jsonb would write it anew. Nothing ever updates a row: later plans are held against it.
  await tenantTable(db, 'plan_baselines', {
    columns:
      'baseline_id text not null, seq int not null, option text not null, frozen text not null, digest text not null, approver text not null, approver_role text not null, note text not null, recorded_by text not null, approved_at timestamptz not null, entry int not null',
    key: 'baseline_id',
    rights: 'delete',
  });
}
