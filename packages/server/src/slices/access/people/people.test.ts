// People come by invitation, hold what they were given, lend less to their tokens, and are gone when they are ended.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOfMillis, millisOfInstant } from '@assay/core';
import { httpApp } from '../../../app/http.ts';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../access.module.ts';

const DEMO_PASSWORD = 'a harbour wall of granite';
const invited = z.object({ id: z.string(), link: z.string() });
const problem = z.object({ code: z.string(), detail: z.string() });

let house: House;
let scope: OrgScope;
let elsewhere: OrgScope;
beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('people');
  elsewhere = await house.organisation('elsewhere');
});
afterAll(() => house.close());

type Headers = Readonly<Record<string, string>>;

async function ask(method: string, path: string, given: { headers?: Headers; body?: unknown } = {}) {
  return send(house, method, path, { headers: OWNER, ...given });
}
async function invite(grants: readonly object[], headers: Headers = OWNER, org = 'people') {
  const email = `p${Math.random().toString(36).slice(2)}@example.com`;
  const response = await ask('POST', `/v1/orgs/${org}/invitations`, { headers, body: { email, grants } });
  return { email, response };
}
async function secretOf(response: Response): Promise<string> {
  return invited.parse(await response.json()).link.split('#')[1] ?? '';
}
async function codeOf(response: Response): Promise<string> {
  return problem.parse(await response.json()).code;
}
/** Cookie and CSRF of whoever just signed in. */
async function sessionIn(response: Response): Promise<Headers> {
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const session = await ask('GET', '/v1/session', { headers: { cookie } });
  const { csrf } = z.object({ csrf: z.string() }).parse(await session.json());
  return { cookie, 'assay-csrf': csrf };
}
async function joined(
  grants: readonly object[],
): Promise<{ readonly email: string; readonly headers: Headers }> {
  const { email, response } = await invite(grants);
  const done = await ask('POST', '/v1/join', {
    headers: {},
    body: { secret: await secretOf(response), name: 'Somebody', password: DEMO_PASSWORD },
  });
  expect(done.status).toBe(200);
  return { email, headers: await sessionIn(done) };
}
async function memberOf(email: string): Promise<{ readonly id: string; readonly revision: number }> {
  const all = z
    .object({ data: z.array(z.object({ id: z.string(), email: z.string().nullable(), revision: z.int() })) })
    .parse(await (await ask('GET', '/v1/orgs/people/members')).json());
  const found = all.data.find((each) => each.email === email);
  if (!found) throw new Error(`${email} is no member`);
  return found;
}

const READS = [{ role: 'reader' }];

/** Secret of the link in an invitation’s letter, with the breaks of long lines taken out. */
async function mailedIn(response: Response): Promise<string> {
  const { id } = invited.parse(await response.json());
  const letter = await readFile(join(house.deps.mail.where, `invitation-${id}.eml`), 'utf8');
  return /join#([\w-]+)/.exec(letter.replaceAll('=\r\n', ''))?.[1] ?? '';
}

it('begins with no account that anybody could sign in to by a password or a passkey', async () => {
  const fresh = await house.deps.db.inIdentity(async (tx) => ({
    people: await tx.selectFrom('principals').select(['name', 'email']).execute(),
    passwords: await tx.selectFrom('passwords').selectAll().execute(),
    passkeys: await tx.selectFrom('passkeys').selectAll().execute(),
  }));
  expect(fresh).toEqual({
    people: [{ name: 'Local owner', email: null }],
    passwords: [],
    passkeys: [],
  });
});

describe('an invitation', () => {
  it('shows what it offers, makes a member once, and says nothing to whoever comes later', async () => {
    const { email, response } = await invite([{ role: 'contributor' }]);
    expect(response.status).toBe(201);
    const secret = await secretOf(response);
    const look = await ask('POST', '/v1/join/look', { headers: {}, body: { secret } });
    expect(await look.json()).toMatchObject({ email, known: false, roles: [{ title: 'Contributor' }] });
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask('POST', '/v1/join', { headers: {}, body: { secret, name: 'One', password: DEMO_PASSWORD } }),
      ),
    );
    expect(tries.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 404),
    ]);
    expect(await codeOf(await ask('POST', '/v1/join/look', { headers: {}, body: { secret } }))).toBe(
      'access.invitation_not_found',
    );
  });

  it('that was handed over proves no address: what was joined by it takes no invitation of that address', async () => {
    const { email, response } = await invite([{ role: 'reader' }]);
    const first = await ask('POST', '/v1/join', {
      headers: {},
      body: { secret: await secretOf(response), name: 'Whoever had the link', password: DEMO_PASSWORD },
    });
    const mine = await sessionIn(first);
    const again = await ask('POST', '/v1/orgs/elsewhere/invitations', { body: { email, grants: READS } });
    const secret = await secretOf(again);
    const look = await ask('POST', '/v1/join/look', { headers: {}, body: { secret } });
    expect(await look.json()).toMatchObject({ known: false });
    const taken = await ask('POST', '/v1/join', { headers: {}, body: { secret, name: 'Two' } });
    expect(await codeOf(taken)).toBe('access.email_taken');
    const joins = await ask('POST', '/v1/join/mine', { headers: mine, body: { secret } });
    expect(await joins.json()).toEqual({ slug: 'elsewhere' });
    expect((await ask('GET', '/v1/orgs/elsewhere/controls', { headers: mine })).status).toBe(200);
  });

  it('that was mailed finds the account that is verified, and takes its address from whoever only says it', async () => {
    const { headers: claimant } = await joined(READS);
    const email = `claimed${Math.random().toString(36).slice(2)}@example.com`;
    await ask('POST', '/v1/account/step-up', { headers: claimant, body: { password: DEMO_PASSWORD } });
    expect((await ask('PATCH', '/v1/account', { headers: claimant, body: { email } })).status).toBe(200);
    const asked = await ask('POST', '/v1/orgs/people/invitations', { body: { email, grants: READS } });
    const joins = await ask('POST', '/v1/join', {
      headers: {},
      body: { secret: await mailedIn(asked), name: 'Whose it is', password: DEMO_PASSWORD },
    });
    expect(joins.status).toBe(200);
    const account = await ask('GET', '/v1/account', { headers: claimant });
    expect(await account.json()).toMatchObject({ email: null });
    const again = await ask('POST', '/v1/orgs/elsewhere/invitations', { body: { email, grants: READS } });
    const look = await ask('POST', '/v1/join/look', { headers: {}, body: { secret: await secretOf(again) } });
    expect(await look.json()).toMatchObject({ known: true });
  });

  it('makes a member by the address that was invited, whatever the account says of its own', async () => {
    const { headers } = await joined(READS);
    const said = `partner${Math.random().toString(36).slice(2)}@example.com`;
    expect((await ask('PATCH', '/v1/account', { headers, body: { email: said } })).status).toBe(200);
    const { email, response } = await invite(READS, OWNER, 'elsewhere');
    const body = { secret: await secretOf(response) };
    expect((await ask('POST', '/v1/join/mine', { headers, body })).status).toBe(200);
    const listed = await (await ask('GET', '/v1/orgs/elsewhere/members')).text();
    expect([listed.includes(email), listed.includes(said)]).toEqual([true, false]);
  });

  it('is accepted in the name of whoever joins', async () => {
    const { email } = await joined(READS);
    const { id } = await memberOf(email);
    const entries = await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx.selectFrom('access_versions').selectAll().where('thing', '=', id).execute(),
    );
    expect(entries.map((each) => each.changed_by)).toEqual(['Somebody']);
  });

  it('can be withdrawn, and is then worth nothing', async () => {
    const { response } = await invite([{ role: 'reader' }]);
    const { id, link } = invited.parse(await response.json());
    expect((await ask('DELETE', `/v1/orgs/people/invitations/${id}`)).status).toBe(204);
    const late = await ask('POST', '/v1/join', {
      headers: {},
      body: { secret: link.split('#')[1], name: 'Late' },
    });
    expect(await codeOf(late)).toBe('access.invitation_not_found');
  });

  it('gives no more than the inviter holds, no auditor outside a room, and no role that is not there', async () => {
    const admin = await house.person(scope, 'admin');
    expect(await codeOf((await invite([{ role: 'owner' }], admin)).response)).toBe('access.cannot_grant');
    expect(await codeOf((await invite([{ role: 'cpa_examiner' }])).response)).toBe('access.role_not_given');
    expect(await codeOf((await invite([{ role: 'rol_none' }])).response)).toBe('access.role_not_found');
  });

  it('writes a letter whose link is nobody else’s and whose names are text', async () => {
    const { response } = await invite([{ role: 'reader' }]);
    expect(await response.json()).toMatchObject({ mailed: true });
  });
});

describe('a member', () => {
  it('sees what the role permits, and nothing once they are ended', async () => {
    const { email, headers } = await joined([{ role: 'contributor' }]);
    expect((await ask('GET', '/v1/orgs/people/controls', { headers })).status).toBe(200);
    const refused = await ask('POST', '/v1/orgs/people/roles', {
      headers,
      body: { title: 'x', permissions: ['risks.read'] },
    });
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'access.forbidden']);
    const { id } = await memberOf(email);
    expect((await ask('DELETE', `/v1/orgs/people/members/${id}`)).status).toBe(204);
    expect((await ask('GET', '/v1/orgs/people/controls', { headers })).status).toBe(404);
  });

  it('with a role for one framework sees that one and no other', async () => {
    const { headers } = await joined([{ role: 'reader', within: { kind: 'framework', id: 'soc2:2017' } }]);
    expect((await ask('GET', '/v1/orgs/people/frameworks/soc2:2017', { headers })).status).toBe(200);
    const other = await ask('GET', '/v1/orgs/people/frameworks/iso27001:2022', { headers });
    expect([other.status, await codeOf(other)]).toEqual([403, 'access.forbidden']);
    expect((await ask('GET', '/v1/orgs/people/risks', { headers })).status).toBe(403);
  });

  it('who is called otherwise is so in every organisation, and what they did keeps the name of then', async () => {
    const { email, headers } = await joined([{ role: 'contributor' }]);
    const renamed = await ask('PATCH', '/v1/account', { headers, body: { name: 'Somebody else' } });
    expect(renamed.status).toBe(200);
    const listed = z
      .object({ data: z.array(z.object({ email: z.string().nullable(), name: z.string() })) })
      .parse(await (await ask('GET', '/v1/orgs/people/members')).json());
    expect(listed.data.find((each) => each.email === email)?.name).toBe('Somebody else');
  });

  it('founds another organisation only as an owner', async () => {
    const found = (headers: Headers, name: string) =>
      ask('POST', '/v1/orgs', { headers, body: { name, slug: name } });
    const { headers } = await joined([{ role: 'admin' }]);
    expect(await codeOf(await found(headers, 'not-theirs'))).toBe('access.forbidden');
    expect((await found(await house.person(elsewhere, 'owner'), 'theirs')).status).toBe(201);
  });

  it('who is disabled on the server is outside at once, with their tokens, until they are enabled', async () => {
    const { email, headers } = await joined([{ role: 'contributor' }]);
    const token = await ask('POST', '/v1/orgs/people/tokens', {
      headers,
      body: { name: 'theirs', scopes: ['controls.read'] },
    });
    const { secret } = z.object({ secret: z.string() }).parse(await token.json());
    const bearer = { authorization: `Bearer ${secret}` };
    expect((await ask('POST', `/v1/people/${email}/disable`, { headers })).status).toBe(403);
    expect((await ask('POST', `/v1/people/${email}/disable`)).status).toBe(200);
    expect((await ask('GET', '/v1/session', { headers })).status).toBe(401);
    expect((await ask('GET', '/v1/orgs/people/controls', { headers: bearer })).status).toBe(401);
    const signIn = () =>
      ask('POST', '/v1/sign-in/password', { headers: {}, body: { email, password: DEMO_PASSWORD } });
    expect((await signIn()).status).toBe(401);
    expect((await ask('POST', `/v1/people/${email}/enable`)).status).toBe(200);
    expect((await signIn()).status).toBe(200);
    expect(await codeOf(await ask('POST', '/v1/people/nobody@example.com/disable'))).toBe(
      'access.person_not_found',
    );
  });

  it('does not make themselves more than they are', async () => {
    const { email, headers } = await joined([{ role: 'admin' }]);
    const { id, revision } = await memberOf(email);
    const change = await ask('PUT', `/v1/orgs/people/members/${id}`, {
      headers: { ...headers, 'if-match': `"${revision}"` },
      body: { grants: [{ role: 'owner' }] },
    });
    expect(await codeOf(change)).toBe('access.cannot_grant');
  });

  it('who is the last owner stays', async () => {
    const all = z
      .object({ data: z.array(z.object({ id: z.string(), you: z.boolean() })) })
      .parse(await (await ask('GET', '/v1/orgs/people/members')).json());
    const me = all.data.find(({ you }) => you)?.id ?? '';
    expect(await codeOf(await ask('DELETE', `/v1/orgs/people/members/${me}`))).toBe('access.last_owner');
  });
});

describe('a role of one’s own', () => {
  it('permits what it says until it is changed, and ends when nobody holds it', async () => {
    const made = z.object({ id: z.string(), revision: z.int() }).parse(
      await (
        await ask('POST', '/v1/orgs/people/roles', {
          body: { title: 'Risk desk', permissions: ['risks.read'] },
        })
      ).json(),
    );
    const { email, headers } = await joined([{ role: made.id }]);
    expect((await ask('GET', '/v1/orgs/people/risks', { headers })).status).toBe(200);
    expect(await codeOf(await ask('DELETE', `/v1/orgs/people/roles/${made.id}`))).toBe('access.role_held');
    const changed = await ask('PUT', `/v1/orgs/people/roles/${made.id}`, {
      headers: { ...OWNER, 'if-match': `"${made.revision}"` },
      body: { title: 'Risk desk', permissions: ['soa.read'] },
    });
    expect(changed.status).toBe(200);
    expect((await ask('GET', '/v1/orgs/people/risks', { headers })).status).toBe(403);
    await ask('DELETE', `/v1/orgs/people/members/${(await memberOf(email)).id}`);
    expect((await ask('DELETE', `/v1/orgs/people/roles/${made.id}`)).status).toBe(204);
  });
});

describe('a token', () => {
  const make = async (headers: Headers, scopes: readonly string[]) =>
    ask('POST', '/v1/orgs/people/tokens', { headers, body: { name: 'build', scopes } });
  const secretIn = z.object({ id: z.string(), secret: z.string() });

  it('does what it may in its own organisation, and ends with its owner', async () => {
    const other = await house.organisation('other');
    const { email, headers } = await joined([{ role: 'contributor' }]);
    const { secret } = secretIn.parse(await (await make(headers, ['controls.read'])).json());
    const bearer = { authorization: `Bearer ${secret}` };
    expect((await ask('GET', '/v1/orgs/people/controls', { headers: bearer })).status).toBe(200);
    expect((await ask('GET', '/v1/orgs/people/risks', { headers: bearer })).status).toBe(403);
    expect((await ask('GET', `/v1/orgs/${other.slug}/controls`, { headers: bearer })).status).toBe(404);
    await ask('DELETE', `/v1/orgs/people/members/${(await memberOf(email)).id}`);
    expect((await ask('GET', '/v1/orgs/people/controls', { headers: bearer })).status).toBe(404);
  });

  it('reaches nothing of its owner beside its organisation, and signs nobody in', async () => {
    const { secret } = secretIn.parse(await (await make(OWNER, ['controls.read'])).json());
    const bearer = { authorization: `Bearer ${secret}` };
    const refused: [string, string, object?][] = [
      ['POST', '/v1/session/links'],
      ['DELETE', '/v1/session'],
      ['GET', '/v1/account'],
      ['PATCH', '/v1/account', { name: 'x' }],
      ['PUT', '/v1/account/password', { password: DEMO_PASSWORD }],
      ['DELETE', '/v1/account/sessions'],
      ['POST', '/v1/join/mine', { secret: 'x'.repeat(43) }],
      ['POST', '/v1/orgs', { name: 'Another' }],
      ['POST', '/v1/root-key/rotate'],
    ];
    for (const [method, path, body] of refused) {
      const answer = await ask(method, path, { headers: bearer, ...(body ? { body } : {}) });
      expect([path, await codeOf(answer)]).toEqual([path, 'access.forbidden']);
    }
    const session = await ask('GET', '/v1/session', { headers: bearer });
    expect(await session.json()).toMatchObject({
      organisations: [{ slug: 'people', permissions: ['controls.read'] }],
    });
  });

  it('holds no more than its owner, and is refused once it was ended or cut', async () => {
    const { headers } = await joined([{ role: 'contributor' }]);
    expect(await codeOf(await make(headers, ['soa.approve']))).toBe('access.cannot_grant');
    const { id, secret } = secretIn.parse(await (await make(headers, ['controls.read'])).json());
    const cut = { authorization: `Bearer ${secret.slice(0, -1)}` };
    expect((await ask('GET', '/v1/orgs/people/controls', { headers: cut })).status).toBe(401);
    expect((await ask('DELETE', `/v1/orgs/people/tokens/${id}`, { headers })).status).toBe(204);
    const bearer = { authorization: `Bearer ${secret}` };
    expect((await ask('GET', '/v1/orgs/people/controls', { headers: bearer })).status).toBe(401);
  });

  it('of somebody else is not there for whoever may not end it', async () => {
    const one = await joined([{ role: 'contributor' }]);
    const two = await joined([{ role: 'contributor' }]);
    const { id } = secretIn.parse(await (await make(one.headers, ['controls.read'])).json());
    expect((await ask('DELETE', `/v1/orgs/people/tokens/${id}`, { headers: two.headers })).status).toBe(404);
    const admin = await house.person(scope, 'admin');
    expect((await ask('DELETE', `/v1/orgs/people/tokens/${id}`, { headers: admin })).status).toBe(204);
  });
});

/** Sign-ins that were refused, as they were noted. */
async function refusals(): Promise<number> {
  const rows = await house.deps.db.inIdentity((tx) =>
    tx.selectFrom('identity_events').select('event_id').where('kind', '=', 'sign_in.refused').execute(),
  );
  return rows.length;
}

describe('a password', () => {
  const signIn = (email: string, password: string) =>
    ask('POST', '/v1/sign-in/password', { headers: {}, body: { email, password } });

  it('signs in, and what is wrong is answered alike for an address that nobody has', async () => {
    const { email } = await joined([{ role: 'reader' }]);
    expect((await signIn(email.toUpperCase(), DEMO_PASSWORD)).status).toBe(200);
    const before = await refusals();
    const wrong = problem.parse(await (await signIn(email, 'not the right one at all')).json());
    const nobody = problem.parse(
      await (await signIn('nobody@example.com', 'not the right one at all')).json(),
    );
    expect([wrong.code, wrong.detail]).toEqual([nobody.code, nobody.detail]);
    expect(await refusals()).toBe(before + 2);
  });

  it('is tried ten times in a minute and not more', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1)
      statuses.push((await signIn('tried@example.com', 'x'.repeat(20))).status);
    expect([statuses.slice(0, 10).every((status) => status === 401), statuses[10]]).toEqual([true, 429]);
  });

  it.each([
    ['short', 'too short'],
    ['password1234', 'tried first'],
    ['aaaaaaaaaaaaaaaa', 'repeats'],
  ])('%s is refused with its reason', async (password) => {
    const { response } = await invite([{ role: 'reader' }]);
    const refused = await ask('POST', '/v1/join', {
      headers: {},
      body: { secret: await secretOf(response), name: 'Somebody', password },
    });
    expect(await codeOf(refused)).toBe('access.password_refused');
  });

  it('is good until its owner changes it, however many years pass', async () => {
    const { email } = await joined([{ role: 'reader' }]);
    const later = instantOfMillis(millisOfInstant(house.deps.clock.now()) + 10 * 365 * 86_400_000);
    const deps = { ...house.deps, clock: { now: () => later } };
    const app = httpApp(deps, { hosts: [], web: '', log: () => undefined });
    const done = await app.request('http://127.0.0.1/v1/sign-in/password', {
      method: 'POST',
      headers: { host: '127.0.0.1', 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: DEMO_PASSWORD }),
    });
    expect(await done.json()).toEqual({ state: 'signed_in' });
  });

  it('that is changed ends every other session, and asks to be shown the old one first', async () => {
    const { email, headers } = await joined([{ role: 'reader' }]);
    const there = await sessionIn(await signIn(email, DEMO_PASSWORD));
    const change = () =>
      ask('PUT', '/v1/account/password', { headers, body: { password: 'another harbour, another wall' } });
    await house.forgetShown();
    expect(await codeOf(await change())).toBe('access.step_up');
    expect(
      (await ask('POST', '/v1/account/step-up', { headers, body: { password: DEMO_PASSWORD } })).status,
    ).toBe(200);
    expect((await change()).status).toBe(200);
    expect((await ask('GET', '/v1/session', { headers: there })).status).toBe(401);
    expect((await ask('GET', '/v1/session', { headers })).status).toBe(200);
    expect((await signIn(email, DEMO_PASSWORD)).status).toBe(401);
  });
});

describe('a session', () => {
  it('is seen by its owner and ended from elsewhere, at once', async () => {
    const { email, headers } = await joined([{ role: 'reader' }]);
    const there = await sessionIn(
      await ask('POST', '/v1/sign-in/password', { headers: {}, body: { email, password: DEMO_PASSWORD } }),
    );
    const account = z
      .object({ sessions: z.array(z.object({ id: z.string(), this: z.boolean() })) })
      .parse(await (await ask('GET', '/v1/account', { headers })).json());
    const other = account.sessions.find((each) => !each.this)?.id ?? '';
    expect((await ask('DELETE', `/v1/account/sessions/${other}`, { headers })).status).toBe(200);
    expect((await ask('GET', '/v1/session', { headers: there })).status).toBe(401);
  });

  it('is opened by no page of another site', async () => {
    const crossed = await ask('POST', '/v1/sign-in/password', {
      headers: { 'sec-fetch-site': 'cross-site' },
      body: { email: 'a@example.com', password: 'x'.repeat(20) },
    });
    expect([crossed.status, await codeOf(crossed)]).toEqual([403, 'access.csrf']);
  });
});

it('the ledger tells of everything that was said of people, and of nothing that was not', async () => {
  const response = await ask('POST', '/v1/orgs/people/ledger/verify', { body: { rebuild: true } });
  expect(await response.json()).toMatchObject({ ok: true, faults: [] });
});
