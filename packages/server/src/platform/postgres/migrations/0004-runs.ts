// An import remembers whose whole list it is, so that a newer list can take its place.
import { sql, type Kysely } from 'kysely';

export const name = '0004-runs';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table imports add column run_key text, add column run_at timestamptz').execute(db);
  await sql.raw('create index imports_run on imports (org_id, run_key, run_at)').execute(db);
}
