// Organisations full of things that are theirs: made through the API as people make them, with the organisation's own
// short name in every text, so that whoever reads it elsewhere has found a hole.
import { Client } from 'pg';
import type { Role } from '@assay/core';
import { ownerConnection } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../../slices/access/access.module.ts';
import { furnish, type Furniture } from '../furniture.ts';
import type { House } from '../house.ts';
import { inscribe } from './columns.ts';
import { furnishMore } from './more.ts';

/** Numbers of things begin here, so that their codes are found in no organisation that begins at one. */
const FIRST = 100_000;
/** Codes of controls have three digits. */
const FIRST_CONTROL = 300;
const COUNTED = [
  'audit',
  'control',
  'evidence',
  'exclusion',
  'finding',
  'finding OBS',
  'isms objective',
  'kept',
  'obligation',
  'plan_baseline',
  'plan_variant',
  'population',
  'risk',
  'room release',
  'sample',
  'soa',
  'task',
  'window',
] as const;

export interface Treasure extends Furniture {
  readonly scope: OrgScope;
  /** Key of an answer that is kept, and the path that it was given to. */
  readonly key: string;
  /** Person and secret of a calendar's address. */
  readonly address: string;
}

/** An organisation with something in every table; codes of its things begin at 100001. */
export async function treasure(
  house: House,
  scope: OrgScope,
  members: readonly Role[] = [],
): Promise<Treasure> {
  const { slug } = scope;
  await asOwner(house, scope, async (owner) => {
    for (const kind of COUNTED)
      await owner.query('insert into counters (org_id, kind, value) values ($1, $2, $3)', [
        scope.org,
        kind,
        kind === 'control' ? FIRST_CONTROL : FIRST,
      ]);
  });
  for (const role of members) await house.person(scope, role);
  const things = await furnish(house, scope);
  const more = await furnishMore(house, scope, things);
  await asOwner(house, scope, (owner) => inscribe(owner, scope));
  return {
    scope,
    key: more.key,
    address: more.address,
    bodies: things.bodies,
    params: { ...things.params, ...more.params, org: slug },
  };
}

/** Runs statements as the owner of the tables, in the realm of one organisation. */
async function asOwner(house: House, scope: OrgScope, work: (owner: Client) => Promise<void>): Promise<void> {
  const owner = new Client(ownerConnection(house.place));
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query("select set_config('assay.org_id', $1, true)", [scope.org]);
    await work(owner);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}
