// An act knows which request it came with, from where, and by which of a person's keys.
import { ok } from '@assay/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byItself, jobScope, type Origin } from '../slices/access/access.module.ts';
import { openHouse, OWNER, type House } from '../testing/house.ts';
import { dispatch } from './dispatch.ts';
import type { Bound } from './handler.ts';
import { freshLimits } from './limits.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What a handler of an organisation is told of where its call comes from. */
async function originOf(
  headers: Readonly<Record<string, string>>,
  slug: string,
): Promise<Origin | undefined> {
  let seen: Origin | undefined;
  const bound: Bound = {
    id: 'asked',
    route: {
      method: 'GET',
      path: '/v1/organisations/{org}/asked',
      tag: 'manage',
      permission: 'organisation.read',
      summary: 'Asked',
      returns: 'empty',
    },
    run: (context) => {
      seen = context.scope?.origin;
      return Promise.resolve(ok({ data: undefined }));
    },
  };
  await dispatch(house.deps, bound, {
    request: new Request(`http://127.0.0.1/v1/organisations/${slug}/asked`, { headers }),
    params: { org: slug },
    requestId: 'req_1',
    address: '192.0.2.7',
    countedAs: '192.0.2.7',
    limits: freshLimits({}),
  });
  return seen;
}

test('a page acts by its session, which is named without its secret', async () => {
  const scope = await house.organisation('origin-page');
  const headers = await house.person(scope, 'contributor');
  const origin = await originOf(headers, scope.slug);
  expect(origin).toMatchObject({ requestId: 'req_1', address: '192.0.2.7', via: { kind: 'session' } });
  expect(origin?.via.id).toMatch(/^[0-9a-f]{16}$/);
  expect(headers['cookie']).not.toContain(origin?.via.id);
});

test('the command line of the machine acts as the machine', async () => {
  const scope = await house.organisation('origin-machine');
  expect(await originOf(OWNER, scope.slug)).toMatchObject({ via: { kind: 'machine', id: 'local' } });
});

test('a job acts by its name and from no address', async () => {
  const made = await house.organisation('origin-job');
  const scope = jobScope(
    { org: made.org, slug: made.slug, name: 'Origin', demo: true },
    { name: 'collect', permission: 'evidence.read' },
  );
  expect(scope.ok && scope.value.origin).toEqual(byItself('job', 'collect'));
});
