// An import is seen while its file is read; a record may say for itself how long it stays fresh.
import { sql, type Kysely } from 'kysely';

export const name = '0005-reading';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table imports add column reading jsonb').execute(db);
  await sql.raw('create index imports_artefact on imports (org_id, artefact)').execute(db);
  await sql.raw('alter table evidence_versions add column freshness_days int').execute(db);
}
