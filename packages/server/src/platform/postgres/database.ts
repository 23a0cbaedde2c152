// The database behind one door: pools of the application's role, transactions that name the organisation.
import { CompiledQuery, Kysely, PostgresDialect, type ControlledTransaction, type Transaction } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import { parseInstant, type Id } from '@assay/core';
import { codeOf, StartFailure } from '../failure.ts';
import { APP_ROLE, OWNER_ROLE } from './roles.ts';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;

/** Where the database is: the embedded engine's socket or somebody's server. */
export type DatabasePlace =
  | { readonly kind: 'embedded'; readonly socket: string; readonly database?: string }
  | { readonly kind: 'external'; readonly url: string };

/** Database of the embedded engine, where no other is named. */
const OWN_DATABASE = 'assay';

/** Realm of the identity tables: sessions and links stand outside every organisation. */
export const IDENTITY = 'identity';

// Dates stay text, instants become the house's own text, counts become numbers.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.NUMERIC, Number);
types.setTypeParser(
  types.builtins.TIMESTAMPTZ,
  (text) => parseInstant(text.replace(/([+-]\d{2})$/, '$1:00')) ?? text,
);

/** What use cases ask of the database: transactions in a realm. Alone each call is one; in a `Unit` they share one. */
export interface Transactions {
  /** Runs `work` in a transaction that sees this organisation and nothing else. */
  inOrganisation<T>(org: Id<'organisation'>, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` in a transaction over the identity tables only. */
  inIdentity<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Acts on what no rollback brings back, such as files: only once everything before it is committed. */
  afterCommit(act: () => Promise<void>): Promise<void>;
  version(): Promise<string>;
}

/** The application's side: a pool whose every connection has the application's role from the start. */
export class Database implements Transactions {
  readonly #db: Db;
  readonly place: DatabasePlace;

  constructor(place: DatabasePlace, size = 16) {
    this.place = place;
    const pool = new Pool({
      ...appConnection(place),
      max: size,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 5000,
    });
    // An idle connection that the engine drops is replaced by the next request.
    pool.on('error', () => undefined);
    // So is one that dies between two queries of a transaction; its query fails, the program must not.
    pool.on('connect', (client) => client.on('error', () => undefined));
    this.#db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  }

  inOrganisation<T>(org: Id<'organisation'>, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#within(org, work);
  }

  inIdentity<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#within(IDENTITY, work);
  }

  async version(): Promise<string> {
    const answer = await this.#db.executeQuery<{ server_version: string }>(
      CompiledQuery.raw('show server_version'),
    );
    return answer.rows[0]?.server_version ?? 'unknown';
  }

  afterCommit(act: () => Promise<void>): Promise<void> {
    return act();
  }

  /** Asks one question outside every realm: it sees no rows but those of functions that name their own. */
  alone<T>(ask: (db: Db) => Promise<T>): Promise<T> {
    return ask(this.#db);
  }

  /** A transaction that its caller commits or rolls back. */
  begin(): Promise<ControlledTransaction<Schema>> {
    return this.#db.startTransaction().execute();
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }

  #within<T>(realm: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(async (tx) => {
      await enter(tx, realm);
      return work(tx);
    });
  }
}

/** Names the realm of a transaction: row level security shows its rows and no others. */
export async function enter(tx: Tx, realm: string): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw("select set_config('assay.org_id', $1, true)", [realm]));
}

/** Connection of the role that owns the tables; used to migrate, never to serve. */
export function ownerConnection(place: DatabasePlace): PoolConfig {
  if (place.kind === 'embedded')
    return { host: place.socket, user: OWNER_ROLE, database: place.database ?? OWN_DATABASE };
  return { connectionString: place.url };
}

/** Explains a connection failure in one sentence. */
export function connectionFailure(place: DatabasePlace, cause: unknown): StartFailure {
  const where =
    place.kind === 'embedded'
      ? 'The embedded database'
      : `The database of DATABASE_URL (${hideSecret(place.url)})`;
  const code = codeOf(cause);
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'does not accept connections',
    ENOTFOUND: 'has an unknown host name',
    EAI_AGAIN: 'has an unknown host name',
    ETIMEDOUT: 'does not answer',
    '28P01': 'refuses the password',
    '28000': 'refuses the user',
    '3D000': 'does not exist on that server',
    '42501': 'does not let this user make roles or tables',
    ENOENT: 'has no socket there',
  };
  const message = cause instanceof Error ? cause.message : String(cause);
  return new StartFailure(
    `${where} ${reasons[code ?? ''] ?? `cannot be used: ${message}`}.`,
    'Check host, port, user, password and database name in DATABASE_URL, or unset it to use the embedded database.',
  );
}

function appConnection(place: DatabasePlace): PoolConfig {
  if (place.kind === 'embedded')
    return { host: place.socket, user: APP_ROLE, database: place.database ?? OWN_DATABASE };
  return { connectionString: place.url, options: `-c role=${APP_ROLE}` };
}

function hideSecret(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:***@');
}
