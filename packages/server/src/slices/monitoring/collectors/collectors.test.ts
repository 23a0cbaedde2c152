// Collectors over HTTP: what they promise, what came, and what follows for the windows.
import { instantOfMillis, millisOfInstant, type Instant } from '@assay/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWNER, openHouse, send, type House } from '../../../testing/house.ts';
import { importFile } from '../../../testing/imports.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { importsOfRuns, outagesOf } from './collectors.module.ts';

const answered = z.object({
  run: z.looseObject({ id: z.string() }),
  imports: z.array(z.looseObject({ id: z.string() })),
});
const SCAN = 'check,subject,status,at\n';
const COLUMNS = { check: 'check', subject: 'subject', status: 'status', observed_at: 'at' };

describe('collectors', () => {
  let house: House;
  let scope: OrgScope;
  beforeAll(async () => {
    house = await openHouse();
    scope = await house.organisation('acme');
  });
  afterAll(() => house.close());

  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await send(house, method, `/v1/orgs/acme${path}`, {
      headers: OWNER,
      ...(body === undefined ? {} : { body }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, answer, etag: response.headers.get('etag') ?? '' };
  };
  const change = async (etag: string, body: object, name = 'silent') => {
    const path = `/v1/orgs/acme/collectors/${name}`;
    const response = await send(house, 'PATCH', path, { headers: { ...OWNER, 'if-match': etag }, body });
    const answer: unknown = await response.json();
    return { status: response.status, answer };
  };
  const store = async (bytes: string): Promise<string> => {
    const response = await send(house, 'POST', '/v1/orgs/acme/artefacts?filename=scan.csv', {
      headers: OWNER,
      bytes,
    });
    return z.object({ sha256: z.string() }).parse(await response.json()).sha256;
  };
  const read = async (sha256: string, filename: string): Promise<string> => {
    const response = await importFile(house, '/v1/orgs/acme', {
      artefact: sha256,
      filename,
      columns: COLUMNS,
    });
    return z.object({ id: z.string() }).parse(await response.json()).id;
  };
  const ago = (hours: number): Instant =>
    instantOfMillis(millisOfInstant(house.deps.clock.now()) - hours * 3_600_000);
  const declare = (name: string, more: object = {}) =>
    ask('POST', '/collectors', {
      name,
      kind: 'ci',
      covers: { controls: ['C-07'] },
      every_hours: 24,
      started_at: ago(240),
      ...more,
    });
  const outages = (at?: Instant) =>
    house.deps.db.inOrganisation(scope.org, (tx) =>
      outagesOf(tx, scope, { catalogue: house.deps.catalogue, now: house.deps.clock.now(), at }),
    );

  it('are silent from interval x tolerance after the last run until the next complete one', async () => {
    expect((await declare('silent')).status).toBe(201);
    for (const [run, hours] of [
      ['a', 230],
      ['b', 100],
      ['c', 90],
    ] as const)
      await ask('POST', '/collectors/silent/runs', { run, ended_at: ago(hours), rows: 5 });
    const found = (await outages()).filter((each) => each.collector === 'silent');
    expect(found.map(({ from, until }) => [hoursAgo(from), until && hoursAgo(until)])).toEqual([
      [182, 100],
      [42, undefined],
    ]);
    expect(found[0]?.controls).toEqual(['C-07']);
    const { answer } = await ask('GET', '/collectors/silent');
    expect(answer).toMatchObject({ state: 'outage', recent: [{ run: 'a' }, { run: 'b' }, { run: 'c' }] });
  });

  it('take what failed, was partial or came empty for no run, and say why', async () => {
    await declare('doubtful');
    await ask('POST', '/collectors/doubtful/runs', { run: '1', ended_at: ago(230), rows: 5 });
    await ask('POST', '/collectors/doubtful/runs', { run: '2', ended_at: ago(200), error: 'authentication' });
    await ask('POST', '/collectors/doubtful/runs', { run: '3', ended_at: ago(170), rows: 2, partial: true });
    await ask('POST', '/collectors/doubtful/runs', { run: '4', ended_at: ago(150), rows: 0 });
    const { answer } = await ask('GET', '/outages?collector=doubtful');
    expect(answer).toMatchObject({
      data: [
        {
          until: null,
          unknown: [{ because: ['authentication'] }, { because: ['partial'] }, { because: ['empty'] }],
        },
      ],
    });
  });

  it('let a person vouch for an empty answer, with a reason, as known from then on', async () => {
    const runs = await ask('GET', '/collectors/doubtful/runs');
    const [empty, partial] = z
      .object({ data: z.array(z.looseObject({ id: z.string() })) })
      .parse(runs.answer).data;
    const before = house.deps.clock.now();
    const refused = await ask('POST', `/collectors/doubtful/runs/${partial?.id ?? ''}/vouch`, {
      because: 'x',
    });
    expect([refused.status, refused.answer]).toMatchObject([409, { code: 'run.not_vouchable' }]);
    const done = await ask('POST', `/collectors/doubtful/runs/${empty?.id ?? ''}/vouch`, {
      because: 'the account was emptied',
    });
    expect(done.answer).toMatchObject({ complete: true, vouched: { because: 'the account was emptied' } });
    const ends = async (at?: Instant) =>
      (await outages(at))
        .filter((each) => each.collector === 'doubtful')
        .map(({ until }) => until !== undefined);
    expect(await ends()).toEqual([true, false]);
    expect(await ends(before)).toEqual([false]);
  });

  it('bring files in with their run, once however often it is reported', async () => {
    await declare('scanner', { covers: { checks: ['custom:*'] } });
    const sha256 = await store(`${SCAN}mfa,root,PASS,2026-01-05T08:00:00Z\n`);
    const report = {
      run: '17.1',
      imports: [await read(sha256, 'scan.csv')],
    };
    const first = await ask('POST', '/collectors/scanner/runs', report);
    expect([first.status, first.answer]).toMatchObject([
      201,
      { run: { complete: true, rows: 1, checks: 1 }, imports: [{ state: 'committed' }] },
    ]);
    const again = await ask('POST', '/collectors/scanner/runs', report);
    expect(again.answer).toEqual(first.answer);
    const other = await ask('POST', '/collectors/scanner/runs', { ...report, partial: true });
    expect([other.status, other.answer]).toMatchObject([409, { code: 'run.exists' }]);
    const next = await ask('POST', '/collectors/scanner/runs', { ...report, run: '18.1' });
    const [a, b] = [first, next].map(({ answer }) => answered.parse(answer));
    expect(b?.imports).toEqual(a?.imports);
  });

  it('commit nothing of a run with a file that cannot be read', async () => {
    await declare('broken');
    const good = await store(`${SCAN}mfa,admin,PASS,2026-01-05T08:00:00Z\n`);
    const bad = await store('{"version":"2.1.0","runs":[{"tool":');
    const { status, answer } = await ask('POST', '/collectors/broken/runs', {
      run: '1',
      imports: [await read(good, 'good.csv'), await read(bad, 'bad.sarif')],
    });
    expect([status, answer]).toMatchObject([
      201,
      { run: { complete: false, error: 'unreadable', because: ['failed'] } },
    ]);
    const { imports } = answered.parse(answer);
    expect(imports.map((each) => each['state'])).toEqual(['pending', 'refused']);
  });

  it('lose a run when its import is taken back', async () => {
    const sha256 = await store(`${SCAN}mfa,third,PASS,2026-01-05T08:00:00Z\n`);
    const { answer } = await ask('POST', '/collectors/scanner/runs', {
      run: '19.1',
      imports: [await read(sha256, 'scan.csv')],
    });
    const { imports } = answered.parse(answer);
    await ask('POST', `/imports/${imports[0]?.id ?? ''}/undo`);
    const runs = await ask('GET', '/collectors/scanner/runs?limit=1');
    expect(runs.answer).toMatchObject({ data: [{ run: '19.1', complete: false, because: ['undone'] }] });
    const unknown = await house.deps.db.inOrganisation(scope.org, (tx) =>
      importsOfRuns(tx, scope, { catalogue: house.deps.catalogue, now: house.deps.clock.now() }),
    );
    expect([...unknown.unknown]).toContain(imports[0]?.id);
  });

  it('change their promise from now on, by the revision that was read', async () => {
    const read = await ask('GET', '/collectors/silent');
    const done = await change(read.etag, { every_hours: 200 });
    expect(done.answer).toMatchObject({ every_hours: 200, state: 'on_time', revision: 2 });
    const late = await change(read.etag, { every_hours: 1 });
    expect([late.status, late.answer]).toMatchObject([412, { code: 'request.conflict' }]);
    // What was dark under the old promise stays dark.
    const found = (await outages()).filter((each) => each.collector === 'silent');
    expect(found.map(({ until }) => until !== undefined)).toEqual([true, true]);
  });

  it('speak for the scope that they had: one that is given later moves neither what they brought nor their silence', async () => {
    await declare('moving', { scope: 'eu' });
    const sha256 = await store(`${SCAN}mfa,moving,PASS,2026-01-05T08:00:00Z\n`);
    const first = await read(sha256, 'moving.csv');
    await ask('POST', '/collectors/moving/runs', { run: '1', imports: [first], ended_at: ago(100) });
    const { etag } = await ask('GET', '/collectors/moving');
    const moved = await change(etag, { scope: 'us' }, 'moving');
    expect([moved.status, moved.answer]).toMatchObject([200, { scope: 'us' }]);
    const { scopes } = await house.deps.db.inOrganisation(scope.org, (tx) =>
      importsOfRuns(tx, scope, { catalogue: house.deps.catalogue, now: house.deps.clock.now() }),
    );
    expect(scopes.get(first)).toBe('eu');
    const told = (await outages()).filter((each) => each.collector === 'moving');
    expect(told.map((each) => each.scope)).toEqual([...told.slice(1).map(() => 'eu'), 'us']);
    expect(told.at(-1)?.from).toBe(told.at(-2)?.until);
  });

  it('take no more runs once retired, and take them again once resumed', async () => {
    await declare('short');
    expect((await ask('POST', '/collectors/short/retire', { because: 'replaced' })).answer).toMatchObject({
      state: 'retired',
    });
    const refused = await ask('POST', '/collectors/short/runs', { run: '1' });
    expect([refused.status, refused.answer]).toMatchObject([409, { code: 'collector.retired' }]);
    await ask('POST', '/collectors/short/resume');
    expect((await ask('POST', '/collectors/short/runs', { run: '1' })).status).toBe(201);
  });

  it('refuse what cannot be: another with the same name, a path outside, a run in the future', async () => {
    expect((await declare('short')).answer).toMatchObject({ code: 'collector.exists' });
    const reads = { path: '/etc/passwd' };
    expect((await declare('reader', { kind: 'scheduled', reads })).answer).toMatchObject({
      code: 'collector.path_not_allowed',
    });
    expect(
      (await ask('POST', '/collectors/short/runs', { run: '2', ended_at: ago(-1) })).answer,
    ).toMatchObject({
      code: 'run.in_future',
    });
    expect((await ask('POST', '/collectors/none/runs', { run: '2' })).status).toBe(404);
  });

  it('stand in the ledger as they promised, version by version, and a changed one is found', async () => {
    expect((await ask('POST', '/ledger/verify', {})).answer).toMatchObject({ ok: true });
    await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx
        .updateTable('collector_versions')
        .set({ definition: sql`jsonb_set(definition, '{everyHours}', '999')` })
        .where('org_id', '=', scope.org)
        .where('name', '=', 'silent')
        .where('revision', '=', 1)
        .execute(),
    );
    expect((await ask('POST', '/ledger/verify', {})).answer).toMatchObject({ ok: false });
  });

  function hoursAgo(instant: Instant): number {
    return Math.round((millisOfInstant(house.deps.clock.now()) - millisOfInstant(instant)) / 3_600_000);
  }
});
