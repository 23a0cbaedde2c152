// Members, roles of its own, invitations and tokens of an organisation: each a record that is kept whole. Beside them
// the realm of identity knows who belongs where, and nothing else.
import type { Id, Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import {
  documentVersions,
  type DocumentRecord,
  type DocumentThing,
} from '../../platform/postgres/documentVersions.repository.ts';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import { membershipOf } from './callers.repository.ts';
import { readMember } from './held.ts';
import type { Membership, OrgScope } from './scope.ts';

const KINDS = [
  'member',
  'role',
  'invitation',
  'token',
  'sign_in',
  'provisioned',
  'group',
  'ending',
  'transfer',
] as const;
export type AccessKind = (typeof KINDS)[number];

export type AccessRecord = DocumentRecord<AccessKind>;
export type AccessThing = DocumentThing<AccessKind> & { readonly document: object };

const kept = documentVersions('access_versions', KINDS);

export async function listAccess(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly AccessRecord[]> {
  return kept.list(tx, scope, at);
}

/** Writes the next version; the caller holds the turn in which the one before was read, and records it. */
export async function insertAccess(
  tx: Tx,
  scope: OrgScope,
  next: AccessThing,
  now: Instant,
): Promise<number> {
  return kept.write(tx, scope, next, now);
}

export async function accessVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  return kept.versions(tx, scope);
}

/** Everything a person belongs to, demo companies first. */
export async function membershipsOf(tx: Tx, principal: Id<'principal'>): Promise<readonly Membership[]> {
  const { rows } = await sql<Parameters<typeof membershipOf>[0]>`
    select * from memberships_of(${principal})`.execute(tx);
  return rows.flatMap((row) => membershipOf(row) ?? []);
}

/** Names of those who belong to an organisation, by principal; read in its realm. */
export async function membersOf(tx: Tx, scope: OrgScope): Promise<ReadonlyMap<string, string>> {
  const all = await listAccess(tx, scope);
  return new Map(
    all.flatMap(({ kind, thing, document }) => {
      if (kind !== 'member') return [];
      const member = readMember(document);
      return member.state === 'active' ? [[thing, member.name] as const] : [];
    }),
  );
}

/**
 * Notes in the realm of identity that a person belongs somewhere, or no longer does. The people of a demo are no persons
 * there: they hold what members hold, and nobody can ever sign in as one.
 */
export async function noteBelonging(
  identity: Tx,
  of: { readonly org: Id<'organisation'>; readonly principal: string; readonly belongs: boolean },
): Promise<void> {
  if (of.belongs)
    await identity
      .insertInto('memberships')
      .columns(['org_id', 'principal_id', 'role_before'])
      .expression((from) =>
        from
          .selectFrom('principals')
          .select((on) => [
            on.val<string>(of.org).as('org_id'),
            on.ref('principal_id').as('principal_id'),
            on.val<string | null>(null).as('role_before'),
          ])
          .where('principal_id', '=', of.principal),
      )
      .onConflict((on) => on.columns(['org_id', 'principal_id']).doNothing())
      .execute();
  else
    await identity
      .deleteFrom('memberships')
      .where('org_id', '=', of.org)
      .where('principal_id', '=', of.principal)
      .execute();
}

/** Those whose role still waits to be carried over from before there were grants. */
export async function waitingMembers(identity: Tx): Promise<
  readonly {
    readonly org: string;
    readonly principal: string;
    readonly name: string;
    readonly role: string;
  }[]
> {
  const { rows } = await sql<{ org: string; principal: string; name: string; role: string }>`
    select m.org_id as org, m.principal_id as principal, p.name, m.role_before as role
    from memberships m join principals p on p.principal_id = m.principal_id
    where m.role_before is not null order by m.org_id, p.created_at`.execute(identity);
  return rows;
}

export async function markCarried(identity: Tx, org: string, principal: string): Promise<void> {
  await identity
    .updateTable('memberships')
    .set({ role_before: null })
    .where('org_id', '=', org)
    .where('principal_id', '=', principal)
    .execute();
}
