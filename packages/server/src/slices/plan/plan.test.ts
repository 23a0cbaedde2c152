// A plan follows what is answered, said and approved; what cannot be is refused with its field, and verified like the rest.
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { ownerConnection } from '../../platform/postgres/database.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { digestOf } from '../../testing/planned.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.organisation('alpha');
}, 60_000);
afterAll(() => house.close());

const B = '/v1/orgs/alpha';

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** `PUT /plan/settings`, over version 0 unless another is named: `PUT /plan/settings 1`. */
async function ask(what: string, body?: unknown): Promise<Response> {
  const [method = '', path = '', revision = '0'] = what.split(' ');
  const headers = { ...OWNER, 'if-match': `"${revision}"` };
  return send(house, method, `${B}${path}`, { headers, ...(body === undefined ? {} : { body }) });
}

const problem = z.object({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string() })).default([]),
});

it.each([
  [{ buyers: [{ region: 'canada', segment: 'saas', percent: 90 }] }, '/body/buyers'],
  [
    { deals: [{ name: 'a', amount: 1, currency: 'USD', due: '2020-01-01', needs: 'soc2_any' }] },
    '/body/deals/0/due',
  ],
  [
    { deals: [{ name: 'a', amount: -1, currency: 'USD', due: inDays(90), needs: 'soc2_any' }] },
    '/body/deals/0/amount',
  ],
  [{ currency: 'EURO' }, '/body/currency'],
  [{ capacity: { security_lead: 0 } }, '/body/capacity'],
  [{ pepole: 3 }, '/body/pepole'],
])('refuses %j at its field', async (body, pointer) => {
  const response = await ask('PUT /advice/answers', body);
  const { errors } = problem.parse(await response.json());
  expect([response.status === 422 || response.status === 400, errors[0]?.pointer ?? '']).toEqual([
    true,
    expect.stringContaining(pointer),
  ]);
});

const settings = { option: 'both_in_parallel', fixed: [{ task: 'stage2', on: inDays(20) }] };

it('says of a day that cannot be kept which task and by how much', async () => {
  expect((await ask('PUT /plan/settings', settings)).status).toBe(200);
  const plan = z
    .object({ conflicts: z.array(z.object({ task: z.string(), days: z.number(), sentence: z.string() })) })
    .parse(await (await ask('GET /plan?runs=100')).json());
  expect(plan.conflicts[0]).toMatchObject({ task: 'stage2' });
  expect(plan.conflicts[0]?.days).toBeGreaterThan(0);
});

it('refuses a task that no way has, and a change of what was changed meanwhile', async () => {
  const unknown = await ask('PUT /plan/settings 1', { done: [{ task: 'nothing' }] });
  expect(problem.parse(await unknown.json())).toMatchObject({
    code: 'plan.refused',
    errors: [{ pointer: '/body/done/0/task' }],
  });
  expect((await ask('PUT /plan/settings', settings)).status).toBe(412);
});

it('holds a plan against the one that was approved, and the ledger against both', async () => {
  const digest = await digestOf(house, B);
  const approved = await ask('POST /plan/baselines', { digest, approver: 'Ada Berg', role: 'founder' });
  expect(approved.status).toBe(201);
  const found = z
    .object({ difference: z.object({ end: z.object({ days: z.number() }), moved: z.array(z.unknown()) }) })
    .parse(await (await ask('GET /plan/baselines/newest')).json());
  expect(found.difference).toMatchObject({ end: { days: 0 }, moved: [] });
  const verified = z
    .object({ ok: z.boolean() })
    .loose()
    .parse(await (await ask('POST /ledger/verify', {})).json());
  expect(verified.ok).toBe(true);
});

it.each([
  ["digest = 'ab' || substr(digest, 3)", 'digest'],
  ["recorded_by = 'somebody else'", 'recorded_by'],
  ["frozen = replace(frozen, 'stage', 'stagf')", 'frozen'],
])('finds an approved plan that was changed by raw SQL: %s', async (change, column) => {
  const verified = async (): Promise<object> =>
    z.looseObject({ ok: z.boolean() }).parse(await (await ask('POST /ledger/verify', {})).json());
  const owner = new Client(ownerConnection(house.place));
  await owner.connect();
  const kept = await owner.query(`select ${column} as held from plan_baselines`);
  await owner.query(`update plan_baselines set ${change}`);
  const found = await verified();
  await owner.query(`update plan_baselines set ${column} = $1`, [
    z.object({ held: z.string() }).parse(kept.rows[0]).held,
  ]);
  await owner.end();
  expect([found, await verified()]).toMatchObject([{ ok: false }, { ok: true }]);
  expect(JSON.stringify(found)).toContain('PB-1');
});

it('shows no dates and no costs of a copy that leads to nothing, and why; twenty copies are the most', async () => {
  const nothing = { name: 'Nothing yet', settings: { option: 'nothing_yet' } };
  expect((await ask('POST /plan/variants', nothing)).status).toBe(201);
  const compared = z.object({
    data: z.array(
      z.looseObject({
        refused: z.string().nullable(),
        conflicts: z.int().nullable(),
        first_year: z.unknown(),
      }),
    ),
  });
  const { data } = compared.parse(await (await ask('GET /plan/comparison')).json());
  expect([data[0]?.refused, data[0]?.first_year === null]).toEqual([null, false]);
  expect(data[1]?.refused).toContain('no credential');
  expect(data[1]).toMatchObject({
    option: null,
    first_year: null,
    three_years: null,
    person_days: null,
    conflicts: null,
  });
  for (let i = 2; i <= 20; i += 1)
    expect((await ask('POST /plan/variants', { name: `Copy ${i}` })).status).toBe(201);
  const refused = await ask('POST /plan/variants', { name: 'One too many' });
  expect(problem.parse(await refused.json()).code).toBe('plan.too_many_variants');
  expect((await ask('DELETE /plan/variants/PV-1 1')).status).toBe(204);
  expect((await ask('POST /plan/variants', { name: 'Again' })).status).toBe(201);
}, 60_000);
