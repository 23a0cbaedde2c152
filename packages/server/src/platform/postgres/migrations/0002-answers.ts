// Answers of POSTs that belong to no organisation are kept by their caller; all kept answers are found by age.
import { sql, type Kysely } from 'kysely';
import { identityTable } from './tenant.ts';

export const name = '0002-answers';

export async function up(db: Kysely<unknown>): Promise<void> {
  await identityTable(db, 'principal_answers', {
    columns:
      'principal_id text not null references principals, key text not null, request_hash text not null, status int not null, body text not null, etag text, created_at timestamptz not null, primary key (principal_id, key)',
    rights: 'delete',
  });
  await sql
    .raw('create index principal_answers_age on principal_answers (principal_id, created_at)')
    .execute(db);
  await sql.raw('create index idempotency_age on idempotency (org_id, created_at)').execute(db);
}
