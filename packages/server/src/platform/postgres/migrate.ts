// Brings a database to this program's schema: makes the roles, then runs each migration once, in order.
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool } from 'pg';
import { codeOf, StartFailure } from '../failure.ts';
import { connectionFailure, ownerConnection, type DatabasePlace } from './database.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { APP_ROLE } from './roles.ts';

/** Lock of the migration, so that two servers that start together migrate once. */
const MIGRATION_LOCK = 7_239_001;

/** Makes database, roles and tables; returns the names of the steps that ran now. */
export async function migrate(
  place: DatabasePlace,
  steps: readonly Migration[] = migrations,
): Promise<readonly string[]> {
  if (place.kind === 'embedded') await makeDatabase(place.socket);
  const client = new Client(ownerConnection(place));
  try {
    await client.connect();
  } catch (cause) {
    throw connectionFailure(place, cause);
  }
  try {
    await checkVersion(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await makeAppRole(client, place);
    return await runSteps(client, { place, steps });
  } catch (cause) {
    throw cause instanceof StartFailure ? cause : connectionFailure(place, cause);
  } finally {
    await client.end();
  }
}

async function makeDatabase(socket: string): Promise<void> {
  const client = new Client({ ...ownerConnection({ kind: 'embedded', socket }), database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = 'assay'");
    if (found.rowCount === 0) await client.query('create database assay');
  } finally {
    await client.end();
  }
}

async function checkVersion(client: Client): Promise<void> {
  const answer = await client.query<{ v: string }>("select current_setting('server_version_num') as v");
  const version = Number(answer.rows[0]?.v ?? 0);
  if (version < 150_000)
    throw new StartFailure(
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; Assay needs 15 or newer.`,
      'Point DATABASE_URL to a newer server, or unset it to use the embedded database.',
    );
}

async function makeAppRole(client: Client, place: DatabasePlace): Promise<void> {
  const login = place.kind === 'embedded' ? 'login' : 'nologin';
  const found = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (found.rowCount === 0)
    await unlessThere(
      client.query(`create role ${APP_ROLE} ${login} nosuperuser nobypassrls nocreatedb nocreaterole`),
    );
  if (place.kind === 'external') await unlessThere(client.query(`grant ${APP_ROLE} to current_user`));
}

/** Roles belong to the whole server and the lock to one database: another database's server may be first. */
async function unlessThere(made: Promise<unknown>): Promise<void> {
  try {
    await made;
  } catch (cause) {
    if (!ROLE_THERE.has(codeOf(cause) ?? '')) throw cause;
  }
}

/** duplicate_object, and unique_violation or a changed tuple when both make it at the same instant. */
const ROLE_THERE: ReadonlySet<string> = new Set(['42710', '23505', 'XX000']);

async function runSteps(
  client: Client,
  { place, steps }: { readonly place: DatabasePlace; readonly steps: readonly Migration[] },
): Promise<readonly string[]> {
  await client.query('create schema if not exists assay_meta');
  await client.query(
    'create table if not exists assay_meta.migrations (name text primary key, ran_at timestamptz not null default now())',
  );
  const done = new Set(
    (await client.query<{ name: string }>('select name from assay_meta.migrations')).rows.map(
      (row) => row.name,
    ),
  );
  const unknown = [...done].filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new StartFailure(
      `The database was written by a newer Assay (it has ${unknown[0] ?? ''}).`,
      'Start the newer version.',
    );
  const pool = new Pool({ ...ownerConnection(place), max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const ran: string[] = [];
  try {
    for (const step of steps.filter((each) => !done.has(each.name))) {
      // The step and the note that it ran are one transaction: a kill leaves both or neither.
      await db.transaction().execute(async (tx) => {
        await step.up(tx);
        await sql`insert into assay_meta.migrations (name) values (${step.name})`.execute(tx);
      });
      ran.push(step.name);
    }
  } finally {
    await db.destroy();
  }
  return ran;
}
