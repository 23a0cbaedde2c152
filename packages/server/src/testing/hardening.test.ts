// What holds for every route, asked of every route: nothing is kept by caches, nothing crosses origins, reading writes
// nothing, no name may stand twice, and no field is taken that the route does not name.
import { routes, type Route } from '@assay/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { furnish, type Furniture } from './furniture.ts';
import { OWNER, openHouse, send, type House } from './house.ts';

let house: House;
let things: Furniture;
const table: readonly (readonly [string, Route])[] = Object.entries(routes);
const HOST = { host: '127.0.0.1' };

interface Read {
  readonly id: string;
  readonly route: Route;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Every reading route, read once. */
const reads: Read[] = [];
let newest = { before: '', after: '' };

beforeAll(async () => {
  house = await openHouse();
  things = await furnish(house, await house.organisation('hard'));
  const before = await head();
  for (const [id, route] of table.filter(([, each]) => each.method === 'GET')) {
    const path = pathOf(route);
    const answer = await send(house, 'GET', path, { headers: OWNER });
    reads.push({
      id,
      route,
      path,
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
    });
  }
  newest = { before, after: await head() };
}, 180_000);
afterAll(() => house.close());

function pathOf(route: Route): string {
  const values: Readonly<Record<string, string>> = { ...things.params, org: 'hard' };
  return route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'x'));
}

/** The newest entry. */
async function head(): Promise<string> {
  const answer = await send(house, 'GET', '/v1/orgs/hard/ledger/entries?limit=1', { headers: OWNER });
  return answer.text();
}

it('no answer about an organisation is kept by a browser or by anything between', () => {
  const about = reads.filter(({ route }) => route.permission !== 'public');
  expect(about.length).toBeGreaterThan(50);
  for (const { id, headers } of about)
    expect([id, headers.get('cache-control')]).toEqual([id, expect.stringContaining('no-store')]);
});

it('reading leaves no entry in the ledger', () => {
  expect(newest.before).toContain('"data":[{');
  expect(newest.after).toBe(newest.before);
});

describe('another origin', () => {
  it('is given nothing, not even the answer to a preflight', async () => {
    for (const [id, route] of table) {
      const answer = await house.app.request(`http://127.0.0.1:7373${pathOf(route)}`, {
        method: 'OPTIONS',
        headers: {
          ...HOST,
          origin: 'https://evil.example',
          'access-control-request-method': route.method,
          'access-control-request-headers': 'authorization, assay-csrf',
        },
      });
      const allowed = [...answer.headers].filter(([name]) => name.startsWith('access-control-'));
      expect([id, answer.ok, allowed]).toEqual([id, false, []]);
    }
  });

  it('cannot write with the session of a visitor, whatever it says it is', async () => {
    const session = await house.person(await house.organisation('victim'), 'owner');
    const { cookie = '', 'assay-csrf': csrf = '' } = session;
    const write = async (headers: Record<string, string>): Promise<number> => {
      const answer = await house.app.request('http://127.0.0.1:7373/v1/orgs/victim/tasks', {
        method: 'POST',
        headers: { ...HOST, cookie, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ title: 'of a stranger' }),
      });
      return answer.status;
    };
    expect(await write({ origin: 'https://evil.example' })).toBe(403);
    expect(await write({ 'content-type': 'text/plain' })).toBe(403);
    expect(await write({ 'sec-fetch-site': 'cross-site', 'assay-csrf': csrf })).toBe(403);
    expect(await write({ 'sec-fetch-site': 'same-site', 'assay-csrf': csrf })).toBe(403);
    expect(await write({ 'assay-csrf': `${csrf}x` })).toBe(403);
    expect(await write({ 'sec-fetch-site': 'same-origin', 'assay-csrf': csrf })).toBe(201);
  });

  it('is nowhere led to: a sign-in goes to our own start, whatever the address asks', async () => {
    for (const extra of ['next=https://evil.example', 'redirect=//evil.example', 'to=/%5cevil.example']) {
      const link = await send(house, 'POST', '/v1/session/links', { headers: OWNER, body: {} });
      const { path } = z.looseObject({ path: z.string() }).parse(await link.json());
      const answer = await send(house, 'GET', `${path}&${extra}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    }
  });
});

it('a name that stands twice in the query is refused, for one would read the first and one the last', async () => {
  let asked = 0;
  for (const [id, route] of table.filter(([, each]) => each.query && each.permission !== 'public')) {
    const [name = 'limit'] = Object.keys(route.query?.shape ?? {});
    const answer = await send(house, route.method, `${pathOf(route)}?${name}=1&${name}=2`, {
      headers: { ...OWNER, 'if-match': '"1"' },
      ...(route.body === 'bytes' ? { bytes: 'x' } : route.body ? { body: {} } : {}),
    });
    asked += 1;
    expect([id, answer.status, await answer.text()]).toEqual([
      id,
      400,
      expect.stringContaining('stands more than once'),
    ]);
  }
  expect(asked).toBeGreaterThan(20);
});

it('no field is taken that the route does not name: neither a column, nor a right, nor a prototype', async () => {
  const names = ['org_id', 'role', 'created_at', 'is_admin', 'revision', 'principal_id', 'known_from'];
  let asked = 0;
  for (const [id, route] of table) {
    const good: unknown = things.bodies[`${route.method} ${route.path}`];
    if (!route.body || route.body === 'bytes' || typeof good !== 'object' || good === null) continue;
    if (Array.isArray(good)) continue;
    // A directory sends what it knows of somebody, and is told to leave aside what nobody asked for (RFC 7644, 3.5.1).
    if (route.scim) continue;
    const named = JSON.stringify(z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }));
    for (const name of [...names, '__proto__', 'constructor', 'prototype']) {
      if (named.includes(`"${name}":`)) continue;
      const text = JSON.stringify(good);
      const body = `${text === '{}' ? '{' : `${text.slice(0, -1)},`}"${name}":"x"}`;
      const answer = await house.app.request(`http://127.0.0.1:7373${pathOf(route)}`, {
        method: route.method,
        headers: { ...HOST, ...OWNER, 'content-type': 'application/json', 'if-match': '"1"' },
        body,
      });
      await answer.arrayBuffer();
      asked += 1;
      expect([id, name, answer.status]).toEqual([id, name, refusalOf(id, route)]);
    }
  }
  expect(asked).toBeGreaterThan(300);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** A catalogue is judged as a whole, not field by field; to a room its owner’s organisation has no key. */
function refusalOf(id: string, { permission }: Route): number {
  if (permission === 'rooms.enter') return 403;
  return id === 'frameworks.add' ? 422 : 400;
}

it('an address is decoded once: what was encoded twice names something else', async () => {
  const once = await send(house, 'GET', '/v1/orgs/%68ard', { headers: OWNER });
  const twice = await send(house, 'GET', '/v1/orgs/%2568ard', { headers: OWNER });
  expect([once.status, twice.status]).toEqual([200, 404]);
});

it('what a page repeats of its address is text', async () => {
  for (const hostile of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'"]) {
    const answer = await send(house, 'GET', `/problems/${encodeURIComponent(hostile)}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/<script>|<img|onerror=alert\(1\)>/);
  }
});

it('whoever signs out takes the session and what the browser kept along', async () => {
  const session = await house.person(await house.organisation('leaving'), 'owner');
  const out = await send(house, 'DELETE', '/v1/session', { headers: session });
  expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache"']);
  expect(out.headers.get('set-cookie')).toMatch(/^assay_session=; .*Max-Age=0$/);
  expect((await send(house, 'GET', '/v1/session', { headers: session })).status).toBe(401);
});

describe('what is no route', () => {
  it('is no echo, no listing and no file beside the web’s own', async () => {
    for (const path of [
      '/.git/config',
      '/.env',
      '/package.json',
      '/../package.json',
      '/..%2f..%2fetc%2fpasswd',
      '/assets/',
      '/assets/../../package.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/debug',
      '/metrics',
      '/server-status',
    ]) {
      const answer = await send(house, 'GET', path);
      const text = await answer.text();
      expect([path, /root:|"name":|Index of|\[core\]/.test(text)]).toEqual([path, false]);
    }
  });

  it('is a problem for every method, and what was sent does not come back', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'DEBUG']) {
      const answer = await house.app.request('http://127.0.0.1:7373/nowhere', {
        method,
        headers: { ...HOST, 'x-echo': 'comes-back' },
      });
      const text = await answer.text();
      expect([method, answer.status, answer.headers.get('content-type')]).toEqual([
        method,
        404,
        'application/problem+json',
      ]);
      expect(text).not.toContain('comes-back');
    }
  });
});

it('an answer holds the fields of the contract and no other of what is stored', () => {
  let asked = 0;
  for (const { id, route, status, headers, text } of reads) {
    const schema: unknown = route.returns;
    if (!(schema instanceof z.ZodType) || status !== 200) continue;
    if (!(headers.get('content-type') ?? '').startsWith('application/json')) continue;
    const said: unknown = JSON.parse(text);
    asked += 1;
    const parsed = schema.safeParse(said);
    expect([id, parsed.error?.issues]).toEqual([id, undefined]);
    // Parsing drops what the contract does not name.
    expect([id, parsed.data]).toEqual([id, said]);
  }
  expect(asked).toBeGreaterThan(50);
});

it('every answer with a body says what it is, and text says in which letters', async () => {
  const typed: (readonly [string, string])[] = reads
    .filter(({ text }) => text !== '')
    .map(({ id, headers }) => [id, headers.get('content-type') ?? '']);
  for (const path of ['/docs/api', '/problems', '/llms.txt', '/openapi.json', '/v1/none', '/login?token=x']) {
    const answer = await send(house, 'GET', path);
    await answer.arrayBuffer();
    typed.push([path, answer.headers.get('content-type') ?? '']);
  }
  for (const [what, type] of typed) {
    expect([what, type]).toEqual([what, expect.stringMatching(/^[\w.+-]+\/[\w.+-]+/)]);
    if (type.startsWith('text/'))
      expect([what, type]).toEqual([what, expect.stringMatching(/charset=utf-8/i)]);
  }
});

it('a file that a browser could run leaves as bytes to be saved, whatever it is called', async () => {
  const hostile = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  for (const filename of [
    'x.svg',
    'x.html',
    'x.xhtml',
    'x.xml',
    'x.js',
    'x.mht',
    'x.pdf.html',
    'x"\r\nset-cookie: a=b.html',
  ]) {
    const stored = await send(
      house,
      'POST',
      `/v1/orgs/hard/artefacts?filename=${encodeURIComponent(filename)}`,
      {
        headers: OWNER,
        bytes: `${hostile}<!-- ${filename} -->`,
      },
    );
    const { sha256 } = z.looseObject({ sha256: z.string() }).parse(await stored.json());
    const made = await send(house, 'POST', '/v1/orgs/hard/evidence', {
      headers: OWNER,
      body: { artefact: sha256, title: 'hostile', controls: ['C-07'], performed_at: '2026-01-05' },
    });
    const { id } = z.looseObject({ id: z.string() }).parse(await made.json());
    const answer = await send(house, 'GET', `/v1/orgs/hard/evidence/${id}/artefact`, { headers: OWNER });
    await answer.arrayBuffer();
    const header = (name: string): string => answer.headers.get(name) ?? '';
    expect([filename, answer.status, header('content-type')]).toEqual([
      filename,
      200,
      'application/octet-stream',
    ]);
    expect(header('content-disposition')).toMatch(
      /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w.%~!'()*-]+$/,
    );
    expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect([header('x-content-type-options'), header('set-cookie')]).toEqual(['nosniff', '']);
  }
});
