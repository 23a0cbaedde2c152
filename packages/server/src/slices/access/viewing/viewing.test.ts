// The owner of a local server looks at a demo as its members do: with their grants, never more than their own, marked.
import { POLICY, ROLES, type Role } from '@assay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { httpApp } from '../../../app/http.ts';
import { openHouse, send, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../access.module.ts';
import { openSession, theOwner } from '../sessions.usecases.ts';

const GIVEN = ROLES.filter((role) => POLICY[role].given === 'organisation' && role !== 'owner');
const sessionIn = z.object({
  organisations: z.array(
    z.object({
      slug: z.string(),
      permissions: z.array(z.string()),
      lands: z.string(),
      viewing: z.string().nullable(),
    }),
  ),
});
const listIn = z.object({
  data: z.array(z.object({ member: z.string(), name: z.string(), lands: z.string() })),
  now: z.string().nullable(),
});

let team: House;
let local: House;
let scope: OrgScope;
let headers: Readonly<Record<string, string>>;
const members = new Map<Role, string>();

beforeAll(async () => {
  team = await openHouse();
  const deps = { ...team.deps, signIn: { ...team.deps.signIn, mode: 'local' as const } };
  local = { ...team, app: httpApp(deps, { hosts: ['test'], web: team.root, log: () => undefined }) };
  scope = await team.organisation('viewed');
  for (const role of GIVEN) await team.person(scope, role);
  const principal = await theOwner(team.deps);
  const { token, csrf } = await team.deps.db.inIdentity((tx) =>
    openSession(tx, team.deps, { principal, factors: ['link'], from: { agent: '', address: '' } }),
  );
  headers = { cookie: `assay_session=${token}`, 'assay-csrf': csrf };
  for (const { member, name } of (await list()).data)
    for (const role of GIVEN) if (name === `${role} of viewed`) members.set(role, member);
});
afterAll(() => team.close());

const ask = (method: string, path: string, body?: unknown) =>
  send(local, method, path, { headers, ...(body === undefined ? {} : { body }) });
const list = async () => listIn.parse(await (await ask('GET', '/v1/session/viewing/viewed')).json());
const begin = (member: string | undefined, house = local) =>
  send(house, 'PUT', '/v1/session/viewing', { headers, body: { org: 'viewed', member } });
const place = async () => {
  const { organisations } = sessionIn.parse(await (await ask('GET', '/v1/session')).json());
  return organisations.find(({ slug }) => slug === 'viewed');
};
const codeOf = async (response: Response) => z.object({ code: z.string() }).parse(await response.json()).code;

it.each(GIVEN)('holds as %s what that role holds, in every route and in the session', async (role) => {
  expect((await begin(members.get(role))).status).toBe(200);
  const seen = await place();
  expect(seen?.permissions.toSorted()).toEqual([...POLICY[role].permissions].toSorted());
  expect([seen?.lands, seen?.viewing]).toEqual([POLICY[role].lands, `${role} of viewed`]);
  const risks = await ask('GET', '/v1/orgs/viewed/risks');
  expect(risks.status).toBe(POLICY[role].permissions.includes('risks.read') ? 200 : 403);
  expect((await ask('DELETE', '/v1/orgs/viewed')).status).toBe(403);
  expect((await ask('DELETE', '/v1/session/viewing')).status).toBe(204);
  expect((await place())?.permissions.toSorted()).toEqual([...POLICY.owner.permissions].toSorted());
});

it('is marked in the trail: the owner acted, as whom, and by a session that looked', async () => {
  const lead = members.get('security_lead');
  await begin(lead);
  const made = await ask('POST', '/v1/orgs/viewed/tasks', { title: 'Look at it as the lead does' });
  expect(made.status).toBe(201);
  await ask('DELETE', '/v1/session/viewing');
  const trail = await ask('GET', '/v1/orgs/viewed/trail?limit=1');
  const { data } = z
    .object({
      data: z.array(
        z.object({
          actor: z.object({ id: z.string() }),
          on_behalf_of: z.string().nullable(),
          via: z.object({ kind: z.string() }),
        }),
      ),
    })
    .parse(await trail.json());
  const owner = await theOwner(team.deps);
  expect(data[0]).toMatchObject({ actor: { id: owner.id }, on_behalf_of: lead, via: { kind: 'viewing' } });
});

it('is refused on a team server, by a stranger, by a token, and as nobody', async () => {
  const lead = members.get('security_lead');
  expect(await codeOf(await begin(lead, team))).toBe('access.viewing');
  expect(await codeOf(await begin('prn_nobody'))).toBe('access.member_not_found');
  const stranger = await team.person(await team.organisation('elsewhere'), 'owner');
  const asked = { headers: stranger, body: { org: 'viewed', member: lead } };
  expect(await codeOf(await send(local, 'PUT', '/v1/session/viewing', asked))).toBe('organisation.not_found');
  const admin = await team.person(scope, 'admin');
  expect(await codeOf(await send(local, 'PUT', '/v1/session/viewing', { ...asked, headers: admin }))).toBe(
    'access.viewing',
  );
  const machine = { headers: { authorization: 'Bearer test-token' }, body: { org: 'viewed', member: lead } };
  expect(await codeOf(await send(local, 'PUT', '/v1/session/viewing', machine))).toBe('access.viewing');
});

it('looks no more once the server has teams, or the member was ended', async () => {
  const sales = members.get('sales');
  await begin(sales);
  expect((await ask('GET', '/v1/orgs/viewed/risks')).status).toBe(403);
  expect((await send(team, 'GET', '/v1/orgs/viewed/risks', { headers })).status).toBe(200);
  expect((await list()).now).toBe(sales);
  const ended = await send(local, 'DELETE', `/v1/orgs/viewed/members/${sales ?? ''}`, {
    headers: { authorization: 'Bearer test-token' },
  });
  expect(ended.status).toBe(204);
  expect((await place())?.viewing).toBeNull();
  expect((await list()).now).toBeNull();
});
