// A record's own freshness goes before its control's: in verdicts, in posture, in history, in what the ledger holds.
import { addDays, dateOfInstant } from '@assay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';

let house: House;
const base = '/v1/orgs/fresh';
beforeAll(async () => {
  house = await openHouse();
  await house.organisation('fresh');
});
afterAll(() => house.close());

const recordSchema = z.object({
  code: z.string(),
  revision: z.number(),
  freshness_days: z.number().nullable(),
  controls: z.array(z.object({ iso: z.object({ state: z.string(), reason: z.string() }) })),
});

it('counts by its own rule, gives it back, and verifies with and without one', async () => {
  const day = addDays(dateOfInstant(house.deps.clock.now()), -20);
  const put = await send(house, 'POST', `${base}/artefacts?filename=a.txt`, { headers: OWNER, bytes: 'a' });
  const { sha256 } = z.object({ sha256: z.string() }).parse(await put.json());
  const made = await ask('POST', '/evidence', {
    artefact: sha256,
    title: 'a review',
    controls: ['C-43'],
    performed_at: day,
  });
  await ask('POST', `/evidence/${made.code}/review`, { decision: 'accept' });
  await ask('PUT', '/controls/C-43/state', { state: 'adopted', implementation: 'implemented' });
  expect(await iso(made.code)).toBe('supports');
  expect(await controlState()).toBe('proved');

  const own = await change(made.code, 2, { freshness_days: 10 });
  expect([own.freshness_days, own.controls[0]?.iso]).toEqual([
    10,
    { state: 'stale', reason: 'Too old by 10 days by its own rule.' },
  ]);
  expect(await controlState()).toBe('stale');
  const back = await change(made.code, 3, { freshness_days: null });
  expect([back.freshness_days, back.controls[0]?.iso.state]).toEqual([null, 'supports']);

  const history = await send(house, 'GET', `${base}/evidence/${made.code}/revisions`, { headers: OWNER });
  const rows = z
    .object({ data: z.array(z.object({ freshness_days: z.number().nullable() })) })
    .parse(await history.json());
  expect(rows.data.map((row) => row.freshness_days)).toEqual([null, null, 10, null]);
  expect(await verified()).toMatchObject({ ok: true, faults: [] });
});

it('says nothing of freshness in the payload of a record without a rule of its own, as before there was one', async () => {
  const scope = await house.organisation('payloads');
  const path = '/v1/orgs/payloads/evidence/push?filename=b.txt&performed_at=2026-01-05';
  await send(house, 'POST', path, { headers: OWNER, bytes: 'b' });
  await send(house, 'POST', `${path}&freshness_days=30`, { headers: OWNER, bytes: 'c' });
  const rows = await house.deps.db.inOrganisation(scope.org, (tx) =>
    tx
      .selectFrom('ledger_entries')
      .select('payload')
      .where('kind', '=', 'evidence.recorded')
      .orderBy('seq')
      .execute(),
  );
  expect(rows.map(({ payload }) => /"freshness_days":(\d+)/.exec(payload)?.[1])).toEqual([undefined, '30']);
});

it('leaves what a correction does not name as it was', async () => {
  const path = '/evidence/push?filename=c.txt&performed_at=2026-01-05&controls=C-43&kind=record&title=Kept';
  const put = await send(house, 'POST', base + path, { headers: OWNER, bytes: 'kept' });
  const { code } = z.object({ code: z.string() }).parse(await put.json());
  const headers = { ...OWNER, 'if-match': '"1"' };
  const body = { freshness_days: 20 };
  const answer = await send(house, 'PATCH', `${base}/evidence/${code}`, { headers, body });
  expect(await answer.json()).toMatchObject({
    title: 'Kept',
    kind: 'record',
    freshness_days: 20,
    controls: [{ code: 'C-43' }],
  });
});

it('refuses a freshness that is no number of days', async () => {
  const path = `${base}/evidence/push?filename=b.txt&performed_at=2026-01-05`;
  for (const days of ['0', '-1', '1.5', 'long', '4000'])
    expect(
      (await send(house, 'POST', `${path}&freshness_days=${days}`, { headers: OWNER, bytes: 'b' })).status,
    ).toBe(400);
});

async function ask(method: string, path: string, body: unknown) {
  const answer = await send(house, method, base + path, { headers: OWNER, body });
  expect(answer.ok ? 200 : await answer.text()).toBe(200);
  return z.looseObject({ code: z.string() }).parse(await answer.json());
}

async function change(code: string, revision: number, body: unknown) {
  const headers = { ...OWNER, 'if-match': `"${revision}"` };
  const answer = await send(house, 'PATCH', `${base}/evidence/${code}`, { headers, body });
  return recordSchema.parse(await answer.json());
}

async function iso(code: string): Promise<string | undefined> {
  const answer = await send(house, 'GET', `${base}/evidence/${code}`, { headers: OWNER });
  return recordSchema.parse(await answer.json()).controls[0]?.iso.state;
}

async function controlState(): Promise<string> {
  const answer = await send(house, 'GET', `${base}/controls/C-43`, { headers: OWNER });
  return z.object({ iso: z.object({ state: z.string() }) }).parse(await answer.json()).iso.state;
}

async function verified(): Promise<unknown> {
  const body = { rebuild: true };
  return (await send(house, 'POST', `${base}/ledger/verify`, { headers: OWNER, body })).json();
}
