// How a table is made so that no organisation can reach another's rows.
import { sql, type Kysely } from 'kysely';
import { APP_ROLE } from '../roles.ts';

/** Rights that the application gets on a table; most tables are never deleted from. */
export type Rights = 'append' | 'change' | 'delete';

const GRANTS: Readonly<Record<Rights, string>> = {
  append: 'select, insert',
  change: 'select, insert, update',
  delete: 'select, insert, update, delete',
};

/** Makes a table of an organisation: `org_id` leads its key, row level security is forced. */
export async function tenantTable(
  db: Kysely<unknown>,
  name: string,
  spec: { readonly columns: string; readonly key: string; readonly rights: Rights },
): Promise<void> {
  await sql
    .raw(`create table ${name} (org_id text not null, ${spec.columns}, primary key (org_id, ${spec.key}))`)
    .execute(db);
  await guard(db, name, spec.rights);
}

/** Makes a table of the identity realm: sessions, links and names that stand outside organisations. */
export async function identityTable(
  db: Kysely<unknown>,
  name: string,
  spec: { readonly columns: string; readonly rights: Rights },
): Promise<void> {
  await sql.raw(`create table ${name} (${spec.columns})`).execute(db);
  await sql.raw(`alter table ${name} enable row level security`).execute(db);
  await sql.raw(`alter table ${name} force row level security`).execute(db);
  await sql
    .raw(`create policy identity on ${name} using (current_setting('assay.org_id', true) = 'identity')`)
    .execute(db);
  await sql.raw(`grant ${GRANTS[spec.rights]} on ${name} to ${APP_ROLE}`).execute(db);
}

async function guard(db: Kysely<unknown>, name: string, rights: Rights): Promise<void> {
  await sql.raw(`alter table ${name} enable row level security`).execute(db);
  await sql.raw(`alter table ${name} force row level security`).execute(db);
  // Unset means no organisation, and no organisation means no rows.
  await sql
    .raw(`create policy organisation on ${name} using (org_id = current_setting('assay.org_id', true))`)
    .execute(db);
  await sql.raw(`grant ${GRANTS[rights]} on ${name} to ${APP_ROLE}`).execute(db);
}
