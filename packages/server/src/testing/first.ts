// A data directory as the first Assay left it, ready to be started with today's. How it was made stands beside it, in
// fixtures/first/README.md.
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { z } from 'zod';
import { databaseAt, dropDatabase, makeDatabase, nameOfDatabase } from './databases.ts';
import { templateOfRun } from './door.ts';
import { ownerConnection, type DatabasePlace } from '../platform/postgres/database.ts';
import { OWNER_ROLE } from '../platform/postgres/roles.ts';

export const FIXTURE = fileURLToPath(new URL('fixtures/first', import.meta.url));

/** Rows of every table, as JSON objects, by the name of the table. */
export type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

export interface First {
  readonly data: string;
  readonly databaseUrl: string;
  rows(): Promise<Rows>;
  remove(): Promise<void>;
}

export async function openFirst(): Promise<First> {
  const template = await templateOfRun();
  if (!template) throw new Error('only a run of tests has an engine');
  const server = addressed(template, 'postgres');
  const place = addressed(template, nameOfDatabase());
  await makeDatabase(server, place);
  await within(place, (client) =>
    client.query(gunzipSync(readFileSync(join(FIXTURE, 'database.sql.gz'))).toString()),
  );
  const directory = mkdtempSync(join(tmpdir(), 'assay-first-'));
  // As root the engine runs as somebody else, who must be able to walk here.
  chmodSync(directory, 0o711);
  const data = join(directory, 'data');
  cpSync(join(FIXTURE, 'data'), data, { recursive: true });
  return {
    data,
    databaseUrl: place.url,
    rows: () => within(place, allRows),
    remove: async () => {
      rmSync(directory, { recursive: true, force: true });
      await dropDatabase(server, place);
    },
  };
}

type External = Extract<DatabasePlace, { readonly kind: 'external' }>;

/** A database of the tests' engine by its address, as a server is told of somebody's own. */
function addressed(template: DatabasePlace, name: string): External {
  const place = databaseAt(template, name);
  if (place.kind === 'external') return place;
  return { kind: 'external', url: `postgres://${OWNER_ROLE}@${encodeURIComponent(place.socket)}/${name}` };
}

async function within<T>(place: DatabasePlace, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(ownerConnection(place));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Partitions are read through their table. */
async function allRows(client: Client): Promise<Rows> {
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname",
  );
  const rows = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
  for (const { name } of tables.rows) {
    const found = await client.query<{ row: unknown }>(`select to_jsonb(t) as row from "${name}" t`);
    rows.set(
      name,
      found.rows.map(({ row }) => z.record(z.string(), z.unknown()).parse(row)),
    );
  }
  return rows;
}
