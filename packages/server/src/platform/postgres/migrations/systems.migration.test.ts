// A database from before words were kept by system says at once what a fresh one would: no pass of another system hides ours.
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

it('tells latest words apart by the scope that a collector had when its run was recorded', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'assay-systems-'));
  chmodSync(directory, 0o711);
  const data = openDataDir(join(directory, 'data'));
  const engine = await startEngine(data);
  const place = { kind: 'embedded', socket: engine.socket } as const;
  const ask = async (text: string): Promise<readonly unknown[]> => {
    const client = new Client(ownerConnection(place));
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  };
  try {
    await migrate(
      place,
      migrations.filter(({ name }) => name < '0027'),
    );
    for (const text of BEFORE) await ask(text);
    await migrate(place);
    expect(
      await ask('select org_id, system, status, import_id from latest_observations order by org_id, system'),
    ).toEqual([
      { org_id: 'org_a', system: 'eu', status: 'fail', import_id: 'imp_a' },
      { org_id: 'org_a', system: 'us', status: 'pass', import_id: 'imp_b' },
      { org_id: 'org_z', system: '', status: 'pass', import_id: 'imp_z' },
    ]);
    expect(
      await ask(
        "select count(*)::int as n from imports where system is not null and system_since = '2026-02-01'",
      ),
    ).toEqual([{ n: 2 }]);
    expect(
      await ask(
        "select count(*)::int as n from pg_class where relname in ('imports', 'latest_observations', 'collector_runs', 'collector_versions', 'collector_run_imports', 'observations') and not (relrowsecurity and relforcerowsecurity)",
      ),
    ).toEqual([{ n: 0 }]);
  } finally {
    await engine.stop();
    data.release();
    rmSync(directory, { recursive: true, force: true });
  }
}, 60_000);

const ROWS = (['a', 'b', 'z'] as const).map((id) => ({ id, org: id === 'z' ? 'org_z' : 'org_a' }));

/** Two looks of two systems at one subject, the older failing; and an organisation of which nothing names a system. */
const BEFORE: readonly string[] = [
  "select make_observation_months(array['2026-01-01'::date])",
  ...ROWS.flatMap(({ id, org }) => [
    `insert into artefacts values ('${org}', '${id}${id}', 1, 'text/csv', 'a.csv', now())`,
    `insert into imports (org_id, import_id, state, artefact, filename, options, summary, made_by, created_at, committed_at) values ('${org}', 'imp_${id}', 'committed', '${id}${id}', 'a.csv', '{}', '{}', 'x', now(), now())`,
    `insert into observations (org_id, import_id, seq, check_key, subject, status, observed_at) values ('${org}', 'imp_${id}', 0, 'csv:c', 's', '${id === 'a' ? 'fail' : 'pass'}', '2026-01-${id === 'a' ? '10' : '11'}')`,
  ]),
  ...ROWS.filter(({ id }) => id !== 'a').map(
    ({ id, org }) =>
      `insert into latest_observations (org_id, check_key, subject, status, observed_at, received_at, import_id, seq) values ('${org}', 'csv:c', 's', 'pass', '2026-01-11', now(), 'imp_${id}', 0)`,
  ),
  ...(['a', 'b'] as const).flatMap((id) => [
    `insert into collectors (org_id, name, kind, started_at, created_at) values ('org_a', '${id}', 'ci', '2026-01-01', '2026-01-01')`,
    `insert into collector_versions (org_id, name, revision, definition, changed_by, known_from, known_until) values
      ('org_a', '${id}', 1, '{"scope": "${id === 'a' ? 'eu' : 'us'}"}', 'x', '2026-01-01', '2026-03-01'), ('org_a', '${id}', 2, '{"scope": "mars"}', 'x', '2026-03-01', null)`,
    `insert into collector_checks (org_id, digest, checks) values ('org_a', '${id}', array['csv:c'])`,
    `insert into collector_runs (org_id, run_id, collector, run_key, request_hash, started_at, ended_at, recorded_at, rows, partial, formats, checks_digest, made_by) values
      ('org_a', 'run_${id}', '${id}', '1', '', '2026-01-11', '2026-01-11', '2026-02-01', 1, false, array['csv'], '${id}', 'x')`,
    `insert into collector_run_imports (org_id, run_id, import_id) values ('org_a', 'run_${id}', 'imp_${id}')`,
  ]),
];
