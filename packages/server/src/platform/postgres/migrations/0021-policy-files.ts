// Policies brought as files, and policies that ended.
import { sql, type Kysely } from 'kysely';

export const name = '0021-policy-files';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table policy_versions add column file jsonb, add column retirement jsonb`.execute(db);
}
