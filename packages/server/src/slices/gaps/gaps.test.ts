// Gaps are the posture's other side: what is not proved is missing something, and a task says by when.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';

const gapsOut = z.object({
  sentence: z.string(),
  actions: z.array(
    z.object({
      id: z.string(),
      closes: z.array(z.string()),
      helps: z.array(z.string()),
      due: z.string().nullable(),
    }),
  ),
  gaps: z.array(z.object({ requirement: z.string(), missing: z.string() })),
});
const postureOut = z.object({
  data: z.array(
    z.object({
      requirements: z.array(z.object({ ref: z.string(), proved: z.boolean(), applies: z.boolean() })),
    }),
  ),
});
const readinessOut = z.object({
  data: z.array(
    z.object({
      examination: z.string(),
      not_found: z.array(z.object({ what: z.string(), about: z.string() })),
    }),
  ),
  documented: z.array(z.object({ clause: z.string(), state: z.string(), evidence: z.array(z.string()) })),
});

describe('gaps', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('alpha');
  });
  afterAll(() => house.close());

  const at = (path: string) => `/v1/orgs/alpha${path}`;
  async function get<T>(schema: z.ZodType<T>, path: string): Promise<T> {
    return schema.parse(await (await send(house, 'GET', at(path), { headers: OWNER })).json());
  }
  async function post(path: string, body: object): Promise<number> {
    const answer = await send(house, 'POST', at(path), {
      headers: { ...OWNER, 'idempotency-key': path + JSON.stringify(body) },
      body,
    });
    return answer.status;
  }

  it('name every requirement that applies and is not proved, each with an action', async () => {
    const { gaps, actions } = await get(gapsOut, '/gaps');
    const { data } = await get(postureOut, '/posture');
    const open = data.flatMap(({ requirements }) =>
      requirements.filter(({ proved, applies }) => applies && !proved).map(({ ref }) => ref),
    );
    expect(new Set(gaps.map(({ requirement }) => requirement))).toEqual(new Set(open));
    const touched = new Set(actions.flatMap(({ closes, helps }) => [...closes, ...helps]));
    expect(open.filter((ref) => !touched.has(ref))).toEqual([]);
  });

  it('of one view hold nothing of the other', async () => {
    const { gaps } = await get(gapsOut, '/gaps?framework=soc2');
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.filter(({ requirement }) => !requirement.startsWith('soc2'))).toEqual([]);
  });

  it('are planned by a task with a day, the earliest of several', async () => {
    expect(await post('/tasks', { title: 'Scope', control: 'C-02', due: '2099-03-01' })).toBe(201);
    expect(await post('/tasks', { title: 'Scope, first draft', control: 'C-02', due: '2099-02-01' })).toBe(
      201,
    );
    const { actions } = await get(gapsOut, '/gaps');
    expect(actions.filter(({ due }) => due !== null).map(({ id, due }) => [id, due])).toEqual([
      ['adopt_control:C-02', '2099-02-01'],
    ]);
  });

  it('leave a new company without any document, and without a period for Type II', async () => {
    const { data, documented } = await get(readinessOut, '/readiness');
    expect(data.map(({ examination }) => examination)).toEqual(['stage1', 'stage2', 'type1', 'type2']);
    expect(documented.map(({ state }) => state)).toEqual(documented.map(() => 'missing'));
    expect(data.find(({ examination }) => examination === 'type2')?.not_found[0]).toMatchObject({
      what: 'period',
    });
  });
});
