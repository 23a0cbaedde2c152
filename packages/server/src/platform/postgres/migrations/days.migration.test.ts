// A database from before the days keeps every observation, and says at once what a fresh one would.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { openDataDir } from '../../datadir.ts';
import { ownerConnection } from '../database.ts';
import { startEngine } from '../engine.ts';
import { migrate } from '../migrate.ts';
import { migrations } from './index.ts';

it('moves every observation into its month and derives days and failures', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'assay-days-'));
  chmodSync(directory, 0o711);
  const data = openDataDir(join(directory, 'data'));
  const engine = await startEngine(data);
  const place = { kind: 'embedded', socket: engine.socket } as const;
  try {
    await migrate(
      place,
      migrations.filter(({ name }) => name < '0009'),
    );
    await filled(place);
    await migrate(place);
    expect(
      await asked(
        place,
        'select tableoid::regclass as part, seq, status from observations order by observed_at',
      ),
    ).toEqual([
      { part: 'observations_early', seq: 3, status: 'pass' },
      { part: 'observations_2026_01', seq: 0, status: 'fail' },
      { part: 'observations_2026_02', seq: 1, status: 'pass' },
      { part: 'observations_2026_02', seq: 2, status: 'fail' },
      { part: 'observations_2026_03', seq: 0, status: 'pass' },
    ]);
    expect(
      await asked(
        place,
        "select to_char(day, 'YYYY-MM-DD') as day, hour, passed, failed from day_rollups order by day, hour",
      ),
    ).toEqual([
      { day: '1999-12-31', hour: 1, passed: 1, failed: 0 },
      { day: '2026-01-31', hour: 23, passed: 0, failed: 1 },
      { day: '2026-02-01', hour: 0, passed: 1, failed: 0 },
      { day: '2026-02-02', hour: 0, passed: 0, failed: 1 },
    ]);
    expect(
      await asked(
        place,
        "select from_at at time zone 'UTC' = '2026-01-31 23:30' as first, until_at is null as open from failure_spans order by from_at",
      ),
    ).toEqual([
      { first: true, open: false },
      { first: false, open: true },
    ]);
    const open =
      "select count(*)::int as n from pg_class where relname ~ '^(imports|observations|day_rollups|failure_spans)' and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)";
    expect(await asked(place, open)).toEqual([{ n: 0 }]);
  } finally {
    await engine.stop();
    data.release();
    rmSync(directory, { recursive: true, force: true });
  }
}, 60_000);

/** One committed import, and one that waits. */
async function filled(place: Parameters<typeof ownerConnection>[0]): Promise<void> {
  await asked(place, "insert into artefacts values ('org_a', 'aa', 1, 'text/csv', 'a.csv', now())");
  await asked(
    place,
    "insert into imports (org_id, import_id, state, artefact, filename, options, summary, made_by, created_at, committed_at) values ('org_a', 'imp_a', 'committed', 'aa', 'a.csv', '{}', '{}', 'x', now(), now()), ('org_a', 'imp_b', 'pending', 'aa', 'a.csv', '{}', '{}', 'x', now(), null)",
  );
  await asked(
    place,
    "insert into observations (org_id, import_id, seq, check_key, subject, status, observed_at) values ('org_a', 'imp_a', 0, 'csv:c', 's', 'fail', '2026-01-31T23:30:00Z'), ('org_a', 'imp_a', 1, 'csv:c', 's', 'pass', '2026-02-01T00:00:00Z'), ('org_a', 'imp_a', 2, 'csv:c', 's', 'fail', '2026-02-02T00:00:00Z'), ('org_a', 'imp_a', 3, 'csv:c', 's', 'pass', '1999-12-31T01:00:00Z'), ('org_a', 'imp_b', 0, 'csv:c', 's', 'pass', '2026-03-01T00:00:00Z')",
  );
}

async function asked(
  place: Parameters<typeof ownerConnection>[0],
  text: string,
): Promise<readonly unknown[]> {
  const client = new Client(ownerConnection(place));
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
