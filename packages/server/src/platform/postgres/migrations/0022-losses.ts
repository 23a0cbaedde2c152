// Risk in money: versions of estimates, of what is tolerated and of what controls cost, each the whole record.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0022-losses';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'loss_versions', {
    columns:
      'kind text not null, thing text not null, revision int not null, document jsonb not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz',
    key: 'kind, thing, revision',
    rights: 'delete',
  });
  await sql`create unique index loss_versions_now on loss_versions (org_id, kind, thing) where known_until is null`.execute(
    db,
  );
}
