// Ownership passes by two persons, within seven days, and somebody owns the organisation at every moment.
import { afterAll, beforeEach, expect, it, beforeAll } from 'vitest';
import { z } from 'zod';
import { instantOfMillis, millisOfInstant } from '@assay/core';
import { httpApp } from '../../../app/http.ts';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';

type Headers = Readonly<Record<string, string>>;

let house: House;
let org = 0;
let base: string;
let first: Headers;
let second: Headers;
let third: Headers;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  org += 1;
  const scope = await house.organisation(`passed${org}`);
  base = `/v1/orgs/${scope.slug}`;
  first = await house.person(scope, 'owner');
  second = await house.person(scope, 'security_lead');
  third = await house.person(scope, 'admin');
  await withPassword('security_lead');
});

async function ask(method: string, path: string, given: { headers: Headers; body?: unknown; in?: House }) {
  const answer = await send(given.in ?? house, method, `${base}${path}`, given);
  const body: unknown = answer.status === 204 ? {} : await answer.json();
  return { status: answer.status, ...z.looseObject({ code: z.string().optional() }).parse(body) };
}
async function memberOf(role: string): Promise<{ id: string; roles: string[]; revision: number }> {
  const listed = z.looseObject({
    data: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        revision: z.int(),
        roles: z.array(z.object({ role: z.string() })),
      }),
    ),
  });
  const { data } = listed.parse(await ask('GET', '/members', { headers: OWNER }));
  const found = data.find(({ name }) => name.startsWith(`${role} of `));
  if (!found) throw new Error(`${role} is not there`);
  return { ...found, roles: found.roles.map((each) => each.role) };
}
async function withPassword(role: string): Promise<void> {
  const { id } = await memberOf(role);
  await house.deps.db.inIdentity((tx) =>
    tx
      .insertInto('passwords')
      .values({ principal_id: id, hash: 'none', changed_at: house.deps.clock.now() })
      .execute(),
  );
}
const proposal = async (afterwards?: string) => ({
  headers: first,
  body: { to: (await memberOf('security_lead')).id, ...(afterwards === undefined ? {} : { afterwards }) },
});

it('is proposed by the one, accepted by the other, who both are in trail and ledger', async () => {
  expect(await ask('POST', '/ownership', await proposal('admin'))).toMatchObject({
    status: 201,
    proposed: { afterwards: 'admin', yours: 'to_take_back' },
  });
  expect(await ask('GET', '/ownership', { headers: second })).toMatchObject({
    proposed: { yours: 'to_accept' },
  });
  expect(await ask('POST', '/ownership/accept', { headers: second })).toMatchObject({
    status: 200,
    proposed: null,
  });
  expect((await memberOf('security_lead')).roles).toEqual(['owner']);
  expect((await memberOf('owner')).roles).toEqual(['admin']);
  const trail = z.looseObject({
    data: z.array(z.object({ action: z.string(), actor: z.object({ name: z.string() }) })),
  });
  const { data } = trail.parse(await ask('GET', '/trail?limit=4', { headers: OWNER }));
  expect(data.map(({ action, actor }) => [action, actor.name.split(' ')[0]])).toEqual([
    ['member.changed', 'security_lead'],
    ['member.changed', 'security_lead'],
    ['transfer.changed', 'security_lead'],
    ['transfer.changed', 'owner'],
  ]);
  expect(await ask('POST', '/ledger/verify', { headers: OWNER, body: {} })).toMatchObject({ ok: true });
});

it('is not accepted by whoever proposed, nor by a third, nor twice', async () => {
  await ask('POST', '/ownership', await proposal());
  expect(await ask('POST', '/ownership/accept', { headers: first })).toMatchObject({
    code: 'access.transfer_self',
  });
  expect(await ask('POST', '/ownership/accept', { headers: third })).toMatchObject({
    code: 'access.transfer_self',
  });
  expect(await ask('DELETE', '/ownership', { headers: third })).toMatchObject({
    code: 'access.transfer_none',
  });
  expect((await ask('POST', '/ownership/accept', { headers: second })).status).toBe(200);
  expect(await ask('POST', '/ownership/accept', { headers: second })).toMatchObject({
    code: 'access.transfer_none',
  });
  // No role was named: the proposer owns it still.
  expect((await memberOf('owner')).roles).toEqual(['owner']);
});

it('holds no more once the proposer lost ownership, or its days are over, or it was taken back', async () => {
  await ask('POST', '/ownership', await proposal());
  const { id, revision } = await memberOf('owner');
  const changed = await send(house, 'PUT', `${base}/members/${id}`, {
    headers: { ...OWNER, 'if-match': `"${revision}"` },
    body: { grants: [{ role: 'admin' }] },
  });
  expect(changed.status).toBe(200);
  expect(await ask('POST', '/ownership/accept', { headers: second })).toMatchObject({
    code: 'access.transfer_void',
  });
  expect((await ask('DELETE', '/ownership', { headers: second })).status).toBe(200);
  expect(await ask('POST', '/ownership/accept', { headers: second })).toMatchObject({
    code: 'access.transfer_none',
  });
  await ask('POST', '/ownership', { ...(await proposal()), headers: OWNER });
  const now = instantOfMillis(millisOfInstant(house.deps.clock.now()) + 7 * 86_400_000);
  const signIn = { ...house.deps.signIn, idleMinutes: 100_000, absoluteMinutes: 100_000 };
  const after = { ...house.deps, clock: { now: () => now }, signIn };
  await house.deps.db.inIdentity((tx) =>
    tx
      .updateTable('sessions')
      .set({ expires_at: instantOfMillis(millisOfInstant(now) + 86_400_000), stepped_up_at: now })
      .execute(),
  );
  const later = { ...house, app: httpApp(after, { hosts: ['test'], web: house.root, log: () => undefined }) };
  expect(await ask('POST', '/ownership/accept', { headers: second, in: later })).toMatchObject({
    code: 'access.transfer_expired',
  });
  expect((await memberOf('security_lead')).roles).toEqual(['security_lead']);
});

it('proposes nobody who is an owner, oneself, or without a way in of their own, and one at a time', async () => {
  const own = await memberOf('owner');
  const admin = await memberOf('admin');
  const to = (id: string, headers = first) => ask('POST', '/ownership', { headers, body: { to: id } });
  expect(await to(own.id)).toMatchObject({ code: 'access.transfer_self' });
  expect(await to(own.id, OWNER)).toMatchObject({ code: 'access.already_owner' });
  expect(await to(admin.id)).toMatchObject({ code: 'access.no_way_in' });
  expect(await to('prn_nobody')).toMatchObject({ code: 'access.member_not_found' });
  expect(await to(own.id, third)).toMatchObject({ status: 403 });
  expect(await ask('POST', '/ownership', await proposal('cpa_examiner'))).toMatchObject({
    code: 'access.role_not_given',
  });
  expect((await ask('POST', '/ownership', await proposal())).status).toBe(201);
  expect(await ask('POST', '/ownership', await proposal())).toMatchObject({ code: 'access.transfer_open' });
  expect((await ask('DELETE', '/ownership', { headers: first })).status).toBe(200);
  expect((await ask('POST', '/ownership', await proposal())).status).toBe(201);
});
