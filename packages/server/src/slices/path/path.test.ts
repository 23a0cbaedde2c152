// The path follows the data: what is written, approved and held moves its steps; reading it moves nothing.
import { dateOfInstant, PATH } from '@assay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';

const pathOut = z.object({
  sentence: z.string(),
  data: z.array(z.object({ key: z.string(), state: z.string(), done: z.number(), of: z.number() })),
});
let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.organisation('alpha');
}, 60_000);
afterAll(() => house.close());

async function path() {
  const response = await send(house, 'GET', '/v1/orgs/alpha/path', { headers: OWNER });
  return pathOut.parse(await response.json());
}
async function write(to: string, body: unknown, tag?: string) {
  const headers = tag === undefined ? OWNER : { ...OWNER, 'if-match': tag };
  const response = await send(house, 'POST', `/v1/orgs/alpha/isms${to}`, { headers, body });
  expect(response.status).toBeLessThan(300);
}

it('names clauses and criteria that exist', () => {
  const known = new Set(
    [...house.deps.catalogue.frameworks.values()].flatMap(({ requirements }) =>
      requirements.map(({ ref }) => ref),
    ),
  );
  expect(PATH.flatMap(({ asked }) => asked.filter((ref) => !known.has(ref)))).toEqual([]);
});

it('moves a step when a scope is approved, and not when it is drafted or looked at', async () => {
  const first = await path();
  expect(await path()).toEqual(first);
  const scope = (found: z.infer<typeof pathOut>) => found.data.find(({ key }) => key === 'scope');
  expect(scope(first)).toMatchObject({ state: 'open', done: 0 });
  await write('', {
    kind: 'scope',
    framework: 'iso27001:2022',
    statement: 'The product.',
    boundaries: ['Production'],
    sites: [],
    systems: [],
    interfaces: [],
    exclusions: [],
    from: dateOfInstant(house.deps.clock.now()),
  });
  expect(await path()).toEqual(first);
  await write('/SC-1/approve', { by: 'Ada Berg', role: 'founder' }, '"1"');
  expect(scope(await path())).toMatchObject({ done: 1 });
});
