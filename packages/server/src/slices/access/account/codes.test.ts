// A second factor, and links by mail: each is asked for, works once, and is nobody else's.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';

const PASSWORD = 'a harbour wall of granite';
const problem = z.object({ code: z.string() });

let house: House;
/** The clock that codes are told by. */
let ahead = 0;
beforeAll(async () => {
  house = await openHouse();
  await house.organisation('codes');
});
afterAll(() => house.close());

type Headers = Readonly<Record<string, string>>;

const ask = (method: string, path: string, given: { headers?: Headers; body?: unknown } = {}) =>
  send(house, method, path, { headers: {}, ...given });

async function codeOf(response: Response): Promise<string> {
  return problem.parse(await response.json()).code;
}

/** Somebody who joined by the letter that was mailed to them: their address is verified. */
async function newcomer(): Promise<{ readonly email: string; readonly headers: Headers }> {
  const email = `c${Math.random().toString(36).slice(2)}@example.com`;
  const invited = await ask('POST', '/v1/orgs/codes/invitations', {
    headers: OWNER,
    body: { email, grants: [{ role: 'reader' }] },
  });
  const { id } = z.object({ id: z.string() }).parse(await invited.json());
  const secret = await secretIn(`invitation-${id}.eml`);
  const joined = await ask('POST', '/v1/join', { body: { secret, name: 'Newcomer', password: PASSWORD } });
  return { email, headers: await sessionIn(joined) };
}

async function secretIn(file: string): Promise<string> {
  const letter = await readFile(join(house.deps.mail.where, file), 'utf8');
  return /http:\/\/test\/[\w-]+#([\w-]+)/.exec(letter.replaceAll('=\r\n', ''))?.[1] ?? '';
}

/** Secret of the newest letter of a kind to an address; letters are written after the answer. */
async function mailedTo(email: string, kind: 'sign-in' | 'address'): Promise<string> {
  for (let tried = 0; tried < 100; tried += 1) {
    const files = (await readdir(house.deps.mail.where)).filter(
      (name) => name.startsWith(kind) && name.endsWith('.eml'),
    );
    for (const file of files)
      if ((await readFile(join(house.deps.mail.where, file), 'utf8')).includes(email)) return secretIn(file);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no ${kind} letter went to ${email}`);
}

async function sessionIn(response: Response): Promise<Headers> {
  expect(response.status).toBe(200);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const session = await ask('GET', '/v1/session', { headers: { cookie } });
  const { csrf } = z.object({ csrf: z.string() }).parse(await session.json());
  return { cookie, 'assay-csrf': csrf };
}

/** The code of the next half minute that was not used yet. */
function codeFor(secret: string): string {
  ahead += 1;
  const timestamp = Date.now() + (ahead % 2) * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

const byPassword = (email: string) =>
  ask('POST', '/v1/sign-in/password', { body: { email, password: PASSWORD } });
const stepUp = (headers: Headers, body: object) => ask('POST', '/v1/account/step-up', { headers, body });

/** Sets up an authenticator; answers its secret and the recovery codes. */
async function authenticator(headers: Headers) {
  expect((await stepUp(headers, { password: PASSWORD })).status).toBe(200);
  const { secret } = z
    .object({ secret: z.string(), uri: z.string() })
    .parse(await (await ask('POST', '/v1/account/codes', { headers })).json());
  const first = await ask('PUT', '/v1/account/codes', {
    headers,
    body: {
      code: new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() - 30_000 }),
    },
  });
  const { recovery_codes } = z.object({ recovery_codes: z.array(z.string()) }).parse(await first.json());
  return { secret, recovery: recovery_codes };
}

describe('an authenticator', () => {
  it('is asked for after the password; each code works once, a wrong one may be corrected', async () => {
    const { email, headers } = await newcomer();
    await house.forgetShown();
    expect(await codeOf(await ask('POST', '/v1/account/codes', { headers }))).toBe('access.step_up');
    const { secret, recovery } = await authenticator(headers);
    expect(new Set(recovery).size).toBe(10);
    const asked = z
      .object({ state: z.literal('second_factor'), id: z.string() })
      .parse(await (await byPassword(email)).json());
    const wrong = await ask('POST', '/v1/sign-in/code', { body: { id: asked.id, code: '000000' } });
    expect(await codeOf(wrong)).toBe('access.code');
    const code = codeFor(secret);
    const inside = await sessionIn(await ask('POST', '/v1/sign-in/code', { body: { id: asked.id, code } }));
    const account = z
      .object({ sessions: z.array(z.object({ factors: z.array(z.string()), this: z.boolean() })) })
      .parse(await (await ask('GET', '/v1/account', { headers: inside })).json());
    expect(account.sessions.find((each) => each.this)?.factors).toEqual(['password', 'totp']);
    const again = z.object({ id: z.string() }).parse(await (await byPassword(email)).json());
    expect(await codeOf(await ask('POST', '/v1/sign-in/code', { body: { id: again.id, code } }))).toBe(
      'access.code',
    );
  });

  it('can be lost: a recovery code signs in once, and new ones end the old', async () => {
    const { email, headers } = await newcomer();
    const { recovery } = await authenticator(headers);
    const tryIt = async (code: string) => {
      const { id } = z.object({ id: z.string() }).parse(await (await byPassword(email)).json());
      return ask('POST', '/v1/sign-in/code', { body: { id, code } });
    };
    const [first = '', second = ''] = recovery;
    const inside = await sessionIn(await tryIt(first.toUpperCase().replaceAll('-', ' ')));
    expect((await tryIt(first)).status).toBe(400);
    expect(await (await ask('GET', '/v1/account', { headers: inside })).json()).toMatchObject({
      codes: { recovery_left: 9 },
    });
    expect((await ask('POST', '/v1/account/recovery-codes', { headers: inside })).status).toBe(201);
    expect((await tryIt(second)).status).toBe(400);
  });

  it('has recovery codes of 120 random bits, of which only hashes are kept', async () => {
    const { headers } = await newcomer();
    const { recovery } = await authenticator(headers);
    expect(new Set(recovery).size).toBe(10);
    for (const code of recovery) expect(code).toMatch(/^([a-z2-7]{4}-){5}[a-z2-7]{4}$/);
    const rows = await house.deps.db.inIdentity((tx) =>
      tx.selectFrom('recovery_codes').selectAll().execute(),
    );
    const kept = rows.map((row) => JSON.stringify(row)).join();
    expect(kept).toMatch(/[0-9a-f]{64}/);
    for (const code of recovery) expect(kept.includes(code.slice(0, 9))).toBe(false);
  });

  it('is no more asked for once it is given up, which asks for its code as well as for the password', async () => {
    const { email, headers } = await newcomer();
    const { secret } = await authenticator(headers);
    expect(await codeOf(await stepUp(headers, { password: PASSWORD }))).toBe('access.sign_in');
    expect((await stepUp(headers, { password: PASSWORD, code: codeFor(secret) })).status).toBe(200);
    expect((await ask('DELETE', '/v1/account/codes', { headers })).status).toBe(200);
    expect(await (await byPassword(email)).json()).toEqual({ state: 'signed_in' });
  });

  it('is not guessed: after twenty wrong codes in an hour none is looked at', async () => {
    const { email, headers } = await newcomer();
    const { secret } = await authenticator(headers);
    const { id } = z.object({ id: z.string() }).parse(await (await byPassword(email)).json());
    const account = z
      .object({ id: z.string() })
      .parse(await (await ask('GET', '/v1/account', { headers })).json());
    await house.deps.db.inIdentity(async (tx) => {
      const rows = Array.from({ length: 20 }, (_, at) => ({
        event_id: `iev_guess_${at}_${id.slice(0, 8)}`,
        at: house.deps.clock.now(),
        kind: 'sign_in.refused',
        principal_id: account.id,
        detail: JSON.stringify({ by: 'code' }),
        via: 'nobody',
        via_id: '',
        request_id: '',
        address: null,
      }));
      await tx.insertInto('identity_events').values(rows).execute();
    });
    const refused = await ask('POST', '/v1/sign-in/code', { body: { id, code: codeFor(secret) } });
    expect(await codeOf(refused)).toBe('access.too_many_tries');
  });

  it('keeps its secret sealed: what is stored opens for nobody else', async () => {
    const one = await newcomer();
    const two = await newcomer();
    await authenticator(one.headers);
    const { secret } = await authenticator(two.headers);
    const rows = await house.deps.db.inIdentity((tx) =>
      tx.selectFrom('one_time_codes').selectAll().execute(),
    );
    expect(rows.some(({ sealed }) => sealed.toString('latin1').includes(secret))).toBe(false);
    const mine = z
      .object({ id: z.string() })
      .parse(await (await ask('GET', '/v1/account', { headers: two.headers })).json());
    const other = rows.find(({ principal_id }) => principal_id !== mine.id);
    await house.deps.db.inIdentity((tx) =>
      tx
        .updateTable('one_time_codes')
        .set({ sealed: other?.sealed ?? Buffer.from('') })
        .where('principal_id', '=', mine.id)
        .execute(),
    );
    const { id } = z.object({ id: z.string() }).parse(await (await byPassword(two.email)).json());
    const answer = await ask('POST', '/v1/sign-in/code', { body: { id, code: codeFor(secret) } });
    expect(answer.status).toBe(500);
  });
});

describe('a mailed link', () => {
  it('signs in once whoever has shown the address, and counts as having shown who one is', async () => {
    const { email } = await newcomer();
    expect((await ask('POST', '/v1/sign-in/letters', { body: { email } })).status).toBe(204);
    const secret = await mailedTo(email, 'sign-in');
    const inside = await sessionIn(await ask('POST', '/v1/sign-in/link', { body: { secret } }));
    expect(await codeOf(await ask('POST', '/v1/sign-in/link', { body: { secret } }))).toBe('access.sign_in');
    const body = { password: 'another harbour, another wall' };
    expect((await ask('PUT', '/v1/account/password', { headers: inside, body })).status).toBe(200);
  });

  it('is not enough where an authenticator is set up', async () => {
    const { email, headers } = await newcomer();
    const { secret } = await authenticator(headers);
    await ask('POST', '/v1/sign-in/letters', { body: { email } });
    const link = await mailedTo(email, 'sign-in');
    const asked = await ask('POST', '/v1/sign-in/link', { body: { secret: link } });
    const { id } = z.object({ state: z.literal('second_factor'), id: z.string() }).parse(await asked.json());
    const inside = await ask('POST', '/v1/sign-in/code', { body: { id, code: codeFor(secret) } });
    expect(await inside.json()).toEqual({ state: 'signed_in' });
  });

  it('goes to no address that is only said, and shows whose it is when its owner asks', async () => {
    const { headers } = await newcomer();
    const email = `said${Math.random().toString(36).slice(2)}@example.com`;
    await stepUp(headers, { password: PASSWORD });
    await ask('PATCH', '/v1/account', { headers, body: { email } });
    expect((await ask('POST', '/v1/sign-in/letters', { body: { email } })).status).toBe(204);
    expect((await ask('POST', '/v1/account/address/letters', { headers })).status).toBe(204);
    const secret = await mailedTo(email, 'address');
    const names = await readdir(house.deps.mail.where);
    for (const name of names.filter((each) => each.startsWith('sign-in')))
      expect(await readFile(join(house.deps.mail.where, name), 'utf8')).not.toContain(email);
    const stranger = await newcomer();
    const theirs = await ask('POST', '/v1/account/address', { headers: stranger.headers, body: { secret } });
    expect(await codeOf(theirs)).toBe('access.link_spent');
    await ask('POST', '/v1/account/address/letters', { headers });
    // The first was spent by the stranger's try: a link is tried once.
    const files = (await readdir(house.deps.mail.where)).filter((name) => name.startsWith('address'));
    const secrets = await Promise.all(files.map(secretIn));
    const next = secrets.find((each) => each !== secret) ?? '';
    const shown = await ask('POST', '/v1/account/address', { headers, body: { secret: next } });
    expect(await shown.json()).toMatchObject({ email, email_verified: true });
  });
});

describe('what asks who is there', () => {
  it('asks whoever has something to show, and refuses a token', async () => {
    const invited = await newcomer();
    const id = z
      .object({ id: z.string() })
      .parse(await (await ask('GET', '/v1/account', { headers: invited.headers })).json()).id;
    const list = z
      .object({ data: z.array(z.object({ id: z.string(), revision: z.int() })) })
      .parse(await (await ask('GET', '/v1/orgs/codes/members', { headers: OWNER })).json());
    const revision = list.data.find((each) => each.id === id)?.revision ?? 0;
    await ask('PUT', `/v1/orgs/codes/members/${id}`, {
      headers: { ...OWNER, 'if-match': `"${revision}"` },
      body: { grants: [{ role: 'owner' }] },
    });
    const { headers } = invited;
    const inviting = () =>
      ask('POST', '/v1/orgs/codes/invitations', {
        headers,
        body: { email: 'next@example.com', grants: [{ role: 'reader' }] },
      });
    await house.forgetShown();
    expect(await codeOf(await ask('GET', '/v1/orgs/codes/export', { headers }))).toBe('access.step_up');
    expect(await codeOf(await inviting())).toBe('access.step_up');
    await stepUp(headers, { password: PASSWORD });
    expect((await inviting()).status).toBe(201);
    const token = await ask('POST', '/v1/orgs/codes/tokens', {
      headers,
      body: { name: 'all', scopes: ['members.change'] },
    });
    const { secret } = z.object({ secret: z.string() }).parse(await token.json());
    const byToken = await ask('POST', '/v1/orgs/codes/invitations', {
      headers: { authorization: `Bearer ${secret}` },
      body: { email: 'other@example.com', grants: [{ role: 'reader' }] },
    });
    expect(await codeOf(byToken)).toBe('access.forbidden');
  });

  it('asks whoever has only a provider to show to sign in by it again', async () => {
    const scope = await house.organisation('provided');
    const headers = await house.person(scope, 'owner', ['oidc']);
    expect((await ask('GET', '/v1/orgs/provided/export', { headers })).status).toBe(200);
    await house.forgetShown();
    const refused = await ask('GET', '/v1/orgs/provided/export', { headers });
    const { code, detail } = z.object({ code: z.string(), detail: z.string() }).parse(await refused.json());
    expect([code, detail.startsWith('Sign out')]).toEqual(['access.step_up', true]);
  });
});
