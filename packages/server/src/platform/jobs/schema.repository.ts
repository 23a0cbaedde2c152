// The queue's own schema, and how its statements reach the database: as its owner, outside, or in a transaction of ours.
import { CompiledQuery, type Kysely } from 'kysely';
import { Client } from 'pg';
import { ownerConnection, type Database, type DatabasePlace, type Tx } from '../postgres/database.ts';
import { APP_ROLE } from '../postgres/roles.ts';

const SCHEMA = 'assay_jobs';

export interface QueueOptions {
  /** Seconds after which somebody who took a job is believed dead, and the job is given to another. */
  readonly expireSeconds: number;
  readonly retryLimit: number;
  /** Seconds between two looks for the dead. */
  readonly tidySeconds: number;
}

/** What pg-boss does beside is not needed: no clock of its own, no listening, no names of servers, no rebuilt indexes. */
export const PLAIN = {
  schema: SCHEMA,
  schedule: false,
  useListenNotify: false,
  registerInstance: false,
  monitorVacuum: false,
  reindex: false,
  openTelemetry: { enabled: false },
} as const;

/** Brings the queue's schema to this program's version, as its owner. */
export async function install(
  PgBoss: typeof import('pg-boss').PgBoss,
  place: DatabasePlace,
  queues: { readonly names: readonly string[]; readonly options: QueueOptions },
): Promise<void> {
  const client = new Client(ownerConnection(place));
  await client.connect();
  try {
    // Two servers that start together install once; the lock ends with this connection.
    await client.query('select pg_advisory_lock($1)', [INSTALL_LOCK]);
    const owner = new PgBoss({
      ...PLAIN,
      db: through(client),
      supervise: false,
      migrate: true,
      createSchema: true,
    });
    owner.on('error', () => undefined);
    await owner.start();
    const { expireSeconds: expireInSeconds, retryLimit } = queues.options;
    for (const name of queues.names) {
      const settings = { expireInSeconds, retryLimit, retryDelay: 5, retryBackoff: true, retryDelayMax: 600 };
      if (await owner.getQueue(name)) await owner.updateQueue(name, settings);
      else await owner.createQueue(name, settings);
    }
    await owner.stop({ graceful: false, close: false });
    await client.query(`grant usage on schema ${SCHEMA} to ${APP_ROLE}`);
    await client.query(
      `grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE}`,
    );
    await client.query(`grant usage on all sequences in schema ${SCHEMA} to ${APP_ROLE}`);
    await client.query(`grant execute on all functions in schema ${SCHEMA} to ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}

const INSTALL_LOCK = 7_239_002;

/** Statements outside every organisation: the queue's tables belong to none. */
export function outside(db: Database) {
  return {
    executeSql: (text: string, values?: unknown[]) => db.alone((bare) => run(bare, text, values)),
  };
}

function through(client: Client) {
  return {
    executeSql: async (text: string, values?: unknown[]) => {
      const answer: unknown = await client.query(text, values);
      return { rows: [answer].flat().flatMap(rowsOf) };
    },
  };
}

/** Statements in a transaction of ours. */
export function within(tx: Tx) {
  return { executeSql: (text: string, values?: unknown[]) => run(tx, text, values) };
}

async function run<T>(db: Kysely<T>, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const answer = await db.executeQuery(CompiledQuery.raw(text, values ?? []));
  return { rows: [...answer.rows] };
}

/** Rows of one answer; several statements in one text have several. */
function rowsOf(answer: unknown): readonly unknown[] {
  const rows: unknown =
    typeof answer === 'object' && answer !== null
      ? Object.getOwnPropertyDescriptor(answer, 'rows')?.value
      : [];
  return Array.isArray(rows) ? rows : [];
}
