// A plan follows what is answered, said and approved; what cannot be is refused with its field, and verified like the rest.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';

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
  const approved = await ask('POST /plan/baselines', { approver: 'Ada Berg', role: 'founder' });
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
