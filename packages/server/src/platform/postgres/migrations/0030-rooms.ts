// Auditors' rooms: each record with all its versions.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0030-rooms';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'room_versions', {
    columns:
      'kind text not null, thing text not null, revision int not null, document jsonb not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz',
    key: 'kind, thing, revision',
    rights: 'delete',
  });
  await sql`create unique index room_versions_now on room_versions (org_id, kind, thing) where known_until is null`.execute(
    db,
  );
  await sql`create index room_versions_of on room_versions (org_id, (document->>'room'), kind) where known_until is null`.execute(
    db,
  );
}
