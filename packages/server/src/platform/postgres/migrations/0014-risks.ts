// The risk method and the register: each version is the whole record, so that the ledger can hold it.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

const VERSION =
  'revision int not null, document jsonb not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz';

export const name = '0014-risks';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'risk_methods', { columns: VERSION, key: 'revision', rights: 'delete' });
  await sql`create unique index risk_methods_now on risk_methods (org_id) where known_until is null`.execute(
    db,
  );
  await tenantTable(db, 'risk_versions', {
    columns: `code text not null, seq int not null, ${VERSION}`,
    key: 'code, revision',
    rights: 'delete',
  });
  await sql`create unique index risk_versions_now on risk_versions (org_id, code) where known_until is null`.execute(
    db,
  );
}
