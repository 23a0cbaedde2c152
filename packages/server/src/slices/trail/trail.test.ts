// Who did what: read by actor, action and object, with every field before and after, and as it was at an instant.
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrgScope } from '../access/access.module.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';

const rows = z.object({
  data: z.array(
    z.looseObject({
      index: z.number(),
      action: z.string(),
      object: z.string(),
      actor: z.object({ name: z.string() }).nullable(),
      via: z.object({ kind: z.string(), id: z.string() }).nullable(),
      reason: z.string().nullable(),
    }),
  ),
  next_cursor: z.string().nullable(),
});
const act = z.object({
  changes: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
});

let house: House;
let scope: OrgScope;

const ask = async (path: string, headers: Readonly<Record<string, string>> = OWNER) =>
  send(house, 'GET', `/v1/orgs/${scope.slug}${path}`, { headers });
const listed = async (query: string) => rows.parse(await (await ask(`/trail${query}`)).json());

async function decided(state: object): Promise<void> {
  const path = `/v1/orgs/${scope.slug}/controls/C-07/state`;
  const etag = (await ask('/controls/C-07')).headers.get('etag');
  const headers = { ...OWNER, ...(etag === null ? {} : { 'if-match': etag }) };
  const response = await send(house, 'PUT', path, { headers, body: state });
  expect([response.status, await response.text()]).toEqual([200, expect.any(String)]);
}

beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('trailed');
  await decided({ state: 'adopted', implementation: 'planned' });
  await decided({ state: 'adopted', implementation: 'implemented' });
});
afterAll(() => house.close());

describe('the trail of an organisation', () => {
  it('says who did what, by which key, newest first', async () => {
    const { data } = await listed('');
    expect(data[0]).toMatchObject({
      action: 'control.decided',
      actor: { name: 'Local owner' },
      via: { kind: 'machine', id: 'local' },
    });
    expect(data.at(-1)).toMatchObject({ action: 'organisation.started', via: { kind: 'start' } });
  });

  it('is filtered by actor, action, object, key and day, and read on by a cursor', async () => {
    expect((await listed('?action=control.')).data).toHaveLength(2);
    expect((await listed('?action=control')).data).toEqual([]);
    expect((await listed('?via=start')).data.map((row) => row.action)).toContain('organisation.started');
    expect((await listed('?actor=Nobody')).data).toEqual([]);
    expect((await listed('?until=2020-01-01T00:00:00Z')).data).toEqual([]);
    const first = await listed('?limit=1&action=control.');
    const next = await listed(`?limit=1&action=control.&cursor=${first.next_cursor ?? ''}`);
    expect(next.data[0]?.index).toBeLessThan(first.data[0]?.index ?? 0);
  });

  it('gives one act with its fields before and after, and leaves out what stayed', async () => {
    const [last] = (await listed('?action=control.decided')).data;
    const { changes } = act.parse(await (await ask(`/trail/${last?.index ?? ''}`)).json());
    const change = changes.find(({ path }) => path.endsWith('/implementation'));
    expect(change).toMatchObject({ before: 'planned', after: 'implemented' });
    expect(changes.some(({ path }) => path === '/state/state')).toBe(false);
  });

  it('tells what an object said at an instant', async () => {
    const [, before] = (await listed('?action=control.decided')).data;
    const at = z.object({ at: z.string() }).parse(before).at;
    const then = await (await ask(`/trail-objects/C-07?at=${encodeURIComponent(at)}`)).text();
    expect(then).toContain('planned');
    expect(then).not.toContain('"implemented"');
    expect(await (await ask('/trail-objects/C-07')).text()).toContain('"implemented"');
    expect((await ask('/trail-objects/C-99')).status).toBe(404);
  });

  it('is one act a line for whoever asks for lines', async () => {
    const text = await (await ask('/trail', { ...OWNER, accept: 'application/x-ndjson' })).text();
    const lines = text.trim().split('\n');
    expect(lines.length).toBe((await listed('?limit=200')).data.length);
    expect(JSON.parse(lines[0] ?? '')).toHaveProperty('action');
  });
});
