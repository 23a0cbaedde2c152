// Legal holds and erasure: both are versions of the record that they are about; bytes say when their key was destroyed.
import { sql, type Kysely } from 'kysely';

export const name = '0026-erasure';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table evidence_versions add column hold jsonb, add column erased jsonb`.execute(db);
  await sql`alter table artefacts add column erased_at timestamptz`.execute(db);
}
