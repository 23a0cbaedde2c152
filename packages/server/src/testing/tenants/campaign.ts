// A house with three organisations and everybody in them, and attacks on it from a seed: each route by each role first,
// then any number of random ones.
import { may, parseId, PERMISSIONS, ROLES } from '@assay/core';
import { Client } from 'pg';
import { z } from 'zod';
import { sha256Hex } from '../../platform/crypto.ts';
import { ownerConnection } from '../../platform/postgres/database.ts';
import { TENANT_TABLES } from '../../slices/access/erase.repository.ts';
import { wholly } from '../../slices/access/held.ts';
import { writeMember } from '../../slices/access/members.usecases.ts';
import type { OrgScope } from '../../slices/access/access.module.ts';
import { send, type House } from '../house.ts';
import {
  asStranger,
  ASKED,
  byAddress,
  byBody,
  byHeader,
  byPath,
  byQuery,
  inOwn,
  isSpared,
  ofSelf,
  PLACES,
  SCOPED,
  WITH_THINGS,
  type Actor,
  type Attack,
} from './attacks.ts';
import { fire, type Breach } from './judge.ts';
import { treasure, type Treasure } from './treasure.ts';

const [VICTIM, TWIN, BARE] = ['zqalfa', 'zqtwin', 'zqbare'] as const;
const NAMES = [VICTIM, TWIN, BARE];
/** Requests in flight. */
const LANES = 8;
/** They compute for a second or more: one of so many random ones is let through. */
const HEAVY = /^(plan|plan_\w+|advice|losses|export|documents|path|digests)\./;

export interface World {
  readonly house: House;
  /** Nobody of it acts: what it holds must stay as it is. */
  readonly victim: Treasure;
  /** Its things have the very codes of the victim's. */
  readonly twin: Treasure;
  /** Nothing is in it: whatever is found there is somebody else's. */
  readonly bare: Treasure;
  readonly actors: readonly Actor[];
}

export async function openWorld(house: House): Promise<World> {
  const filled = [await house.organisation(VICTIM), await house.organisation(TWIN)] as const;
  const [victim, twin] = await Promise.all([
    treasure(house, filled[0], ['owner']),
    treasure(house, filled[1], ['owner']),
  ]);
  const scope = await house.organisation(BARE);
  const bare: Treasure = {
    scope,
    key: 'bare',
    address: victim.address,
    bodies: victim.bodies,
    params: { ...victim.params, org: BARE },
  };
  const actors: Actor[] = [];
  for (const [home, of] of [
    [BARE, scope],
    [TWIN, twin.scope],
  ] as const)
    for (const role of ROLES)
      actors.push({ home, role, headers: await house.person(of, role), member: [home] });
  actors.push(await inBoth(house, scope, twin.scope), await byToken(house, scope));
  return { house, victim, twin, bare, actors };
}

/** Somebody who owns one organisation and reads another: rights and things of the two must not mix. */
async function inBoth(house: House, owned: OrgScope, read: OrgScope): Promise<Actor> {
  const headers = await house.person(owned, 'owner');
  const token = (headers['cookie'] ?? '').split('=')[1] ?? '';
  const { principal_id } = await house.deps.db.inIdentity((tx) =>
    tx
      .selectFrom('sessions')
      .select('principal_id')
      .where('token_hash', '=', sha256Hex(token))
      .executeTakeFirstOrThrow(),
  );
  const principal = parseId('principal', principal_id);
  if (principal === undefined) throw new Error(`${principal_id} is nobody`);
  const member = { name: 'in both', email: null, state: 'active' as const, grants: [wholly('reader')] };
  await rename(house, principal);
  await writeMember(house.deps, read, { principal, member }, house.deps.clock.now());
  return { home: owned.slug, role: 'owner', headers, member: [owned.slug, read.slug] };
}

/** A program with a token for everything that an owner of the organisation may. */
async function byToken(house: House, scope: OrgScope): Promise<Actor> {
  const made = await send(house, 'POST', `/v1/orgs/${scope.slug}/tokens`, {
    headers: await house.person(scope, 'owner'),
    body: { name: 'canary', scopes: PERMISSIONS.filter((permission) => may('owner', permission)) },
  });
  const { secret } = z.object({ secret: z.string() }).parse(await made.json());
  const headers = { authorization: `Bearer ${secret}` };
  return { home: scope.slug, role: 'owner', headers, member: [scope.slug] };
}

/** Names the person after neither of the two, for both name their members. */
async function rename(house: House, principal: string): Promise<void> {
  const owner = new Client(ownerConnection(house.place));
  await owner.connect();
  try {
    await owner.query("select set_config('assay.org_id', 'identity', false)");
    await owner.query("update principals set name = 'in both' where principal_id = $1", [principal]);
  } finally {
    await owner.end();
  }
}

/** Every route by every role in every way that has an answer of its own; reads of one's own by owners. */
export function sweep({ victim, twin, bare, actors }: World): readonly Attack[] {
  const owners = actors.filter(({ role }) => role === 'owner');
  const [anybody] = actors;
  return [
    ...actors.map(ofSelf),
    ...[twin, bare].flatMap((own) => (anybody ? byAddress(anybody, own.scope.slug, victim.address) : [])),
    ...(anybody ? byAddress(anybody, VICTIM, twin.address) : []),
    ...actors.flatMap((actor) => SCOPED.map((entry) => asStranger(entry, actor, victim))),
    ...actors
      .filter(({ home, member }) => home === BARE && member.length === 1)
      .flatMap((actor) => WITH_THINGS.map((entry) => byPath(entry, actor, victim))),
    ...owners
      .filter(({ home }) => home === TWIN)
      .flatMap((actor) =>
        SCOPED.filter(([, { method }]) => method === 'GET').map((entry) => inOwn(entry, actor, twin)),
      ),
    ...owners
      .filter(({ home, member }) => home === BARE && member.length === 1)
      .flatMap((actor) =>
        SCOPED.filter(([, { method, path }]) => method === 'GET' && !/\{(?!org)/.test(path)).map((entry) =>
          inOwn(entry, actor, bare),
        ),
      ),
  ];
}

/** So many attacks from a seed: the same seed makes the same ones. */
export function* random(
  world: World,
  run: { readonly seed: number; readonly count: number },
): Generator<Attack> {
  const next = mulberry(run.seed);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  // Words of the victim's own would be found again wherever an attacker had written them.
  const things = [...new Set(Object.values(world.victim.params))].filter((thing) => !thing.includes(VICTIM));
  for (let made = 0; made < run.count;) {
    const attack = one(world, { pick, dice: next(), things });
    if (isSpared(attack.id) && attack.way !== 'stranger') continue;
    if (HEAVY.test(attack.id) && attack.way !== 'stranger' && next() > 0.01) continue;
    made += 1;
    yield attack;
  }
}

function one(
  { victim, twin, bare, actors }: World,
  {
    pick,
    dice,
    things,
  }: {
    readonly pick: <T>(list: readonly T[]) => T;
    readonly dice: number;
    readonly things: readonly string[];
  },
): Attack {
  const actor = pick(actors);
  const own = actor.home === TWIN ? twin : bare;
  if (dice < 0.45) return asStranger(pick(SCOPED), actor, victim);
  if (dice < 0.75) {
    const attack = byPath(pick(WITH_THINGS), actor, victim);
    // The twin has things of the very codes: what it finds is its own.
    return actor.home === TWIN ? { ...attack, allowed: undefined } : attack;
  }
  if (dice < 0.9) {
    const [entry, leaf] = pick(PLACES);
    return byBody(entry, actor, { own, of: victim, leaf, thing: pick(things) });
  }
  if (dice < 0.95) {
    const [entry, name] = pick(ASKED);
    return byQuery(entry, actor, { own, name, thing: pick(things) });
  }
  if (dice < 0.98) return byHeader(pick(SCOPED), actor, { own, of: victim });
  return inOwn(pick(SCOPED.filter(([, { method }]) => method === 'GET')), actor, own);
}

/** Fires them, some at once; what broke a rule, once for each route and rule. */
export async function attackAll(world: World, attacks: Iterable<Attack>): Promise<readonly Breach[]> {
  const queue = attacks[Symbol.iterator]();
  const breaches = new Map<string, Breach>();
  const lane = async (): Promise<void> => {
    for (let each = queue.next(); !each.done; each = queue.next())
      for (const breach of await fire(world.house, each.value, NAMES))
        breaches.set(`${breach.rule} ${each.value.id} ${breach.status}`, breach);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return [...breaches.values()];
}

/** Tables outside every organisation that say who belongs to one, and what may act in it. */
const BELONGING = [
  'directory',
  'memberships',
  'api_tokens',
  'provider_secrets',
  'sign_in_domains',
  'pipeline_trades',
] as const;

/** One hash over every row of an organisation, table by table. */
export async function fingerprint(
  { house }: World,
  { scope }: Treasure,
): Promise<Readonly<Record<string, string>>> {
  const owner = new Client(ownerConnection(house.place));
  await owner.connect();
  try {
    const found: Record<string, string> = {};
    for (const table of [...TENANT_TABLES, ...BELONGING]) {
      const realm = BELONGING.some((each) => each === table) ? 'identity' : scope.org;
      await owner.query("select set_config('assay.org_id', $1, false)", [realm]);
      const { rows } = await owner.query<{ hash: string | null }>(
        `select md5(string_agg(t::text, '|' order by t::text)) as hash from ${table} t where org_id = $1`,
        [scope.org],
      );
      found[table] = rows[0]?.hash ?? '';
    }
    return found;
  } finally {
    await owner.end();
  }
}

/** Numbers from 0 to 1, the same from the same seed (Mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
