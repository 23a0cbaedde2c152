// The database's own limit: COPY into a table like the one that keeps observations, on the engine that Assay
// itself starts: the same columns, key and index, without row level security, triggers or foreign keys.
import { chmodSync, closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { temporary } from '../e2e/server.ts';
import { openDataDir } from '../packages/server/src/platform/datadir.ts';
import { startEngine } from '../packages/server/src/platform/postgres/engine.ts';
import { OWNER_ROLE } from '../packages/server/src/platform/postgres/roles.ts';

export interface CopyTarget {
  /** Sets the rows that every `copy` takes: check, subject, status, instant, severity, message. */
  load(rows: Iterable<readonly string[]>): number;
  /** Milliseconds to COPY them from a file into the empty table, committed. */
  copy(): Promise<number>;
  close(): Promise<void>;
}

const TABLE = `create table copied (org_id text not null, import_id text not null, seq int not null,
  check_key text not null, subject text not null, status text not null, observed_at timestamptz not null,
  severity text, message text, primary key (org_id, import_id, seq));
  create index on copied (org_id, check_key, subject)`;

export async function copyTarget(): Promise<CopyTarget> {
  const place = temporary();
  const data = openDataDir(join(place.path, 'data'));
  const engine = await startEngine(data);
  const client = new Client({ host: engine.socket, user: OWNER_ROLE, database: 'postgres' });
  await client.connect();
  await client.query(TABLE);
  const path = join(place.path, 'rows.tsv');
  return {
    load(rows) {
      let count = 0;
      const file = openSync(path, 'w');
      for (const row of rows) {
        writeSync(file, `org_bench\timp_bench\t${count}\t${row.map(escaped).join('\t')}\n`);
        count += 1;
      }
      closeSync(file);
      // The engine may run as somebody else, who has to read it.
      chmodSync(path, 0o644);
      return count;
    },
    async copy() {
      await client.query('truncate copied');
      const began = performance.now();
      await client.query(`copy copied from '${path}'`);
      return performance.now() - began;
    },
    async close() {
      await client.end();
      await engine.stop();
      data.release();
      place.remove();
    },
  };
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (each) => ({ '\t': '\\t', '\n': '\\n', '\r': '\\r' })[each] ?? '\\\\');
}
