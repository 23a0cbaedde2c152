// How times are taken: warmed up, many rounds, percentiles; and the machine's own limits.
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDataDir } from '../packages/server/src/platform/datadir.ts';
import { ownerConnection } from '../packages/server/src/platform/postgres/database.ts';
import { startEngine } from '../packages/server/src/platform/postgres/engine.ts';
import { migrate } from '../packages/server/src/platform/postgres/migrate.ts';

/** Milliseconds of each round, sorted. */
export function rounds(count: number, act: (i: number) => void): readonly number[] {
  for (let i = 0; i < Math.min(count, 5); i += 1) act(i);
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const began = performance.now();
    act(i);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

/** The value below which `share` of all lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function mbs(bytes: number, millis: number): string {
  return `${(bytes / 1e6 / (millis / 1000)).toFixed(0)} MB/s`;
}

/**
 * Rows a second that COPY loads from a file into a table of the very shape that observations have, keys
 * and indexes with it: what no import on this machine can beat.
 */
export async function copyRate(rows = 200_000): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'assay-copy-'));
  chmodSync(directory, 0o755);
  const data = openDataDir(join(directory, 'data'));
  const engine = await startEngine(data);
  const place = { kind: 'embedded', socket: engine.socket } as const;
  await migrate(place);
  const file = join(directory, 'rows.tsv');
  const out = openSync(file, 'w', 0o644);
  for (let i = 0; i < rows; i += 1)
    writeSync(
      out,
      `org\timport\t${i}\tasff:check-${i % 50}\tarn:aws:s3:::bucket-${i}\tpass\t2026-06-01T05:00:00Z\thigh\tmessage ${i}\n`,
    );
  closeSync(out);
  const client = new Client(ownerConnection(place));
  await client.connect();
  try {
    await client.query('create table copied (like observations including all)');
    const began = performance.now();
    await client.query(`copy copied from '${file}'`);
    return rows / ((performance.now() - began) / 1000);
  } finally {
    await client.end();
    await engine.stop();
    data.release();
    rmSync(directory, { recursive: true, force: true });
  }
}
