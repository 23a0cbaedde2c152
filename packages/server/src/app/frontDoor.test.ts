// Over real connections: shares by address and account, what is shed and how that is said, the headers and cookies of
// either kind of origin, and a log that tells what happened without a word of what the caller sent.
import { serve } from '@hono/node-server';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES_WITH_SECRETS } from '../testing/planted.ts';
import { OWNER, openHouse, type House } from '../testing/house.ts';
import { newLoginLink } from '../slices/access/sessions.usecases.ts';
import { lineOf } from '../platform/log.ts';
import { trustedProxies } from './address.ts';
import { httpApp, type HttpOptions } from './http.ts';
import type { Deps } from './deps.ts';

let house: House;
/** A minute that does not end while its requests are counted. */
let stopped: Deps;
const closing: (() => void)[] = [];
beforeAll(async () => {
  house = await openHouse();
  await house.organisation('door');
  const at = house.deps.clock.now();
  stopped = { ...house.deps, clock: { now: () => at } };
});
afterAll(async () => {
  closing.forEach((close) => close());
  await house.close();
});

/** Serves on a port of its own. */
function listening(options: Partial<HttpOptions>): Promise<string> {
  const app = httpApp(stopped, { hosts: [], web: '', log: () => undefined, ...options });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (at: AddressInfo) =>
      resolve(`http://127.0.0.1:${at.port}`),
    );
    closing.push(() => server.close());
  });
}

const wrong = { authorization: 'Bearer guessed' };
const statusOf = async (address: string, headers: Record<string, string>): Promise<number> => {
  const response = await fetch(address, { headers });
  await response.arrayBuffer();
  return response.status;
};

describe('shares', () => {
  it('are not evaded by an address that the caller makes up', async () => {
    const origin = await listening({ strangersPerMinute: 3 });
    const tries: number[] = [];
    for (let i = 0; i < 5; i += 1)
      tries.push(await statusOf(`${origin}/v1/orgs/door`, { ...wrong, 'x-forwarded-for': `9.9.9.${i}` }));
    expect(tries).toEqual([401, 401, 401, 429, 429]);
  });

  it('are those of the caller behind a proxy that the configuration names', async () => {
    const trusted = trustedProxies(['127.0.0.1']);
    const origin = await listening({ strangersPerMinute: 2, ...(trusted ? { trusted } : {}) });
    const from = (address: string) =>
      statusOf(`${origin}/v1/orgs/door`, { ...wrong, 'x-forwarded-for': `6.6.6.6, ${address}` });
    expect([await from('9.9.9.1'), await from('9.9.9.1'), await from('9.9.9.1')]).toEqual([401, 401, 429]);
    expect(await from('9.9.9.2')).toBe(401);
  });

  it('count what is no route, too, under every spelling', async () => {
    const origin = await listening({ requestsPerMinute: 4 });
    const paths = [
      '/',
      '//v1',
      '/v1/',
      '/V1/orgs',
      '/v1%2forgs',
      '/v1/./x',
      '/login',
      '/problems',
      '/x',
      '/y',
    ];
    const answers: number[] = [];
    for (const path of paths) answers.push(await statusOf(origin + path, {}));
    expect(answers.slice(0, 8)).not.toContain(429);
    expect(answers.slice(8)).toEqual([429, 429]);
  });

  it('of a session are half of those of its account', async () => {
    const app = httpApp(stopped, { hosts: [], web: '', requestsPerMinute: 6, log: () => undefined });
    const first = await signedIn();
    const second = await signedIn();
    const ask = async (cookie: string): Promise<number> =>
      (await app.request('http://127.0.0.1/v1/session', { headers: { host: '127.0.0.1', cookie } })).status;
    const answers: number[] = [];
    for (const cookie of [first, first, first, first, second, second, second])
      answers.push(await ask(cookie));
    expect(answers).toEqual([200, 200, 200, 429, 200, 200, 429]);
  });
});

async function signedIn(): Promise<string> {
  const link = await newLoginLink(house.deps);
  const answer = await house.app.request(`http://127.0.0.1:7373/login?token=${link}`, {
    headers: { host: '127.0.0.1' },
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('what is too much at once', () => {
  it('is shed before anything is done: 503 for all, 429 for one, with the time to wait', async () => {
    const one = await listening({ atOnce: { account: 2, address: 100, all: 100 } });
    const near = await listening({ atOnce: { account: 100, address: 2, all: 100 } });
    const all = await listening({ atOnce: { account: 100, address: 100, all: 2 } });
    for (const [origin, status, code] of [
      [one, 429, 'request.rate_limited'],
      [near, 429, 'request.rate_limited'],
      [all, 503, 'server.busy'],
    ] as const) {
      const held = [await halfSent(origin), await halfSent(origin)];
      const shed = await fetch(`${origin}/v1/orgs/door`, { headers: OWNER });
      expect([shed.status, shed.headers.get('retry-after')]).toEqual([status, '1']);
      expect(await shed.json()).toMatchObject({ code });
      for (const end of held) end();
      await expect.poll(() => statusOf(`${origin}/v1/orgs/door`, OWNER)).toBe(200);
    }
  });
});

/** A request whose body never ends; resolves once the server has surely begun it, with what hangs up. */
async function halfSent(origin: string): Promise<() => void> {
  const sent = request(`${origin}/v1/orgs/door/artefacts?filename=x`, {
    method: 'POST',
    headers: { ...OWNER, 'content-type': 'application/octet-stream', 'content-length': '1000' },
  });
  sent.on('error', () => undefined);
  sent.write('half');
  await new Promise((resolve) => setTimeout(resolve, 150));
  return () => sent.destroy();
}

it('a body has an end and a depth, a page a size', async () => {
  const post = (body: string): Promise<Response> =>
    Promise.resolve(
      house.app.request('http://x/v1/orgs/door/tasks', {
        method: 'POST',
        headers: { ...OWNER, host: '127.0.0.1', 'content-type': 'application/json' },
        body,
      }),
    );
  const titled = (bytes: number): string => JSON.stringify({ title: 'x'.repeat(bytes) });
  expect((await post(titled(1024 ** 2))).status).toBe(413);
  expect((await post(titled(1024 ** 2 - 100))).status).toBe(400);
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  expect(await (await post(nested(65))).text()).toContain('nests deeper than 64 levels');
  expect(await (await post(nested(64))).text()).not.toContain('nests deeper');
  const page = async (limit: number): Promise<number> =>
    (
      await house.app.request(`http://x/v1/orgs/door/evidence?limit=${limit}`, {
        headers: { ...OWNER, host: '127.0.0.1' },
      })
    ).status;
  expect([await page(200), await page(201)]).toEqual([200, 400]);
});

it('nothing comes back that was sent with TRACE', async () => {
  const origin = await listening({});
  const answer = await new Promise<string>((resolve, reject) => {
    const sent = request(origin, { method: 'TRACE', headers: { 'x-echo': 'comes-back' } }, (reply) => {
      let text = String(reply.statusCode);
      reply.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      reply.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end();
  });
  expect(answer).toMatch(/^4\d\d/);
  expect(answer).not.toContain('comes-back');
});

describe('behind TLS', () => {
  it('cookies are bound to the host, and browsers are told to stay with TLS', async () => {
    const deps = { ...house.deps, origin: 'https://assay.acme.example' };
    const app = httpApp(deps, { hosts: [], web: '', log: () => undefined });
    const headers = { host: 'assay.acme.example' };
    const link = await newLoginLink(deps);
    const answer = await app.request(`http://x/login?token=${link}`, { headers });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^__Host-assay_session=[^;]+; HttpOnly; SameSite=Lax; Path=\/; Max-Age=43200; Secure$/,
    );
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    const [pair = ''] = cookie.split(';');
    const known = await app.request('http://x/v1/session', { headers: { ...headers, cookie: pair } });
    expect(known.status).toBe(200);
    const plain = pair.replace('__Host-', '');
    expect(
      (await app.request('http://x/v1/session', { headers: { ...headers, cookie: plain } })).status,
    ).toBe(401);
  });

  it('and on plain HTTP of one’s own machine neither is claimed', async () => {
    const link = await newLoginLink(house.deps);
    const answer = await house.app.request(`http://127.0.0.1:7373/login?token=${link}`, {
      headers: { host: '127.0.0.1' },
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^assay_session=[^;]+; HttpOnly; SameSite=Lax; Path=\/; Max-Age=43200$/,
    );
    expect(answer.headers.has('strict-transport-security')).toBe(false);
  });
});

describe('every answer', () => {
  it('has the headers of the house, whatever it answers', async () => {
    for (const path of [
      '/',
      '/v1/health',
      '/v1/session',
      '/v1/none',
      '/login?token=x',
      '/problems',
      '/docs/api',
    ]) {
      const { headers } = await house.app.request(`http://127.0.0.1:7373${path}`, {
        headers: { host: '127.0.0.1' },
      });
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      ]);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'origin-agent-cluster': '?1',
      });
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});

describe('the log', () => {
  it('tells who was refused and what broke, and holds nothing that the caller sent', async () => {
    const lines: string[] = [];
    const log: HttpOptions['log'] = (level, event, fields) => lines.push(lineOf({ level, event, ...fields }));
    const app = httpApp(house.deps, { hosts: [], web: '', log });
    // Without tables every route that asks the database breaks, with the secret in the database’s own message.
    const broken = httpApp(
      { ...house.deps, db: { ...house.deps.db, inOrganisation: breaks, inIdentity: breaks } },
      { hosts: [], web: '', log },
    );
    for (const each of ROUTES_WITH_SECRETS)
      for (const served of [app, broken])
        await (await served.request(`http://127.0.0.1:7373${each.path}`, each.init)).arrayBuffer();
    const text = lines.join('\n');
    expect(lines.length).toBeGreaterThan(5);
    expect(text).toContain('"event":"refused"');
    expect(text).toContain('"event":"fault"');
    expect(text).not.toMatch(/planted/i);
    const read: unknown[] = lines.map((line): unknown => JSON.parse(line));
    expect(read).toHaveLength(lines.length);
  });

  it('notes who is not signed in, not allowed, at another name, or past a limit', async () => {
    const seen: unknown[] = [];
    const log: HttpOptions['log'] = (_, event, fields) =>
      seen.push([event, fields?.['status'], fields?.['route']]);
    const app = httpApp(stopped, { hosts: [], web: '', strangersPerMinute: 1, log });
    const scope = await house.organisation('noted');
    const reader = await house.person(scope, 'reader');
    const ask = async (method: string, path: string, headers: Record<string, string>): Promise<void> => {
      await (
        await app.request(`http://x${path}`, { method, headers: { host: '127.0.0.1', ...headers } })
      ).arrayBuffer();
    };
    await ask('GET', '/v1/orgs/noted/evidence', wrong);
    await ask('GET', '/v1/orgs/noted/evidence', wrong);
    await ask('POST', '/v1/orgs/noted/tasks', reader);
    await ask('GET', '/v1/health', { host: 'evil.example' });
    await ask('GET', '/v1/health', {});
    expect(seen).toEqual([
      ['refused', 401, 'evidence.list'],
      ['refused', 429, 'evidence.list'],
      ['refused', 403, 'tasks.add'],
      ['refused', 421, ''],
    ]);
  });

  it('takes secrets out of a text, and one line stays one line', () => {
    const line = lineOf({
      at: 'now',
      error:
        'postgresql://u:wxrd@db/x\nBearer abc.def token=xyz; password: "pw" 0123456789abcdef0123456789abcdef01234567',
    });
    expect(line).not.toMatch(/wxrd|abc\.def|xyz|"pw"|01234567/);
    expect(line).not.toContain('\n');
  });
});

function breaks(): Promise<never> {
  throw new Error('invalid input syntax for type uuid: "planted-in-a-message"\nDETAIL: planted');
}
