// The trail: who did what an entry of the ledger says, from where and for whom; and what happens to sign-ins.
import { sql, type Kysely } from 'kysely';
import { identityTable, tenantTable } from './tenant.ts';

export const name = '0028-trail';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Append only: rows go with their entries, and those with the organisation.
  await tenantTable(db, 'trail', {
    columns:
      'seq bigint not null, actor text not null, actor_name text not null, on_behalf_of text, via text not null, via_id text not null, request_id text not null, address text, foreign key (org_id, seq) references ledger_entries (org_id, seq) on delete cascade',
    key: 'seq',
    rights: 'append',
  });
  await sql`create index trail_of_actor on trail (org_id, actor_name, seq)`.execute(db);
  await sql`create index ledger_entries_of_kind on ledger_entries (org_id, kind, seq)`.execute(db);
  // How far each place that the trail is streamed to has come.
  await tenantTable(db, 'trail_streams', {
    columns: 'target text not null, seq bigint not null, at timestamptz not null',
    key: 'target',
    rights: 'delete',
  });
  await identityTable(db, 'identity_events', {
    columns:
      'event_id text primary key, at timestamptz not null, kind text not null, principal_id text, detail jsonb not null, via text not null, via_id text not null, request_id text not null, address text',
    rights: 'append',
  });
  await sql`create index identity_events_of on identity_events (principal_id, at)`.execute(db);
}
