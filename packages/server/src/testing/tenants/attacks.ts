// Requests that try to reach another organisation, made from the route table and a seed: its short name, its ids in the
// path, in the body down to the deepest place, in the query and in the headers.
import { routes, type Route } from '@assay/contract';
import { may, POLICY, type Role } from '@assay/core';
import { z } from 'zod';
import { leavesOf, withText, type Leaf } from './leaves.ts';
import type { Treasure } from './treasure.ts';

/** Somebody who calls, in the organisation where they are at home. */
export interface Actor {
  readonly home: string;
  readonly role: Role;
  readonly headers: Readonly<Record<string, string>>;
  /** Short names of the organisations that they belong to. */
  readonly member: readonly string[];
}

export type Way = 'stranger' | 'path' | 'body' | 'query' | 'header' | 'own';

export interface Attack {
  readonly way: Way;
  readonly id: string;
  readonly actor: Actor;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly bytes: string | undefined;
  /** Statuses that the answer may have; undefined: anything but a fault of the server. */
  readonly allowed: readonly number[] | undefined;
}

/** Names in paths that name no thing of an organisation, and why. */
const NO_THINGS: Readonly<Record<string, string>> = {
  org: 'the organisation itself: tried by strangers',
  day: 'a day of the calendar',
  entry: 'a number of the ledger, which every organisation counts from 1',
  document: 'a kind of document',
  figure: 'a figure of the advice, the same for everybody',
  row: 'a control of Annex A',
  check: 'a check of a scanner: a name may be mapped before it was ever seen',
};

/** Places of bodies that name a thing of the organisation: what is not there cannot be agreed to. */
const REFERENCES = /(^|\/)(artefact|population|supersedes|evidence\/0|imports\/0)$/;

/** They make things whose next name a treasure has already, or take the ground from under the others. */
const SPARED: ReadonlySet<string> = new Set([
  'organisations.delete',
  'organisations.reset',
  'organisations.create',
  'policies.create',
  'session.end',
]);

/** What a draft would move is nothing where there is no draft: it answers so, of any name. */
const SAYS_NOTHING = '/systems/drafts/{record}';

const TABLE: readonly (readonly [string, Route])[] = Object.entries(routes);

/** Every route that belongs to an organisation. */
export const SCOPED = TABLE.filter(([, route]) => !['public', 'signed_in'].includes(route.permission));

/** Routes that name a thing of an organisation in their path. */
export const WITH_THINGS = SCOPED.filter(([, route]) => thingsOf(route).length > 0);

export function thingsOf(route: Route): readonly string[] {
  if (route.path.endsWith(SAYS_NOTHING)) return [];
  return [...route.path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in NO_THINGS));
}

/** How it is said that a thing is not there: a name that nobody has yet can be put, with the ETag of nothing (412). */
export function absentOf(route: Route): readonly number[] {
  // A room that one was not invited to is not there or not: nobody outside of it is told.
  if (route.permission === 'rooms.enter') return [403, 404];
  return route.method === 'PUT' && route.ifMatch ? [404, 412] : [404];
}

/** Somebody names an organisation that they do not belong to. */
export function asStranger([id, route]: readonly [string, Route], actor: Actor, of: Treasure): Attack {
  return {
    ...request([id, route], actor, { params: of.params, things: of }),
    way: 'stranger',
    allowed: [404],
  };
}

/** Somebody names their own organisation, and a thing of another. */
export function byPath([id, route]: readonly [string, Route], actor: Actor, of: Treasure): Attack {
  const params = { ...of.params, org: actor.home };
  const allowed = holds(actor, route) ? absentOf(route) : [403];
  return { ...request([id, route], actor, { params, things: of }), way: 'path', allowed };
}

/** Somebody names a thing of another organisation somewhere within a body. */
export function byBody(
  [id, route]: readonly [string, Route],
  actor: Actor,
  given: { readonly own: Treasure; readonly of: Treasure; readonly leaf: Leaf; readonly thing: string },
): Attack {
  const { own, of, leaf, thing } = given;
  const made = request([id, route], actor, { params: { ...own.params, org: actor.home }, things: of });
  const refused = REFERENCES.test(leaf.join('/')) ? [400, 403, 404, 409, 412, 422, 428] : undefined;
  return { ...made, body: withText(made.body ?? {}, leaf, thing), way: 'body', allowed: refused };
}

export function byQuery(
  [id, route]: readonly [string, Route],
  actor: Actor,
  given: { readonly own: Treasure; readonly name: string; readonly thing: string },
): Attack {
  const { own, name, thing } = given;
  const made = request([id, route], actor, { params: { ...own.params, org: actor.home }, things: own });
  const [bare = ''] = made.path.split('?');
  return { ...made, path: `${bare}?${name}=${encodeURIComponent(thing)}`, way: 'query', allowed: undefined };
}

export function byHeader(
  [id, route]: readonly [string, Route],
  actor: Actor,
  given: { readonly own: Treasure; readonly of: Treasure },
): Attack {
  const { own, of } = given;
  const made = request([id, route], actor, { params: { ...own.params, org: actor.home }, things: own });
  const headers = { ...made.headers, 'idempotency-key': of.key, 'if-match': '"1"' };
  return { ...made, headers, way: 'header', allowed: undefined };
}

export function inOwn([id, route]: readonly [string, Route], actor: Actor, own: Treasure): Attack {
  const made = request([id, route], actor, { params: { ...own.params, org: actor.home }, things: own });
  return { ...made, way: 'own', allowed: holds(actor, route) ? undefined : [403] };
}

/** Somebody asks who they are. */
export function ofSelf(actor: Actor): Attack {
  const made = { id: 'session.read', method: 'GET', path: '/v1/session', headers: {}, body: undefined };
  return { ...made, way: 'own', actor, bytes: undefined, allowed: [200] };
}

/** Somebody brings the secret of one organisation's public address to another's. */
export function byAddress(actor: Actor, org: string, address: string): readonly Attack[] {
  const made = {
    way: 'path' as const,
    actor,
    headers: {},
    body: undefined,
    bytes: undefined,
    allowed: [404],
  };
  return [
    { ...made, id: 'feeds.serve', method: 'GET', path: `/v1/calendar/${org}/${address}` },
    { ...made, id: 'digests.unsubscribe', method: 'POST', path: `/v1/unsubscribe/${org}/${address}` },
  ];
}

/** Routes of bodies with the places where a text may stand. */
export const PLACES: readonly (readonly [readonly [string, Route], Leaf])[] = SCOPED.flatMap((entry) => {
  const { body } = entry[1];
  if (SPARED.has(entry[0]) || !(body instanceof z.ZodType)) return [];
  return leavesOf(body).map((leaf) => [entry, leaf] as const);
});

/** Routes with the names that may stand in their query. */
export const ASKED = SCOPED.flatMap((entry) =>
  Object.keys(entry[1].query?.shape ?? {}).map((name) => [entry, name] as const),
);

export function isSpared(id: string): boolean {
  return SPARED.has(id);
}

function holds({ role, headers }: Actor, { permission, stepUp }: Route): boolean {
  if (permission === 'public' || permission === 'signed_in') return true;
  // What asks who is there is told to no token, before anything is looked for.
  if (stepUp && 'authorization' in headers) return false;
  return POLICY[role].given === 'organisation' && may(role, permission);
}

/** A request that would succeed for somebody who may. */
function request(
  [id, route]: readonly [string, Route],
  actor: Actor,
  of: { readonly params: Readonly<Record<string, string>>; readonly things: Treasure },
): Omit<Attack, 'way' | 'allowed'> {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(of.params[name] ?? 'missing'),
  );
  return {
    id,
    actor,
    method: route.method,
    path: path + queryOf(route, of.params),
    headers: route.ifMatch ? { 'if-match': '"1"' } : {},
    body:
      route.body === undefined || route.body === 'bytes'
        ? undefined
        : (of.things.bodies[`${route.method} ${route.path}`] ?? {}),
    bytes: route.body === 'bytes' ? 'bytes' : undefined,
  };
}

/** What a route asks for in its query before it answers anything. */
function queryOf(route: Route, params: Readonly<Record<string, string>>): string {
  if (route.path.endsWith('/evidence/push')) return '?filename=x.txt&performed_at=2026-01-05';
  if (route.body === 'bytes') return '?filename=x.txt';
  if (route.path.endsWith('/mappings') && route.method === 'DELETE') return '?to=soc2:2017/CC6.1';
  if (route.path.endsWith('/consistency')) return '?from=1&to=1';
  if (route.path.endsWith('/proof')) return `?subject=${params['evidence'] ?? ''}`;
  if (route.path.endsWith('/documents/{document}')) return '?format=md';
  if (/\/(window-starts|sampled-days)$/.test(route.path)) return '?from=2026-01-01&until=2026-07-01';
  return '';
}
