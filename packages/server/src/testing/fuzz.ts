// Hostile requests for every route of the table, made from a seed; the answers must always be Assay's own.
import { routes, type Route } from '@assay/contract';
import fc from 'fast-check';
import type { Furniture } from './furniture.ts';
import { OWNER, type House } from './house.ts';

export interface Shot {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A rule that an answer broke, with what brought it. */
export interface Breach {
  readonly rule: string;
  readonly shot: Shot;
  readonly status: number;
  readonly answer: string;
}

/** Problems, and those of a directory's routes in its own words. */
const REFUSED = /^application\/(problem|scim)\+json\b/;
const SLOW_MS = 10_000;
/** They would take the ground from under the other requests. */
const SPARED = new Set(['organisations.delete', 'organisations.reset']);

const NAUGHTY = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202etxt',
  '‮',
  '𝒳',
  'é'.normalize('NFD'),
  '\ufeff',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '0',
  '1e309',
  '9'.repeat(40),
  '0x10',
  '1,5',
  '２０２６-01-01',
  "' or 1=1 --",
  '"; drop table evidence; --',
  '$1',
  '%s%n',
  '${7*7}',
  '{{7*7}}',
  '=cmd()',
  '../../etc/passwd',
  '..%2f..%2f',
  '<script>alert(1)</script>',
  '\r\nset-cookie: a=b',
  '__proto__',
  'constructor',
  'toString',
  '2026-02-30',
  '2026-06-01T25:00:00Z',
  '+275760-09-14',
  '0000-00-00',
  '9999-12-31',
  'iso27001:2022/A.5.15',
  'C-07',
  'C-00',
  'E-1',
  `E-${'9'.repeat(30)}`,
  'e-0',
  'evd_',
  'imp_01m844dzg0dkahf8swadqmpb6m',
  'a'.repeat(5000),
] as const;

const VALUES: readonly unknown[] = [
  ...NAUGHTY,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 63,
  [],
  {},
  [[]],
  [null],
  { a: { b: {} } },
  { __proto__: null },
  Array.from({ length: 300 }, () => 'C-07'),
];

/** `count` requests from a seed: the same seed makes the same ones. */
export function shots(
  things: Furniture,
  org: string,
  run: { readonly seed: number; readonly count: number },
): readonly Shot[] {
  const table: Readonly<Record<string, Route>> = routes;
  const shot = fc.constantFrom(...Object.entries(table)).chain(([id, route]) =>
    fc.record({
      id: fc.constant(id),
      method: mostly(
        route.method,
        fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
      ),
      path: pathFor(route, { things, org: SPARED.has(id) ? 'nowhere' : org }),
      headers: headersFor(),
      body: bodyFor(route, things.bodies[`${route.method} ${route.path}`]),
    }),
  );
  return fc.sample(shot, { seed: run.seed, numRuns: run.count }).map(sendable);
}

/** Fires one request and holds the answer against the rules. */
export async function fire(house: House, shot: Shot): Promise<readonly Breach[]> {
  const began = performance.now();
  const response = await house.app.request(`http://127.0.0.1:7373${shot.path}`, {
    method: shot.method,
    headers: { host: '127.0.0.1:7373', ...OWNER, ...shot.headers },
    ...(shot.body === undefined ? {} : { body: shot.body }),
  });
  const answer = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const breach = (rule: string): Breach => ({
    rule,
    shot,
    status: response.status,
    answer: answer.slice(0, 300),
  });
  const polluted = Object.keys(Object.prototype).length > 0;
  return [
    ...(response.status >= 500 ? [breach('a server error')] : []),
    ...(response.status >= 400 && shot.method !== 'HEAD' && !REFUSED.test(type)
      ? [breach(`a refusal that is no problem document but ${type}`)]
      : []),
    ...(/\n\s+at |node_modules|\.ts:\d+|select .* from /i.test(response.status >= 400 ? answer : '')
      ? [breach('inner text')]
      : []),
    ...(response.headers.get('x-content-type-options') === 'nosniff' ? [] : [breach('no security headers')]),
    ...(polluted ? [breach('a polluted prototype')] : []),
    ...(performance.now() - began > SLOW_MS ? [breach('a slow answer')] : []),
  ];
}

function mostly<T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

function pathFor(
  route: Route,
  known: { readonly things: Furniture; readonly org: string },
): fc.Arbitrary<string> {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const values = fc.tuple(
    ...names.map((name) =>
      mostly(
        name === 'org' ? known.org : (known.things.params[name] ?? 'x'),
        fc.constantFrom<string>(...NAUGHTY),
      ),
    ),
  );
  const queryNames = [...Object.keys(route.query?.shape ?? {}), 'surprise', '__proto__', 'limit', 'cursor'];
  const query = fc.array(
    fc.tuple(fc.constantFrom(...queryNames), fc.constantFrom<string>(...NAUGHTY, '50', 'true')),
    {
      maxLength: 3,
    },
  );
  return fc.tuple(values, query, fc.integer({ min: 0, max: 19 })).map(([filled, pairs, odd]) => {
    let at = 0;
    const path = route.path.replace(/\{\w+\}/g, () => {
      const text = filled[at] ?? '';
      at += 1;
      return encodeURIComponent(text.toWellFormed());
    });
    const asked = pairs
      .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
      .join('&');
    return `${odd === 0 ? path.replace('/v1', '/v1/') : path}${asked === '' ? '' : `?${asked}`}${odd === 1 ? '%' : ''}`;
  });
}

function headersFor(): fc.Arbitrary<Record<string, string>> {
  const text = fc.constantFrom(
    '',
    '*',
    '"1"',
    'W/"1"',
    '"'.repeat(99),
    'é',
    'a'.repeat(9000),
    '1, 2',
    '../x',
  );
  return fc
    .record(
      {
        'content-type': mostly(
          'application/json',
          fc.constantFrom(
            'text/plain',
            'application/xml',
            'multipart/form-data',
            'application/json; charset=utf-16',
            '',
            'application/octet-stream',
          ),
        ),
        accept: mostly(
          'application/json',
          fc.constantFrom('application/x-ndjson', 'text/html', 'image/*', ''),
        ),
        'if-match': text,
        'idempotency-key': fc.oneof(text, fc.uuid()),
        range: fc.constantFrom('bytes=0-1', 'bytes=-', 'x'),
      },
      { requiredKeys: ['content-type'] },
    )
    .map((headers) =>
      Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x20-\x7e]*$/.test(value))),
    );
}

function bodyFor(route: Route, good: unknown): fc.Arbitrary<string | undefined> {
  if (route.body === undefined) return mostly<string | undefined>(undefined, fc.constant('{}'));
  const value = fc.constantFrom(...VALUES);
  const spoilt = fc
    .tuple(fc.nat(), value, fc.boolean())
    .map(([where, bad, extra]) => spoil(good ?? {}, { where, bad, extra }));
  return fc.oneof(
    { weight: 6, arbitrary: spoilt.map((body) => JSON.stringify(body)) },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }).map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: value.map((body) => JSON.stringify(body)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '{"a":1e999}',
        '[',
        'nul',
        '\ufeff{}',
        '{"a":"\\ud800"}',
        '{"__proto__":{"polluted":1}}',
        '{"constructor":{"prototype":{"polluted":1}}}',
        '['.repeat(10_000),
        `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`,
        `"${'x'.repeat(1024 ** 2)}"`,
        `{"a":${'9'.repeat(4000)}}`,
        '{"a":1,"a":2}',
      ),
    },
  );
}

/** A good body with one field made bad, or one too many. */
function spoil(
  good: unknown,
  how: { readonly where: number; readonly bad: unknown; readonly extra: boolean },
): unknown {
  if (typeof good !== 'object' || good === null || Array.isArray(good)) return how.bad;
  const keys = Object.keys(good);
  const key = keys[how.where % Math.max(1, keys.length)];
  if (how.extra || key === undefined) return { ...good, surprise: how.bad };
  const inner: unknown = Object.getOwnPropertyDescriptor(good, key)?.value;
  const deeper = typeof inner === 'object' && inner !== null && how.where % 2 === 1;
  return { ...good, [key]: deeper ? spoil(inner, { ...how, where: how.where >> 3 }) : how.bad };
}

/** GET and HEAD carry no body. */
function sendable(shot: Shot): Shot {
  return shot.method === 'GET' || shot.method === 'HEAD' ? { ...shot, body: undefined } : shot;
}
