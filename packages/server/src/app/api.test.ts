// What every route has in common: lines, methods, unknown names, problems that lead somewhere, pages without script.
import { ERROR_CODES } from '@assay/contract';
import { z } from 'zod';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { furnish, type Furniture } from '../testing/furniture.ts';
import { OWNER, openHouse, send, type House } from '../testing/house.ts';

let house: House;
let things: Furniture;
const base = '/v1/orgs/omega';

beforeAll(async () => {
  house = await openHouse();
  things = await furnish(house, await house.organisation('omega'));
});
afterAll(() => house.close());

async function problemOf(response: Response): Promise<unknown> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return response.json();
}

it('gives a list of many pages whole as lines, each once', async () => {
  const headers = { ...OWNER, accept: 'application/x-ndjson' };
  const response = await send(house, 'GET', `${base}/checks`, { headers });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const keys = (await response.text())
    .trim()
    .split('\n')
    .map((line) => {
      const row: unknown = JSON.parse(line);
      return typeof row === 'object' && row !== null && 'key' in row ? String(row.key) : '';
    });
  expect(keys.length).toBeGreaterThan(600);
  expect(new Set(keys).size).toBe(keys.length);
  const controls = await send(house, 'GET', `${base}/controls`, { headers });
  expect((await controls.text()).trim().split('\n').length).toBeGreaterThan(100);
});

it('refuses names that it does not know, in the query and in the body, and points to them', async () => {
  const query = await send(house, 'GET', `${base}/overlap?pretty=1`, { headers: OWNER });
  expect(query.status).toBe(400);
  expect(await problemOf(query)).toMatchObject({ errors: [{ pointer: '/query/pretty' }] });
  const body = await send(house, 'POST', `${base}/evidence`, {
    headers: OWNER,
    body: { artefact: 'x', title: '', 'odd/key~': 1, performed_at: '2026-01-05' },
  });
  expect(body.status).toBe(400);
  const { errors } = z.looseObject({ errors: z.array(z.unknown()) }).parse(await problemOf(body));
  expect(errors).toContainEqual({ pointer: '/body/title', message: 'must not be empty' });
  expect(errors).toContainEqual({ pointer: '/body/odd~1key~0', message: 'there is no such key' });
});

it('says which methods a path answers to', async () => {
  const response = await send(house, 'PUT', `${base}/overlap`, { headers: OWNER, body: {} });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
  expect(await problemOf(response)).toMatchObject({ code: 'request.method' });
});

it('answers a change over a newer version with both: the record, and the change that was sent', async () => {
  const path = `${base}/evidence/${things.params['evidence'] ?? ''}`;
  const response = await send(house, 'PATCH', path, {
    headers: { ...OWNER, 'if-match': '"99"' },
    body: { title: 'mine' },
  });
  expect(response.status).toBe(412);
  expect(await problemOf(response)).toMatchObject({
    current: { title: 'omega canary' },
    sent: { title: 'mine' },
  });
});

it('tells with every answer how many requests are left', async () => {
  const response = await send(house, 'GET', `${base}/overlap`, { headers: OWNER });
  expect(response.headers.get('ratelimit')).toMatch(/^"minute";r=\d+;t=\d+$/);
  expect(response.headers.get('ratelimit-policy')).toMatch(/^"minute";q=\d+;w=60$/);
});

it('has a page for every problem and the reference, without script, style attribute or a stranger’s address', async () => {
  for (const path of ['/docs/api', '/problems', ...ERROR_CODES.map((code) => `/problems/${code}`)]) {
    const response = await send(house, 'GET', path);
    const text = await response.text();
    expect([path, response.status]).toEqual([path, 200]);
    expect(text).not.toMatch(/<script|\sstyle=|\son\w+=|(src|href)="https?:/);
    expect(text).toContain('<main>');
  }
  expect((await send(house, 'GET', '/problems/nothing.here')).status).toBe(404);
  expect(await (await send(house, 'GET', '/llms.txt')).text()).toContain('/openapi.json');
});
