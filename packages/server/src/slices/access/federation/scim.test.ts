// A directory's requests, as Okta and Entra ID send them and as their validators try them, told in our own words.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { provedDomain } from '../../../testing/people.ts';
import type { OrgScope } from '../access.module.ts';

const anything = z.looseObject({});
type Answer = z.infer<typeof anything>;

const NOBODY = 'prn_nobody';

let house: House;
let scope: OrgScope;
let token: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('acme');
  await provedDomain(house, scope, 'acme.example');
  const made = await api('POST', '/tokens', { name: 'Directory', scopes: ['members.provision'] });
  token = { authorization: `Bearer ${String(made.body['secret'])}` };
  await api('PUT', '/sign-in/rules', {
    otherwise: { role: 'reader' },
    rules: [
      { group: 'Engineering', gives: { role: 'contributor' } },
      { group: 'Security', gives: { role: 'security_lead' } },
    ],
  });
});
afterAll(() => house.close());

async function api(method: string, path: string, body?: unknown) {
  const response = await send(house, method, `/v1/orgs/${scope.slug}${path}`, { headers: OWNER, body });
  const text = await response.text();
  return { status: response.status, body: anything.parse(text === '' ? {} : JSON.parse(text)) };
}

async function scim(method: string, path: string, body?: unknown) {
  const response = await send(house, method, `/v1/orgs/${scope.slug}/scim/v2${path}`, {
    headers: { ...token, accept: 'application/scim+json' },
    body,
  });
  const text = await response.text();
  const parsed: Answer = anything.parse(text === '' ? {} : JSON.parse(text));
  return { status: response.status, headers: response.headers, body: parsed };
}

async function made(name: string, more: object = {}): Promise<string> {
  const answer = await scim('POST', '/Users', user(name, more));
  expect(answer.status).toBe(201);
  return String(answer.body['id']);
}

function user(name: string, more: object = {}) {
  return {
    schemas: [
      'urn:ietf:params:scim:schemas:core:2.0:User',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    ],
    userName: `${name}@acme.example`,
    externalId: `00u-${name}`,
    name: { givenName: name, familyName: 'Example' },
    emails: [{ primary: true, value: `${name}@acme.example`, type: 'work' }],
    displayName: `${name} Example`,
    locale: 'en-US',
    groups: [],
    active: true,
    ...more,
  };
}

const members = z.object({
  data: z.array(
    z.object({ id: z.string(), state: z.string(), roles: z.array(z.object({ role: z.string() })) }),
  ),
});
async function rolesOf(id: string): Promise<readonly string[] | undefined> {
  const { data } = members.parse((await api('GET', '/members')).body);
  const member = data.find((each) => each.id === id && each.state === 'active');
  return member?.roles.map(({ role }) => role);
}

test('says what it can, in the standard’s own media type', async () => {
  const config = await scim('GET', '/ServiceProviderConfig');
  expect(config.headers.get('content-type')).toBe('application/scim+json');
  expect(config.body).toMatchObject({ patch: { supported: true }, filter: { supported: true } });
  expect((await scim('GET', '/ResourceTypes')).body).toMatchObject({ totalResults: 2 });
  expect((await scim('GET', '/Schemas')).body).toMatchObject({ totalResults: 2 });
});

test('a user is looked for, made, read, listed page by page and found by name and external id', async () => {
  const none = await scim(
    'GET',
    `/Users?filter=${encodeURIComponent('userName eq "bea@acme.example"')}&startIndex=1&count=100`,
  );
  expect(none.body).toMatchObject({ totalResults: 0, Resources: [] });
  const answer = await scim('POST', '/Users', user('bea'));
  const id = String(answer.body['id']);
  expect(answer.headers.get('location')).toBe(`http://127.0.0.1:7373/v1/orgs/acme/scim/v2/Users/${id}`);
  expect(answer.body).toMatchObject({
    userName: 'bea@acme.example',
    active: true,
    meta: { resourceType: 'User' },
  });
  expect((await scim('GET', `/Users/${id}`)).body).toEqual(answer.body);
  for (const filter of [
    'userName eq "BEA@acme.example"',
    'externalId eq "00u-bea"',
    'emails[type eq "work" and value co "bea"]',
  ])
    expect((await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body).toMatchObject({
      totalResults: 1,
    });
  await made('cid');
  const page = await scim('GET', '/Users?startIndex=2&count=1');
  expect(page.body).toMatchObject({ startIndex: 2, itemsPerPage: 1 });
  expect((await scim('GET', '/Users?count=0')).body).toMatchObject({ itemsPerPage: 0, Resources: [] });
  expect(await rolesOf(id)).toEqual(['reader']);
});

test('what cannot be is said in the standard’s shape, and changes nothing', async () => {
  const id = await made('dan');
  const again = await scim('POST', '/Users', user('DAN'));
  expect(again.body).toMatchObject({
    status: '409',
    scimType: 'uniqueness',
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  });
  const elsewhere = await scim('POST', '/Users', {
    ...user('eve'),
    userName: 'eve@evil.example',
    emails: [],
  });
  expect(elsewhere.body).toMatchObject({ status: '400', scimType: 'invalidValue' });
  expect((await scim('POST', '/Users', { schemas: [] })).body).toMatchObject({ status: '400' });
  expect((await scim('GET', '/Users?filter=userName%20is%20x')).body).toMatchObject({
    scimType: 'invalidFilter',
  });
  expect((await scim('GET', `/Users/${NOBODY}`)).body).toMatchObject({ status: '404' });
  const move = await scim('PATCH', `/Users/${id}`, {
    Operations: [{ op: 'move', path: 'active', value: false }],
  });
  expect(move.body).toMatchObject({ scimType: 'invalidSyntax' });
  const unsigned = await send(house, 'GET', '/v1/orgs/acme/scim/v2/Users');
  expect([unsigned.status, await unsigned.json()]).toMatchObject([401, { status: '401' }]);
});

test('whoever is made inactive is signed out at once, by every way in which it is written; and comes back', async () => {
  const ways = [
    { Operations: [{ op: 'replace', value: { active: false } }] },
    { Operations: [{ op: 'Replace', path: 'active', value: 'False' }] },
    {
      Operations: [
        { op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:active', value: false },
      ],
    },
  ];
  const id = await made('fay');
  for (const body of ways) {
    const session = await house.signedIn(id);
    expect((await send(house, 'GET', '/v1/orgs/acme/members', { headers: session })).status).toBe(200);
    const done = await scim('PATCH', `/Users/${id}`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      ...body,
    });
    expect(done.body).toMatchObject({ active: false });
    expect((await send(house, 'GET', '/v1/session', { headers: session })).status).toBe(401);
    expect(await rolesOf(id)).toBeUndefined();
    const back = await scim('PATCH', `/Users/${id}`, {
      Operations: [{ op: 'replace', value: { active: true } }],
    });
    expect([back.body['active'], await rolesOf(id)]).toEqual([true, ['reader']]);
  }
  const left = await api('GET', '/leavers');
  expect(
    z
      .object({ data: z.array(z.object({ key: z.string() })) })
      .parse(left.body)
      .data.filter(({ key }) => key.startsWith('fay')).length,
  ).toBe(3);
});

test('an API token of somebody who is deleted ends with them, and the user is not there any more', async () => {
  const id = await made('gus');
  const group = await scim('POST', '/Groups', { displayName: 'Engineering', members: [{ value: id }] });
  const session = await house.signedIn(id);
  const own = await send(house, 'POST', '/v1/orgs/acme/tokens', {
    headers: session,
    body: { name: 'mine', scopes: ['evidence.add'] },
  });
  const { secret } = z.object({ secret: z.string() }).parse(await own.json());
  const headers = { authorization: `Bearer ${secret}` };
  expect((await send(house, 'GET', '/v1/session', { headers })).status).toBe(200);
  expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204);
  expect((await send(house, 'GET', '/v1/session', { headers })).status).toBe(401);
  expect((await scim('GET', `/Users/${id}`)).status).toBe(404);
  expect((await scim('DELETE', `/Users/${id}`)).status).toBe(404);
  await scim('DELETE', `/Groups/${String(group.body['id'])}`);
  expect(await made('gus')).toBe(id);
});

test('groups give the roles that rules say, and take no more than they gave', async () => {
  const id = await made('hal');
  const group = await scim('POST', '/Groups', { displayName: 'Engineering' });
  const path = `/Groups/${String(group.body['id'])}`;
  const add = { Operations: [{ op: 'add', path: 'members', value: [{ value: id }] }] };
  expect((await scim('PATCH', path, add)).body).toMatchObject({
    members: [{ value: id, display: 'hal Example' }],
  });
  expect(await rolesOf(id)).toEqual(['contributor']);
  expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ groups: [{ display: 'Engineering' }] });
  expect((await scim('GET', `${path}?excludedAttributes=members`)).body['members']).toBeUndefined();
  await scim('PATCH', path, { Operations: [{ op: 'replace', value: { displayName: 'Security' } }] });
  expect(await rolesOf(id)).toEqual(['security_lead']);
  await scim('PATCH', path, { Operations: [{ op: 'remove', path: `members[value eq "${id}"]` }] });
  expect(await rolesOf(id)).toEqual(['reader']);
  await scim('PUT', path, { displayName: 'Engineering', members: [{ value: id }] });
  expect(await rolesOf(id)).toEqual(['contributor']);
  expect(
    (
      await scim('PATCH', path, {
        Operations: [{ op: 'add', path: 'members', value: [{ value: 'prn_nobody' }] }],
      })
    ).body,
  ).toMatchObject({ scimType: 'invalidValue' });
  expect((await scim('DELETE', path)).status).toBe(204);
  expect(await rolesOf(id)).toEqual(['reader']);
});

test('a user is replaced whole, and renamed within the domain only', async () => {
  const id = await made('ida');
  const done = await scim('PUT', `/Users/${id}`, {
    userName: 'ida.b@acme.example',
    active: true,
    name: { familyName: 'B' },
  });
  expect(done.body).toMatchObject({ id, userName: 'ida.b@acme.example', emails: [], active: true });
  const out = await scim('PATCH', `/Users/${id}`, {
    Operations: [{ op: 'replace', path: 'userName', value: 'ida@evil.example' }],
  });
  expect(out.status).toBe(400);
});

test('the last owner stays, whatever the directory says, and an admin’s token ends no owner', async () => {
  const id = await made('joe');
  await api('PUT', '/sign-in/rules', {
    otherwise: { role: 'reader' },
    rules: [{ group: 'Owners', gives: { role: 'owner' } }],
  });
  const owners = await scim('POST', '/Groups', { displayName: 'Owners', members: [{ value: id }] });
  expect(await rolesOf(id)).toEqual(['owner']);
  const admin = await house.person(scope, 'admin');
  const made2 = await send(house, 'POST', '/v1/orgs/acme/tokens', {
    headers: admin,
    body: { name: 'scim', scopes: ['members.provision'] },
  });
  const { secret } = z.object({ secret: z.string() }).parse(await made2.json());
  const byAdmin = await send(house, 'DELETE', `/v1/orgs/acme/scim/v2/Users/${id}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(byAdmin.status).toBe(403);
  const rules = await send(house, 'PUT', '/v1/orgs/acme/sign-in/rules', {
    headers: admin,
    body: { otherwise: null, rules: [] },
  });
  expect(rules.status).toBe(403);
  // The other owner leaves: now the directory's is the last.
  const { data } = z
    .object({ data: z.array(z.object({ id: z.string(), you: z.boolean() })) })
    .parse((await api('GET', '/members')).body);
  const you = data.find((each) => each.you)?.id ?? '';
  const session = await house.signedIn(id);
  expect((await send(house, 'DELETE', `/v1/orgs/acme/members/${you}`, { headers: session })).status).toBe(
    204,
  );
  const scimOf = await send(house, 'POST', '/v1/orgs/acme/tokens', {
    headers: session,
    body: { name: 'scim', scopes: ['members.provision'] },
  });
  token = { authorization: `Bearer ${z.object({ secret: z.string() }).parse(await scimOf.json()).secret}` };
  const last = await scim('PATCH', `/Users/${id}`, {
    Operations: [{ op: 'replace', path: 'active', value: false }],
  });
  expect(last.body).toMatchObject({ status: '409' });
  expect(String(last.body['detail'])).toContain('owner');
  expect((await scim('DELETE', `/Groups/${String(owners.body['id'])}`)).status).toBe(409);
  expect(await rolesOfBy(session, id)).toEqual(['owner']);
});

async function rolesOfBy(
  headers: Readonly<Record<string, string>>,
  id: string,
): Promise<readonly string[] | undefined> {
  const response = await send(house, 'GET', '/v1/orgs/acme/members', { headers });
  return members
    .parse(await response.json())
    .data.find((each) => each.id === id)
    ?.roles.map(({ role }) => role);
}
