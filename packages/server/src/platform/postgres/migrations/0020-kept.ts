// Statements and registers that were kept as spreadsheets: what was read of each, what it changed, and what stood before.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0020-kept';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'kept_imports', {
    columns:
      'kept_id text not null, seq int not null, kind text not null, state text not null, filename text not null, artefact text not null, edition text, asked jsonb not null, reading jsonb not null, outcome jsonb, effect jsonb, made_by text not null, created_at timestamptz not null, committed_at timestamptz, undone_at timestamptz',
    key: 'kept_id',
    rights: 'delete',
  });
  // The same file waits as one dry run.
  await sql
    .raw(
      `create unique index kept_imports_waiting on kept_imports (org_id, kind, artefact) where state = 'pending'`,
    )
    .execute(db);
}
