// A session of a local server may look at a demo organisation as one of its members does.
import { sql, type Kysely } from 'kysely';

export const name = '0029-viewing';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'alter table sessions add column viewing_org text references directory (org_id) on delete set null, add column viewing_member text',
    )
    .execute(db);
}
