// The export holds everything: every table's rows, every file, and hashes that say so; nothing in it runs.
import { createHash } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../platform/postgres/database.ts';
import type { Schema } from '../../platform/postgres/schema.ts';
import { furnish, RISK_METHOD } from '../../testing/furniture.ts';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';
import { importFile } from '../../testing/imports.ts';
import { unzip } from '../../testing/zip.ts';
import type { OrgScope } from '../access/access.module.ts';
import { LEFT_OUT } from './export.repository.ts';

/** A table that is added to the schema does not compile here until somebody has decided. */
const TABLES: Readonly<Record<keyof Schema, 'exported' | 'left out' | 'of the server'>> = {
  principals: 'of the server',
  sessions: 'of the server',
  login_links: 'of the server',
  passwords: 'of the server',
  passkeys: 'of the server',
  one_time_codes: 'of the server',
  recovery_codes: 'of the server',
  challenges: 'of the server',
  api_tokens: 'left out',
  access_versions: 'exported',
  directory: 'left out',
  principal_answers: 'of the server',
  idempotency: 'left out',
  memberships: 'exported',
  organisations: 'exported',
  organisation_versions: 'exported',
  counters: 'exported',
  control_versions: 'exported',
  control_states: 'exported',
  mapping_versions: 'exported',
  artefacts: 'exported',
  imports: 'exported',
  import_problems: 'exported',
  population_rows: 'exported',
  populations: 'exported',
  population_events: 'exported',
  population_reconciliations: 'exported',
  evidence: 'exported',
  evidence_versions: 'exported',
  ledger_heads: 'exported',
  ledger_tiles: 'exported',
  ledger_entries: 'exported',
  trail: 'exported',
  trail_streams: 'left out',
  identity_events: 'of the server',
  provider_secrets: 'left out',
  sign_in_domains: 'left out',
  provider_links: 'of the server',
  pipeline_trades: 'left out',
  own_frameworks: 'exported',
  applicability: 'exported',
  observations: 'exported',
  latest_observations: 'exported',
  day_rollups: 'exported',
  failure_spans: 'exported',
  check_controls: 'exported',
  job_plans: 'left out',
  samples: 'exported',
  sample_items: 'exported',
  sample_profile_versions: 'exported',
  collectors: 'exported',
  collector_notices: 'exported',
  collector_versions: 'exported',
  collector_checks: 'exported',
  collector_runs: 'exported',
  collector_run_imports: 'exported',
  control_schedules: 'exported',
  exclusion_versions: 'exported',
  window_versions: 'exported',
  work_calendars: 'exported',
  evidence_bearings: 'exported',
  risk_methods: 'exported',
  risk_versions: 'exported',
  loss_versions: 'exported',
  tasks: 'exported',
  task_marks: 'exported',
  work_preferences: 'exported',
  calendar_feeds: 'left out',
  work_digests: 'left out',
  obligation_versions: 'exported',
  soa_row_versions: 'exported',
  soa_versions: 'exported',
  isms_versions: 'exported',
  isms_approvals: 'exported',
  finding_versions: 'exported',
  policy_versions: 'exported',
  policy_acknowledgements: 'exported',
  audit_versions: 'exported',
  audit_programmes: 'exported',
  kept_imports: 'exported',
  advisor_versions: 'exported',
  room_versions: 'exported',
  plan_versions: 'exported',
  plan_baselines: 'exported',
};
const EVIL = '=cmd|’ /C calc’!A0';
const SCAN = 'Rule,Host,Result\n@evil,web-1,PASS\n-evil,web-2,FAIL\n';

describe('the export', () => {
  let house: House;
  let scope: OrgScope;
  let files: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    house = await openHouse();
    scope = await house.organisation('whole');
    await furnish(house, await house.organisation('other'));
    await furnish(house, scope);
    await fill(house);
    const response = await send(house, 'GET', '/v1/orgs/whole/export', { headers: OWNER });
    files = await unzip(Buffer.from(await response.arrayBuffer()));
  });
  afterAll(() => house.close());

  const text = (path: string): string => files.get(path)?.toString('utf8') ?? '';

  it('names every file with its hash in the manifest, and holds no other', () => {
    const manifest = z
      .object({
        format: z.string(),
        files: z.array(z.object({ path: z.string(), sha256: z.string() })),
        left_out: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(text('manifest.json')));
    expect([...files.keys()].sort()).toEqual(
      [...manifest.files.map((each) => each.path), 'manifest.json', 'manifest.note'].sort(),
    );
    for (const { path, sha256 } of manifest.files)
      expect([
        path,
        createHash('sha256')
          .update(files.get(path) ?? '')
          .digest('hex'),
      ]).toEqual([path, sha256]);
    expect(Object.keys(manifest.left_out)).toEqual(Object.keys(LEFT_OUT));
  });

  it.each(Object.entries(TABLES))('%s is %s, row for row', async (table, where) => {
    const name = z.enum(Object.keys(TABLES)).parse(table);
    const exported = files.get(`data/${name}.ndjson`);
    expect(exported !== undefined).toBe(where === 'exported');
    if (where === 'left out') expect(LEFT_OUT[table]).toBeDefined();
    if (where !== 'exported') return;
    const realm = <T>(ask: (tx: Tx) => Promise<T>): Promise<T> =>
      table === 'memberships' ? house.deps.db.inIdentity(ask) : house.deps.db.inOrganisation(scope.org, ask);
    const held = await realm((tx) =>
      tx
        .selectFrom(isOurs(table) ? table : 'evidence')
        .where('org_id', '=', scope.org)
        .select((of) => of.fn.countAll<string>().as('rows'))
        .executeTakeFirstOrThrow(),
    );
    const rows = text(`data/${name}.ndjson`)
      .split('\n')
      .filter((line) => line !== '');
    expect(rows.length).toBe(Number(held.rows));
    for (const line of rows)
      expect(z.looseObject({ org_id: z.string() }).parse(JSON.parse(line)).org_id).toBe(scope.org);
  });

  it('holds something of nearly every table, so that the counts above say something', () => {
    const empty = Object.keys(TABLES).filter((table) => files.get(`data/${table}.ndjson`)?.length === 0);
    expect(empty).toEqual([
      'import_problems',
      'population_rows',
      'population_reconciliations',
      'own_frameworks',
      'collector_notices',
      'collector_run_imports',
    ]);
  });

  it('shows people the same tables as CSV and as workbooks, where no cell runs', async () => {
    const sheets = [...files.keys()].filter((path) => path.endsWith('.xlsx'));
    expect(sheets.length).toBe(7);
    for (const path of sheets) {
      const book = await readXlsx(new Uint8Array(files.get(path) ?? []));
      const [sheet] = book.sheets;
      const lines = text(path.replace('.xlsx', '.csv')).split('\r\n')[0]?.split(',');
      expect(sheet?.rows[0]).toEqual(lines);
      for (const row of sheet?.rows ?? [])
        for (const cell of row) expect(typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell)).toBe(false);
      expect(
        [...(sheet?.cells?.values() ?? [])].some((cell) => 'formula' in cell && cell.formula !== undefined),
      ).toBe(false);
    }
    expect(text('tables/evidence.csv')).toContain(`'${EVIL}`);
    expect(text('data/evidence_versions.ndjson')).toContain(EVIL);
  });

  it('holds nothing of another organisation', () => {
    for (const [path, bytes] of files) expect([path, bytes.includes('other canary')]).toEqual([path, false]);
  });
});

async function fill(house: House): Promise<void> {
  const base = '/v1/orgs/whole';
  const made = await send(house, 'POST', `${base}/artefacts?filename=scan.csv`, {
    headers: OWNER,
    bytes: SCAN,
  });
  const { sha256 } = z.looseObject({ sha256: z.string() }).parse(await made.json());
  const started = await importFile(house, base, {
    artefact: sha256,
    filename: 'scan.csv',
    columns: { check: 'Rule', subject: 'Host', status: 'Result' },
  });
  const { id } = z.looseObject({ id: z.string() }).parse(await started.json());
  const writes: readonly (readonly [string, string, unknown])[] = [
    ['POST', `${base}/imports/${id}/commit`, undefined],
    [
      'POST',
      `${base}/evidence`,
      { artefact: sha256, title: EVIL, performed_at: '2026-01-05', controls: ['C-07'] },
    ],
    ['PUT', `${base}/controls/C-07/state`, { state: 'adopted', implementation: 'implemented' }],
    ['PUT', `${base}/checks/csv:@evil/controls`, { controls: ['C-07'] }],
    [
      'PUT',
      `${base}/frameworks/iso27001:2022/requirements/A.5.15/applicability`,
      { applies: true, because: 'it is needed' },
    ],
    ['PATCH', `${base}/controls/C-07/schedule`, { started_on: '2026-01-01' }],
    ['PUT', `${base}/tasks/T-1/owner`, { owner: 'it_admin' }],
    ['PUT', `${base}/preferences`, { email: 'ines@acme.example', digest: 'weekly' }],
    ['PUT', `${base}/risk-method`, RISK_METHOD],
    ['PATCH', `${base}/calendar`, { holidays: ['2026-12-25'] }],
    ['PUT', `${base}/evidence/E-1/bearings/C-07`, { support: 'the mail of that day' }],
  ];
  for (const [method, path, body] of writes) {
    const response = await send(house, method, path, {
      headers: { ...OWNER, 'if-match': '"0"' },
      ...(body === undefined ? {} : { body }),
    });
    expect([path, response.status < 300]).toEqual([path, true]);
  }
}

type OurTable = Exclude<
  keyof Schema,
  | 'principals'
  | 'sessions'
  | 'login_links'
  | 'principal_answers'
  | 'passwords'
  | 'passkeys'
  | 'one_time_codes'
  | 'recovery_codes'
  | 'challenges'
>;

function isOurs(name: string): name is OurTable {
  return name in TABLES;
}
