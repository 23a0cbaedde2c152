// People sign in by a real provider; a hostile one, and whoever stands between, gets nobody in.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { instantOfMillis, millisOfInstant } from '@assay/core';
import { httpApp } from '../../../app/http.ts';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { provedDomain } from '../../../testing/people.ts';
import type { OrgScope } from '../access.module.ts';
import { CLIENT, TestProvider, type Lie } from './testing/provider.ts';

const REDIRECT = 'http://127.0.0.1:7373/sign-in/at/acme';
const ADA = {
  sub: 'ada',
  email: 'Ada@acme.example',
  email_verified: true,
  name: 'Ada Byron',
  groups: ['Engineering'],
};

let house: House;
let provider: TestProvider;
/** Of another organisation: it names people by the same names. */
let second: TestProvider;
let scope: OrgScope;
const answers: string[] = [];

beforeAll(async () => {
  provider = await TestProvider.start([REDIRECT, 'http://127.0.0.1:7373/sign-in/at/other']);
  second = await TestProvider.start(['http://127.0.0.1:7373/sign-in/at/second']);
  house = await openHouse([provider, second].map(({ issuer }) => new URL(issuer).host));
  scope = await house.organisation('acme');
  await house.organisation('other');
  await provedDomain(house, scope, 'acme.example');
  for (const org of ['acme', 'other']) {
    const set = await send(house, 'PUT', `/v1/orgs/${org}/sign-in/provider`, {
      headers: OWNER,
      body: { issuer: provider.issuer, client_id: CLIENT.id, client_secret: CLIENT.secret },
    });
    answers.push(await set.text());
  }
  await rules({
    rules: [
      { group: 'Engineering', gives: { role: 'contributor' } },
      { group: 'Security', gives: { role: 'security_lead' } },
    ],
  });
});
afterEach(() => {
  provider.lie = undefined;
});
afterAll(async () => {
  await house.close();
  await provider.stop();
  await second.stop();
});

async function rules(said: object): Promise<void> {
  const done = await send(house, 'PUT', '/v1/orgs/acme/sign-in/rules', {
    headers: OWNER,
    body: { otherwise: null, rules: [], ...said },
  });
  if (!done.ok) throw new Error(await done.text());
}

const begun = z.object({ address: z.string() });
const problem = z.object({ code: z.string(), detail: z.string() });

async function begin(where: object = { email: 'someone@acme.example' }) {
  const response = await send(house, 'POST', '/v1/sign-in/provider', { body: where });
  const [cookie = ''] = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return { address: begun.parse(await response.json()).address, cookie };
}

async function answer(said: {
  readonly answer: string;
  readonly cookie: string;
  readonly organisation?: string;
}) {
  const response = await send(house, 'POST', '/v1/sign-in/provider/answers', {
    headers: { cookie: said.cookie },
    body: { organisation: said.organisation ?? 'acme', answer: said.answer },
  });
  const body: unknown = await response.json();
  const session = response.headers.getSetCookie().find((line) => line.startsWith('assay_session='));
  return { status: response.status, body, session: session?.split(';')[0] };
}

async function signIn() {
  const { address, cookie } = await begin();
  return answer({ answer: await provider.visit(address), cookie });
}

const member = z.object({
  email: z.string().nullable(),
  state: z.string(),
  roles: z.array(z.object({ role: z.string() })),
});
async function members() {
  const response = await send(house, 'GET', '/v1/orgs/acme/members', { headers: OWNER });
  return z.object({ data: z.array(member.extend({ id: z.string() })) }).parse(await response.json()).data;
}

async function counts(): Promise<readonly number[]> {
  const { rows } = await house.deps.db.inIdentity((tx) =>
    sql<{ refused: number; sessions: number; people: number }>`select
      (select count(*)::int from identity_events where kind = 'sign_in.refused') as refused,
      (select count(*)::int from sessions) as sessions,
      (select count(*)::int from principals) as people`.execute(tx),
  );
  return [rows[0]?.refused ?? 0, rows[0]?.sessions ?? 0, rows[0]?.people ?? 0, (await members()).length];
}

/** What somebody who is refused is told, and whether that is all that came of it: a note, no session, nobody new. */
async function refusal(act: () => Promise<Awaited<ReturnType<typeof answer>>>): Promise<string> {
  const [refused = 0, ...before] = await counts();
  const done = await act();
  const [noted = 0, ...after] = await counts();
  const { code, detail } = problem.parse(done.body);
  const alone = done.session === undefined && String(before) === String(after);
  return `${code}: ${detail} [noted ${noted - refused}, ${alone ? 'nothing else' : 'and more'}]`;
}

function told(code: string, detail: RegExp): RegExp {
  return new RegExp(`^${code}: .*(?:${detail.source}).* \\[noted 1, nothing else\\]$`);
}

test('somebody joins in the role of their group, comes back as the same person, and gets what the groups say then', async () => {
  for (const said of answers)
    expect([said.includes('"secret":true'), said.includes(CLIENT.secret)]).toEqual([true, false]);
  provider.account = ADA;
  const first = await signIn();
  expect(first.status).toBe(200);
  // No token of the provider reaches the browser.
  expect(first.body).toEqual({ state: 'signed_in', slug: 'acme' });
  const joined = (await members()).filter(({ email }) => email === 'ada@acme.example');
  expect(joined).toMatchObject([{ state: 'active', roles: [{ role: 'contributor' }] }]);
  const account = await send(house, 'GET', '/v1/account', { headers: { cookie: first.session ?? '' } });
  expect(await account.json()).toMatchObject({
    email: 'ada@acme.example',
    sessions: [{ factors: ['oidc'] }],
  });
  provider.account = { ...ADA, email: 'renamed@elsewhere.example', groups: ['Security'] };
  expect((await signIn()).status).toBe(200);
  expect(await members()).toMatchObject([{}, { id: joined[0]?.id, roles: [{ role: 'security_lead' }] }]);
  provider.account = ADA;
  await signIn();
});

const FOREIGN = 'https://evil.example';
test.each<[string, Lie, RegExp]>([
  [
    'another issuer',
    { claims: (honest) => ({ ...honest, iss: FOREIGN }) },
    /not meant for this sign-in \(iss\)/,
  ],
  ['another audience', { claims: (honest) => ({ ...honest, aud: 'another' }) }, /\(aud\)/],
  [
    'audiences that nobody trusts',
    { claims: (honest) => ({ ...honest, aud: [CLIENT.id, 'another'] }) },
    /\(aud\)|\(azp\)/,
  ],
  [
    'another party that it was made for',
    { claims: (honest) => ({ ...honest, azp: 'another', aud: [CLIENT.id, 'another'] }) },
    /\(azp\)|\(aud\)/,
  ],
  ['another nonce', { claims: (honest) => ({ ...honest, nonce: 'another' }) }, /\(nonce\)/],
  ['no nonce', { claims: (honest) => ({ ...honest, nonce: undefined }) }, /nonce|OpenID Connect/],
  ['a time that is over', { claims: (honest) => ({ ...honest, exp: (honest.exp ?? 0) - 7200 }) }, /too old/],
  [
    'no time at which it ends',
    { claims: ({ exp: over, ...honest }) => (over === undefined ? {} : honest) },
    /OpenID Connect/,
  ],
  ['a making long ago', { claims: (honest) => ({ ...honest, iat: (honest.iat ?? 0) - 7200 }) }, /iat/],
  [
    'a time that has not come',
    { claims: (honest) => ({ ...honest, nbf: (honest.exp ?? 0) + 7200 }) },
    /not yet good \(nbf\)/,
  ],
  ['no signature', { by: 'none' }, /not signed/],
  ['a signature by the client’s own secret', { by: 'secret' }, /not signed/],
  ['a signature by another key of the same name', { by: 'stranger' }, /not signed/],
  ['a signature by a key that it brings along', { by: 'brought' }, /not signed/],
])('an ID token with %s signs nobody in', async (_, lie, detail) => {
  provider.account = { ...ADA, sub: 'mallory', email: 'mallory@acme.example' };
  provider.lie = lie;
  expect(await refusal(signIn)).toMatch(told('federation.refused', detail));
});

test('an address that the provider has not verified, or that lies elsewhere, leads nobody in', async () => {
  provider.account = { ...ADA, sub: 'mallory', email: 'mallory@acme.example', email_verified: false };
  expect(await refusal(signIn)).toMatch(told('federation.refused', /email_verified/));
  provider.account = { sub: 'mallory', groups: ['Engineering'] };
  expect(await refusal(signIn)).toMatch(told('federation.refused', /email_verified/));
  provider.account = { ...ADA, sub: 'mallory', email: 'mallory@evil.example' };
  expect(await refusal(signIn)).toMatch(told('federation.not_joined', /no domain/));
  provider.account = { ...ADA, sub: 'mallory', email: 'mallory@acme.example', groups: ['Sales'] };
  expect(await refusal(signIn)).toMatch(told('federation.not_joined', /No rule/));
});

test('an answer is heard once, in the browser that asked, at the organisation that asked, from the provider that was asked', async () => {
  provider.account = ADA;
  const one = await begin();
  const said = await provider.visit(one.address);
  expect(await refusal(() => answer({ answer: said, cookie: '' }))).toMatch(
    told('federation.refused', /another browser/),
  );
  expect(await refusal(() => answer({ answer: said, cookie: one.cookie }))).toMatch(
    told('federation.refused', /state/),
  );

  const two = await begin();
  const heard = await provider.visit(two.address);
  expect((await answer({ answer: heard, cookie: two.cookie })).status).toBe(200);
  expect(await refusal(() => answer({ answer: heard, cookie: two.cookie }))).toMatch(
    told('federation.refused', /state/),
  );
  // The code of that sign-in under the state of another.
  const three = await begin();
  const state = new URLSearchParams(await provider.visit(three.address)).get('state') ?? '';
  const replayed = new URLSearchParams(heard);
  replayed.set('state', state);
  expect(await refusal(() => answer({ answer: String(replayed), cookie: three.cookie }))).toMatch(
    told('federation.refused', /did not trade the code/),
  );

  const four = await begin();
  const elsewhere = await provider.visit(four.address);
  expect(
    await refusal(() => answer({ answer: elsewhere, cookie: four.cookie, organisation: 'other' })),
  ).toMatch(told('federation.refused', /another organisation/));
  const five = await begin();
  const mixed = new URLSearchParams(await provider.visit(five.address));
  mixed.set('iss', FOREIGN);
  expect(await refusal(() => answer({ answer: String(mixed), cookie: five.cookie }))).toMatch(
    told('federation.refused', /\(iss\)|another provider/),
  );
  const six = await begin();
  const denied = new URLSearchParams({
    state: new URL(six.address).searchParams.get('state') ?? '',
    error: 'access_denied',
    iss: provider.issuer,
  });
  expect(await refusal(() => answer({ answer: String(denied), cookie: six.cookie }))).toMatch(
    told('federation.refused', /access_denied/),
  );
});

test('a provider that calls itself by another’s name is not asked', async () => {
  provider.lie = { named: FOREIGN };
  const refused = await send(house, 'POST', '/v1/sign-in/provider', {
    body: { email: 'someone@acme.example' },
  });
  expect(problem.parse(await refused.json()).code).toBe('federation.provider_unreachable');
});

test('whom another provider calls by the same name is somebody else', async () => {
  const there = await house.organisation('second');
  await provedDomain(house, there, 'second.example');
  const set = await send(house, 'PUT', '/v1/orgs/second/sign-in/provider', {
    headers: OWNER,
    body: { issuer: second.issuer, client_id: CLIENT.id, client_secret: CLIENT.secret },
  });
  expect(set.status).toBe(200);
  await send(house, 'PUT', '/v1/orgs/second/sign-in/rules', {
    headers: OWNER,
    body: { otherwise: { role: 'reader' }, rules: [] },
  });
  const comes = async () => {
    const { address, cookie } = await begin({ organisation: 'second' });
    return answer({ answer: await second.visit(address), cookie, organisation: 'second' });
  };
  second.account = ADA;
  expect(await refusal(comes)).toMatch(told('federation.not_joined', /no domain/));
  second.account = { ...ADA, email: 'ada@second.example' };
  const done = await comes();
  const headers = { cookie: done.session ?? '' };
  const account = await send(house, 'GET', '/v1/account', { headers });
  expect(await account.json()).toMatchObject({ email: 'ada@second.example' });
  expect((await send(house, 'GET', '/v1/orgs/acme/controls', { headers })).status).toBe(404);
});

test('a session that a provider opened is over after twelve hours, and the provider is asked again', async () => {
  provider.account = ADA;
  const { session } = await signIn();
  const began = millisOfInstant(house.deps.clock.now());
  const clock = { ahead: 0, now: () => instantOfMillis(began + clock.ahead * 60_000) };
  const app = httpApp({ ...house.deps, clock }, { hosts: [], web: '', log: () => undefined });
  const after = async (minutes: number) => {
    clock.ahead = minutes;
    const headers = { host: '127.0.0.1', cookie: session ?? '' };
    return (await app.request('http://127.0.0.1/v1/session', { headers })).status;
  };
  for (let minutes = 25; minutes < 720; minutes += 25)
    expect([minutes, await after(minutes)]).toEqual([minutes, 200]);
  expect(await after(721)).toBe(401);
});

test('an account that has shown its address is linked; a member who only says it is asked to sign in first', async () => {
  const now = house.deps.clock.now();
  const said = await house.person(scope, 'reader');
  const own = await send(house, 'PATCH', '/v1/account', {
    headers: said,
    body: { email: 'bea@acme.example' },
  });
  const { id } = z.object({ id: z.string() }).parse(await own.json());
  provider.account = { ...ADA, sub: 'bea', email: 'bea@acme.example' };
  expect(await refusal(signIn)).toMatch(told('federation.link_first', /bea@acme.example/));
  await house.deps.db.inIdentity((tx) =>
    tx.updateTable('principals').set({ email_verified_at: now }).where('principal_id', '=', id).execute(),
  );
  const before = (await members()).length;
  const done = await signIn();
  const account = await send(house, 'GET', '/v1/account', { headers: { cookie: done.session ?? '' } });
  expect(await account.json()).toMatchObject({ id });
  // Who was invited keeps what they were given by hand.
  expect((await members()).find((each) => each.id === id)?.roles).toMatchObject([{ role: 'reader' }]);
  expect((await members()).length).toBe(before);
});

test('whoever was ended does not come back by signing in', async () => {
  const ada = (await members()).find(({ email }) => email === 'ada@acme.example');
  await send(house, 'DELETE', `/v1/orgs/acme/members/${ada?.id ?? ''}`, { headers: OWNER });
  provider.account = ADA;
  expect(await refusal(signIn)).toMatch(told('federation.not_joined', /ended/));
});

test('the client’s secret opens after the keys of the organisation were rotated, and goes with another provider', async () => {
  house.deps.rotation.begin(scope.org);
  await expect
    .poll(() => house.deps.rotation.state(scope.org), { timeout: 10_000 })
    .toMatchObject({ turning: false });
  provider.account = { ...ADA, sub: 'cid', email: 'cid@acme.example' };
  expect((await signIn()).status).toBe(200);
  const dropped = await send(house, 'DELETE', '/v1/orgs/acme/sign-in/provider', { headers: OWNER });
  expect(await dropped.json()).toMatchObject({ provider: null });
  const gone = await send(house, 'POST', '/v1/sign-in/provider', { body: { email: 'cid@acme.example' } });
  expect(await gone.json()).toMatchObject({ code: 'federation.no_provider' });
});

test('a domain is shown by its record alone, and by one organisation', async () => {
  const other = '/v1/orgs/other/sign-in/domains';
  await send(house, 'POST', other, { headers: OWNER, body: { domain: 'Acme.Example' } });
  const unproved = await send(house, 'POST', `${other}/acme.example/check`, { headers: OWNER });
  expect(await unproved.json()).toMatchObject({ code: 'federation.domain_unproved' });
  const set = z.object({
    domains: z.array(z.object({ record: z.object({ name: z.string(), value: z.string() }) })),
  });
  const shown = set.parse(
    await (await send(house, 'GET', '/v1/orgs/other/sign-in', { headers: OWNER })).json(),
  );
  house.zone.set(shown.domains[0]?.record.name ?? '', shown.domains[0]?.record.value ?? '');
  const taken = await send(house, 'POST', `${other}/acme.example/check`, { headers: OWNER });
  expect(await taken.json()).toMatchObject({ code: 'federation.domain_taken' });
});

test('a pipeline trades its ID token once for a token of its rule, and everything else is refused', async () => {
  const setup = await send(house, 'POST', '/v1/orgs/acme/sign-in/pipelines', {
    headers: OWNER,
    body: {
      name: 'build',
      issuer: provider.issuer,
      claims: [
        { claim: 'repository', value: 'acme/app' },
        { claim: 'ref', value: 'refs/heads/main' },
      ],
      scopes: ['evidence.read'],
    },
  });
  const { pipelines } = z
    .object({ pipelines: z.array(z.object({ id: z.string() })) })
    .parse(await setup.json());
  const seconds = Math.floor(Date.now() / 1000);
  const run = {
    sub: 'repo:acme/app:ref:refs/heads/main',
    aud: 'http://127.0.0.1:7373',
    iat: seconds,
    exp: seconds + 300,
    jti: '1',
    repository: 'acme/app',
    ref: 'refs/heads/main',
  };
  const trade = async (token: string) => {
    const response = await send(house, 'POST', '/v1/orgs/acme/token-exchange', {
      body: { subject_token: token },
    });
    return {
      status: response.status,
      body: z
        .looseObject({ detail: z.string().optional(), access_token: z.string().optional() })
        .parse(await response.json()),
    };
  };
  const good = await provider.signed(run);
  const traded = await trade(good);
  expect(traded.body).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'evidence.read' });
  const headers = { authorization: `Bearer ${traded.body.access_token ?? ''}` };
  expect((await send(house, 'GET', '/v1/orgs/acme/evidence', { headers })).status).toBe(200);
  expect((await send(house, 'GET', '/v1/orgs/acme/members', { headers })).status).toBe(403);
  // Nor is a token of an issuer one of ours.
  const foreign = { authorization: `Bearer ${await provider.signed(run)}` };
  expect((await send(house, 'GET', '/v1/orgs/acme/evidence', { headers: foreign })).status).toBe(401);
  const wrong: readonly (readonly [string, RegExp])[] = [
    [good, /traded before/],
    [await provider.signed({ ...run, ref: 'refs/heads/evil' }), /ref is not as it asks/],
    [await provider.signed({ ...run, repository: 'evil/app' }), /repository is not/],
    [await provider.signed({ ...run, aud: FOREIGN }), /audience/],
    [await provider.signed({ ...run, exp: seconds - 600 }), /too old/],
    [await provider.signed(run, { by: 'stranger' }), /not signed/],
    [await provider.signed(run, { by: 'brought' }), /not signed/],
    [await provider.signed(run, { by: 'none' }), /not signed/],
    [await provider.signed(run, { by: 'secret' }), /not signed/],
    [await provider.signed({ ...run, iss: FOREIGN }), /issuer/],
    // A token of ours is none of an issuer’s.
    [traded.body.access_token ?? '', /issuer/],
  ];
  for (const [token, detail] of wrong) {
    const refused = await trade(token);
    expect(`${refused.status} ${refused.body.detail ?? ''}`).toMatch(new RegExp(`^401 .*${detail.source}`));
  }
  await send(house, 'DELETE', `/v1/orgs/acme/sign-in/pipelines/${pipelines[0]?.id ?? ''}`, {
    headers: OWNER,
  });
  expect((await send(house, 'GET', '/v1/orgs/acme/evidence', { headers })).status).toBe(401);
  expect((await trade(await provider.signed({ ...run, jti: '2' }))).status).toBe(401);
});
