// Every write route of the table is walked: what it changed stands in the trail, or it says that it has no effect.
import { routes, type Route } from '@assay/contract';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '@assay/core';
import { furnish, type Furniture } from '../testing/furniture.ts';
import { openHouse, OWNER, send, type House } from '../testing/house.ts';
import { requestFor } from '../testing/specs.ts';
import type { OrgScope } from '../slices/access/access.module.ts';
import { dispatch } from './dispatch.ts';
import { freshLimits } from './limits.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const WRITES: readonly (readonly [string, Route])[] = Object.entries(routes).filter(
  ([, route]) =>
    route.method !== 'GET' &&
    route.permission !== 'public' &&
    route.permission !== 'signed_in' &&
    !('endsOrganisation' in route),
);

/**
 * Their things are in another state by the time they are walked; each succeeds in the tests of its own slice, where the
 * same guard would answer 500.
 */
const ELSEWHERE = [
  'sign_in.provider_set',
  'sign_in.provider_drop',
  'scim.user_add',
  'scim.user_put',
  'scim.user_patch',
  'scim.group_put',
  'scim.group_patch',
  'collectors.vouch',
  'populations.change',
  'populations.discard',
  'populations.freeze',
  'sample_profiles.drop',
  'samples.extend',
  'frameworks.add',
  'evidence.bulk',
  'imports.again',
  'imports.commit',
  'imports.undo',
  'tasks.snooze',
  'soa.approve',
  'kept.start',
  'kept.commit',
  'kept.undo',
  'isms.approve',
  'isms.fill',
  'isms.done',
  'isms.withdraw',
  'isms.close',
  'policies.approve',
  'policies.publish',
  'policies.retire',
  'risks.accept',
  'audits.take_back',
  'advice_figures.drop',
  'plan_variants.drop',
  'plan_baselines.approve',
  'evidence.erase',
  'roles.change',
  'desk.comment',
  // Demos, such as all organisations of tests, end at once.
  'ending.ask',
  'ending.take_back',
  // By two persons who sign in by themselves.
  'transfer.propose',
  'transfer.accept',
  'transfer.take_back',
];
/** They had nothing to do: no task sleeps, nobody asked for a digest, and no name server holds the record of a domain. */
const IDLE = ['tasks.wake', 'digests.send', 'sign_in.domain_check'];

/** How many rows the trail of an organisation has. */
function rowsOf(scope: OrgScope): Promise<number> {
  return house.deps.db.inOrganisation(scope.org, async (tx) => {
    const row = await tx
      .selectFrom('trail')
      .select((on) => on.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return Number(row.rows);
  });
}

async function attempt(route: Route, scope: OrgScope, things: Furniture) {
  const { path, body, bytes } = requestFor(route, scope.slug, things);
  const read = route.ifMatch ? await send(house, 'GET', path, { headers: OWNER }) : undefined;
  const etag = read?.headers.get('etag') ?? '"1"';
  await read?.arrayBuffer();
  const before = await rowsOf(scope);
  const response = await send(house, route.method, path, {
    headers: { ...OWNER, ...(route.ifMatch ? { 'if-match': etag } : {}) },
    body,
    ...(bytes === undefined ? {} : { bytes }),
  });
  const text = await response.text();
  return { status: response.status, text, rows: (await rowsOf(scope)) - before };
}

describe('a write route', () => {
  let scope: OrgScope;
  let things: Furniture;
  const acted = new Set<string>();
  beforeAll(async () => {
    scope = await house.organisation('walked');
    things = await furnish(house, scope);
  }, 120_000);

  it.each(WRITES)('%s has rows in the trail exactly where it has an effect', async (id, route) => {
    const done = await attempt(route, scope, things);
    expect(done.text).not.toContain('server.internal');
    if (done.status >= 400) return expect(done.rows).toBe(0);
    acted.add(id);
    if (route.effect === 'none' || IDLE.includes(id)) return expect(done.rows).toBe(0);
    return expect(done.rows).toBeGreaterThan(0);
  });

  it('was walked with success, but for those that are named here', () => {
    const missed = WRITES.filter(([id]) => !acted.has(id) && !ELSEWHERE.includes(id));
    expect(missed.map(([id]) => id)).toEqual([]);
  });
});

describe('a write that records nothing', () => {
  it('is not committed', async () => {
    const scope = await house.organisation('silent');
    const run = () =>
      dispatch(
        house.deps,
        {
          id: 'silent.write',
          route: {
            method: 'POST',
            path: '/x',
            tag: 'manage',
            permission: 'organisation.change',
            summary: 'x',
            returns: 'empty',
          },
          run: async (context) => {
            await context.deps.db.inOrganisation(scope.org, (tx) =>
              tx.executeQuery(CompiledQuery.raw('select 1')),
            );
            await context.deps.db.inOrganisation(scope.org, (tx) =>
              tx.insertInto('counters').values({ org_id: scope.org, kind: 'silent', value: 7 }).execute(),
            );
            return ok({ data: undefined });
          },
        },
        {
          request: new Request('http://127.0.0.1/x', { method: 'POST', headers: OWNER }),
          params: { org: scope.slug },
          requestId: 'req_1',
          address: '192.0.2.7',
          limits: freshLimits({}),
          countedAs: '192.0.2.7',
        },
      );
    await expect(run()).rejects.toThrow('silent.write changed counters and recorded nothing');
    const left = await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx.selectFrom('counters').selectAll().where('kind', '=', 'silent').execute(),
    );
    expect(left).toEqual([]);
  });
});
