// Reads and writes of the access slice: people, sessions, organisations and their settings.
import { ROLES, parseId, type Id, type Instant, type Role } from '@assay/core';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/postgres/database.ts';
import { startOfNext } from '../../platform/postgres/versions.ts';
import type { Membership, OrgScope, Principal } from './scope.ts';
import { readSettings, type Settings } from './settings.ts';

export interface CallerRow {
  readonly principal: Principal;
  /** Of the session; null for the local owner, whose token is the machine's. */
  readonly seenAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly membership: Membership | undefined;
}

/** The first owner of a local installation; made once. */
export async function localOwner(
  tx: Tx,
  fresh: { readonly id: Id<'principal'>; readonly name: string; readonly now: Instant },
): Promise<Principal> {
  const found = await tx
    .selectFrom('principals')
    .selectAll()
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  if (found) return { id: idOf('principal', found.principal_id), name: found.name };
  await tx
    .insertInto('principals')
    .values({ principal_id: fresh.id, name: fresh.name, created_at: fresh.now })
    .execute();
  return { id: fresh.id, name: fresh.name };
}

export async function addLoginLink(
  tx: Tx,
  link: { readonly hash: string; readonly principal: Id<'principal'>; readonly expiresAt: Instant },
): Promise<void> {
  await tx
    .insertInto('login_links')
    .values({
      token_hash: link.hash,
      principal_id: link.principal,
      expires_at: link.expiresAt,
      spent_at: null,
    })
    .execute();
}

/** Spends a link: exactly one caller gets the person, however many try at once. */
export async function spendLoginLink(tx: Tx, hash: string, now: Instant): Promise<Principal | undefined> {
  const spent = await tx
    .updateTable('login_links')
    .set({ spent_at: now })
    .where('token_hash', '=', hash)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('principal_id')
    .executeTakeFirst();
  return spent && findPrincipal(tx, spent.principal_id);
}

export async function addSession(
  tx: Tx,
  session: {
    readonly hash: string;
    readonly csrfHash: string;
    readonly principal: Id<'principal'>;
    readonly now: Instant;
    readonly expiresAt: Instant;
  },
): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      token_hash: session.hash,
      csrf_hash: session.csrfHash,
      principal_id: session.principal,
      created_at: session.now,
      seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** Who a session belongs to, or the local owner when none is given, and what they hold in one organisation. */
export async function findCaller(
  db: Db,
  wanted: { readonly session: string | undefined; readonly slug: string | undefined },
): Promise<CallerRow | undefined> {
  const answer = await sql<{
    principal_id: string;
    name: string;
    seen_at: Instant | null;
    expires_at: Instant | null;
    org_id: string | null;
    slug: string;
    org_name: string;
    demo: boolean;
    role: string;
  }>`select * from caller_of(${wanted.session ?? null}, ${wanted.slug ?? null})`.execute(db);
  const [row] = answer.rows;
  return (
    row && {
      principal: { id: idOf('principal', row.principal_id), name: row.name },
      seenAt: row.seen_at,
      expiresAt: row.expires_at,
      membership:
        row.org_id === null
          ? undefined
          : {
              org: idOf('organisation', row.org_id),
              slug: row.slug,
              name: row.org_name,
              demo: row.demo,
              role: roleOf(row.role),
            },
    }
  );
}

export async function touchSession(tx: Tx, hash: string, now: Instant): Promise<void> {
  await tx.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', hash).execute();
}

export async function endSession(tx: Tx, hash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', hash).execute();
}

export async function membershipsOf(tx: Tx, principal: Id<'principal'>): Promise<readonly Membership[]> {
  const rows = await tx
    .selectFrom('memberships')
    .innerJoin('directory', 'directory.org_id', 'memberships.org_id')
    .select(['memberships.org_id', 'slug', 'name', 'demo', 'role'])
    .where('principal_id', '=', principal)
    .orderBy('demo', 'desc')
    .orderBy('slug')
    .execute();
  return rows.map((row) => ({
    org: idOf('organisation', row.org_id),
    slug: row.slug,
    name: row.name,
    demo: row.demo,
    role: roleOf(row.role),
  }));
}

/** Who belongs to an organisation. */
export async function membersOf(tx: Tx, scope: OrgScope): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('memberships')
    .innerJoin('principals', 'principals.principal_id', 'memberships.principal_id')
    .select(['principals.principal_id', 'principals.name'])
    .where('org_id', '=', scope.org)
    .execute();
  return new Map(rows.map((row) => [row.principal_id, row.name]));
}

export async function enterDirectory(
  tx: Tx,
  entry: {
    readonly org: Id<'organisation'>;
    readonly slug: string;
    readonly name: string;
    readonly demo: boolean;
    readonly owner: Id<'principal'>;
  },
): Promise<boolean> {
  const added = await tx
    .insertInto('directory')
    .values({ slug: entry.slug, org_id: entry.org, name: entry.name, demo: entry.demo })
    .onConflict((on) => on.column('slug').doNothing())
    .returning('slug')
    .executeTakeFirst();
  if (!added) return false;
  await tx
    .insertInto('memberships')
    .values({ org_id: entry.org, principal_id: entry.owner, role: 'owner' })
    .execute();
  return true;
}

/** Every organisation of this server, without anybody's rights in it. */
export async function directoryOf(tx: Tx): Promise<readonly Omit<Membership, 'role'>[]> {
  const rows = await tx.selectFrom('directory').selectAll().orderBy('org_id').execute();
  return rows.map(({ org_id, slug, name, demo }) => ({
    org: idOf('organisation', org_id),
    slug,
    name,
    demo,
  }));
}

export async function leaveDirectory(tx: Tx, org: Id<'organisation'>): Promise<void> {
  await tx.deleteFrom('directory').where('org_id', '=', org).execute();
}

export async function renameInDirectory(tx: Tx, org: Id<'organisation'>, name: string): Promise<void> {
  await tx.updateTable('directory').set({ name }).where('org_id', '=', org).execute();
}

export interface OrganisationRecord {
  readonly demo: boolean;
  readonly createdAt: Instant;
  readonly revision: number;
  readonly settings: Settings;
}

export async function findOrganisation(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<OrganisationRecord | undefined> {
  let query = tx
    .selectFrom('organisations')
    .innerJoin('organisation_versions', 'organisation_versions.org_id', 'organisations.org_id')
    .select(['demo', 'created_at', 'revision', 'settings'])
    .where('organisations.org_id', '=', scope.org);
  query =
    at === undefined
      ? query.where('known_until', 'is', null)
      : query
          .where('known_from', '<=', at)
          .where((or) => or.or([or('known_until', 'is', null), or('known_until', '>', at)]));
  const row = await query.executeTakeFirst();
  return (
    row && {
      demo: row.demo,
      createdAt: row.created_at,
      revision: row.revision,
      settings: readSettings(row.settings),
    }
  );
}

export async function insertOrganisation(
  tx: Tx,
  scope: OrgScope,
  record: { readonly demo: boolean; readonly settings: Settings; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto('organisations')
    .values({ org_id: scope.org, slug: scope.slug, demo: record.demo, created_at: record.now })
    .execute();
  await tx
    .insertInto('organisation_versions')
    .values({
      org_id: scope.org,
      revision: 1,
      settings: JSON.stringify(record.settings),
      known_from: record.now,
      known_until: null,
    })
    .execute();
}

/** Writes the next version of the settings; false when somebody was faster. */
export async function changeSettings(
  tx: Tx,
  scope: OrgScope,
  change: { readonly revision: number; readonly settings: Settings; readonly now: Instant },
): Promise<boolean> {
  const held = await tx
    .selectFrom('organisation_versions')
    .select('known_from')
    .where('org_id', '=', scope.org)
    .where('revision', '=', change.revision)
    .where('known_until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return false;
  const from = startOfNext(held.known_from, change.now);
  await tx
    .updateTable('organisation_versions')
    .set({ known_until: from })
    .where('org_id', '=', scope.org)
    .where('revision', '=', change.revision)
    .execute();
  await tx
    .insertInto('organisation_versions')
    .values({
      org_id: scope.org,
      revision: change.revision + 1,
      settings: JSON.stringify(change.settings),
      known_from: from,
      known_until: null,
    })
    .execute();
  return true;
}

/** Takes the next `count` human numbers of a kind and answers the first; the row's lock keeps them without holes. */
export async function nextNumber(tx: Tx, scope: OrgScope, kind: string, count = 1): Promise<number> {
  const row = await tx
    .insertInto('counters')
    .values({ org_id: scope.org, kind, value: count })
    .onConflict((on) =>
      on.columns(['org_id', 'kind']).doUpdateSet((set) => ({ value: set('counters.value', '+', count) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value - count + 1;
}

export async function findPrincipal(tx: Tx, id: string): Promise<Principal | undefined> {
  const row = await tx.selectFrom('principals').selectAll().where('principal_id', '=', id).executeTakeFirst();
  return row && { id: idOf('principal', row.principal_id), name: row.name };
}

function idOf<K extends 'principal' | 'organisation'>(kind: K, text: string): Id<K> {
  const id = parseId(kind, text);
  if (id === undefined) throw new Error(`stored ${kind} id is malformed: ${text}`);
  return id;
}

function roleOf(text: string): Role {
  const role = ROLES.find((each) => each === text);
  if (!role) throw new Error(`stored role is unknown: ${text}`);
  return role;
}
