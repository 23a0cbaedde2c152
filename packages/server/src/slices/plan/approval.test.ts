// Who approves a plan approves the one that was seen; nobody waits for the ledger while it is simulated, and nothing is
// computed for who has left.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { watchedHouse } from '../../testing/watched.ts';

const B = '/v1/orgs/alpha';
const BY = { approver: 'Ada Berg', role: 'founder' };

let real: House;
let house: ReturnType<typeof watchedHouse>;
beforeAll(async () => {
  real = await openHouse();
  await real.organisation('alpha');
  house = watchedHouse(real);
}, 60_000);
afterAll(async () => {
  await house.close();
  await real.close();
});

const problem = z.object({ code: z.string() });

async function say(revision: number, body: object): Promise<void> {
  const headers = { ...OWNER, 'if-match': `"${revision}"` };
  expect((await send(house, 'PUT', `${B}/plan/settings`, { headers, body })).status).toBe(200);
}

async function seen(query = ''): Promise<string> {
  const answer = await send(house, 'GET', `${B}/plan${query}`, { headers: OWNER });
  return z.object({ digest: z.string() }).parse(await answer.json()).digest;
}

function approve(body: object, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  return send(house, 'POST', `${B}/plan/baselines`, {
    headers: { ...OWNER, ...more },
    body: { ...BY, ...body },
  });
}

it('approves the plan that was seen, under the digest that it was shown with', async () => {
  await say(0, { option: 'iso_first' });
  const digest = await seen();
  const approved = await approve({ digest });
  expect([approved.status, await approved.json()]).toMatchObject([201, { id: 'PB-1', digest }]);
});

it('refuses a plan that is not the one that was seen any more, or another way of looking at it', async () => {
  const before = await seen();
  const other = await seen('?option=type2_directly');
  await say(1, { option: 'iso_first', capacity: { security_lead: 2 } });
  for (const digest of [before, other]) {
    const refused = await approve({ digest });
    expect([refused.status, problem.parse(await refused.json()).code]).toEqual([409, 'plan.changed']);
  }
  expect((await approve({})).status).toBe(400);
  expect((await approve({ digest: await seen() })).status).toBe(201);
});

it('answers the same key with the same approval, although the plan has moved on', async () => {
  const key = { 'idempotency-key': 'approve-once' };
  const digest = await seen();
  const first = await approve({ digest }, key);
  await say(2, { option: 'type2_directly' });
  const second = await approve({ digest }, key);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await second.json()).toEqual(await first.json());
});

it('holds no transaction while it simulates, and writes nothing for who hung up meanwhile', async () => {
  const digest = await seen();
  await say(3, { option: 'type2_directly', capacity: { engineering_lead: 3 } });
  const before = house.watched.seen.length;
  const left = new AbortController();
  house.watched.afterRead = () => left.abort();
  const asked = new Request(`http://127.0.0.1:7373${B}/plan/baselines`, {
    method: 'POST',
    headers: { host: '127.0.0.1:7373', 'content-type': 'application/json', ...OWNER },
    body: JSON.stringify({ ...BY, digest }),
    signal: left.signal,
  });
  expect((await house.app.request(asked)).status).toBe(422);
  expect(house.watched.seen.slice(before)).toEqual(['read']);
});

it('compares no further once nobody waits: what is not computed is not called refused', async () => {
  await say(4, { option: 'both_in_parallel', capacity: { it_admin: 3 } });
  const left = new AbortController();
  house.watched.afterRead = () => left.abort();
  const asked = new Request(`http://127.0.0.1:7373${B}/plan/comparison`, {
    headers: { host: '127.0.0.1:7373', ...OWNER },
    signal: left.signal,
  });
  const answer = await house.app.request(asked);
  expect([answer.status, problem.parse(await answer.json()).code]).toEqual([422, 'plan.too_long']);
});
