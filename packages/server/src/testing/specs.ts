// Two specs that every slice must pass: nobody reaches another organisation, nobody does more than their role.
import { may, POLICY, ROLES, type Role } from '@assay/core';
import type { Route } from '@assay/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, send, type House } from './house.ts';
import { furnish, type Furniture } from './furniture.ts';
import { absentOf, thingsOf } from './tenants/attacks.ts';
import { treasure } from './tenants/treasure.ts';
import type { OrgScope } from '../slices/access/access.module.ts';

type Table = Readonly<Record<string, Route>>;

/** A request that would succeed for somebody who may. */
export function requestFor(
  route: Route,
  slug: string,
  ids: Furniture,
): { readonly path: string; readonly body: unknown; readonly bytes: string | undefined } {
  const values: Readonly<Record<string, string>> = { ...ids.params, org: slug };
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? 'missing'),
  );
  const query = route.path.endsWith('/evidence/push')
    ? '?filename=x.txt&performed_at=2026-01-05'
    : route.body === 'bytes'
      ? '?filename=x.txt'
      : route.path.endsWith('/mappings') && route.method === 'DELETE'
        ? '?to=soc2:2017/CC6.1'
        : route.path.endsWith('/consistency')
          ? '?from=1&to=1'
          : route.path.endsWith('/proof')
            ? `?subject=${ids.params['evidence'] ?? ''}`
            : route.path.endsWith('/documents/{document}')
              ? '?format=md'
              : /\/(window-starts|sampled-days)$/.test(route.path)
                ? '?from=2026-01-01&until=2026-07-01'
                : '';
  const id = `${route.method} ${route.path}`;
  return {
    path: path + query,
    body: route.body === undefined || route.body === 'bytes' ? undefined : (ids.bodies[id] ?? {}),
    bytes: route.body === 'bytes' ? 'bytes' : undefined,
  };
}

function scoped(table: Table): readonly (readonly [string, Route])[] {
  return Object.entries(table).filter(
    ([, route]) => route.permission !== 'public' && route.permission !== 'signed_in',
  );
}

/** No route of a slice gives or takes anything across organisations, by slug or by id. */
export function tenantSpec(name: string, table: Table): void {
  describe(`${name}: organisations stay apart`, () => {
    let house: House;
    let ours: OrgScope;
    let theirs: OrgScope;
    let stranger: Readonly<Record<string, string>>;
    let things: Furniture;
    let before: unknown;
    const known = async (): Promise<unknown> => {
      const path = `/v1/orgs/${theirs.slug}/evidence/${things.params['evidence'] ?? ''}`;
      const answer = await send(house, 'GET', path, { headers: { authorization: 'Bearer test-token' } });
      return answer.json();
    };
    beforeAll(async () => {
      house = await openHouse();
      theirs = await house.organisation('alpha');
      ours = await house.organisation('beta');
      stranger = await house.person(ours, 'owner');
      things = await treasure(house, theirs);
      before = await known();
    });
    afterAll(() => house.close());

    it.each(scoped(table))(
      '%s answers a stranger as if the organisation were not there',
      async (_, route) => {
        const request = requestFor(route, theirs.slug, things);
        const response = await send(house, route.method, request.path, {
          headers: { ...stranger, 'if-match': '"1"' },
          body: request.body,
          ...(request.bytes === undefined ? {} : { bytes: request.bytes }),
        });
        const text = await response.text();
        expect([response.status, text.includes('organisation.not_found')]).toEqual([404, true]);
        expect(text).not.toContain('canary');
      },
    );

    it.each(scoped(table).filter(([, route]) => thingsOf(route).length > 0))(
      '%s finds nothing under another organisation’s id',
      async (_, route) => {
        const request = requestFor(route, ours.slug, things);
        const response = await send(house, route.method, request.path, {
          headers: { ...stranger, 'if-match': '"1"' },
          body: request.body,
        });
        const text = await response.text();
        expect(absentOf(route)).toContain(response.status);
        expect(text).not.toContain('canary');
      },
    );

    it('leaves the other organisation as it was', async () => {
      expect(before).toMatchObject({ title: 'alpha canary' });
      expect(await known()).toEqual(before);
    });
  });
}

/** Each role gets exactly what the policy table says. */
export function roleSpec(name: string, table: Table): void {
  describe(`${name}: each role does what the policy says`, () => {
    let house: House;
    let scope: OrgScope;
    let things: Furniture;
    const headers = new Map<Role, Readonly<Record<string, string>>>();
    beforeAll(async () => {
      house = await openHouse();
      scope = await house.organisation('gamma');
      things = await furnish(house, scope);
      for (const role of ROLES) headers.set(role, await house.person(scope, role));
    });
    afterAll(() => house.close());

    const cases = scoped(table)
      .flatMap(([id, route]) => ROLES.map((role) => [role, id, route] as const))
      .filter(([role, , route]) => !allowed(role, route));
    it.each(cases)('%s may not %s', async (role, _, route) => {
      const request = requestFor(route, scope.slug, things);
      const response = await send(house, route.method, request.path, {
        headers: { ...headers.get(role), 'if-match': '"1"' },
        body: request.body,
        ...(request.bytes === undefined ? {} : { bytes: request.bytes }),
      });
      expect([response.status, (await response.text()).includes('access.forbidden')]).toEqual([403, true]);
    });

    const reads = scoped(table)
      .filter(([, route]) => route.method === 'GET')
      .flatMap(([id, route]) =>
        // The widest and the narrowest that may: what both may, nobody between is kept from by the table.
        widestAndNarrowest(ROLES.filter((role) => allowed(role, route))).map(
          (role) => [role, id, route] as const,
        ),
      );
    it.each(reads)('%s may %s', async (role, _, route) => {
      const request = requestFor(route, scope.slug, things);
      const response = await send(house, route.method, request.path, { headers: headers.get(role) ?? {} });
      await response.arrayBuffer();
      expect(response.status).toBe(200);
    });

    it('asks strangers to sign in', async () => {
      for (const [, route] of scoped(table)) {
        const request = requestFor(route, scope.slug, things);
        expect((await send(house, route.method, request.path, { body: request.body })).status).toBe(401);
      }
    });

    it('refuses writes of a page that is not ours', async () => {
      const cookie = headers.get('owner')?.['cookie'] ?? '';
      for (const [, route] of scoped(table).filter(([, each]) => each.method !== 'GET')) {
        const request = requestFor(route, scope.slug, things);
        expect(
          (await send(house, route.method, request.path, { headers: { cookie }, body: request.body })).status,
        ).toBe(403);
      }
    });
  });
}

function widestAndNarrowest(roles: readonly Role[]): readonly Role[] {
  const sorted = roles.toSorted((a, b) => POLICY[a].permissions.length - POLICY[b].permissions.length);
  return [...new Set([...sorted.slice(0, 1), ...sorted.slice(-1)])];
}

function allowed(role: Role, route: Route): boolean {
  if (route.permission === 'public' || route.permission === 'signed_in') return true;
  return POLICY[role].given === 'organisation' && may(role, route.permission);
}
