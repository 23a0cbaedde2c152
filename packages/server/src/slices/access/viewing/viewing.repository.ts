// As whom a session looks at a demo organisation, and what that member holds there.
import type { HeldRole, Id } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import { heldOf, readMember } from '../held.ts';

export interface Viewing {
  readonly org: string;
  readonly member: string;
}

/** Whom the session looks as; by the hash of its secret, or by its name. */
export async function viewingOf(
  identity: Tx,
  session: { readonly hash: string } | { readonly id: string },
): Promise<Viewing | undefined> {
  const all = identity.selectFrom('sessions').select(['viewing_org', 'viewing_member']);
  const row = await (
    'hash' in session ? all.where('token_hash', '=', session.hash) : all.where('session_id', '=', session.id)
  ).executeTakeFirst();
  return row && row.viewing_org !== null && row.viewing_member !== null
    ? { org: row.viewing_org, member: row.viewing_member }
    : undefined;
}

export async function setViewing(identity: Tx, session: string, viewing: Viewing | undefined): Promise<void> {
  await identity
    .updateTable('sessions')
    .set({ viewing_org: viewing?.org ?? null, viewing_member: viewing?.member ?? null })
    .where('session_id', '=', session)
    .execute();
}

/** A member with what they hold today; undefined for whoever belongs there no more. */
export async function memberIn(
  identity: Tx,
  org: Id<'organisation'>,
  member: string,
): Promise<{ readonly name: string; readonly held: readonly HeldRole[] } | undefined> {
  const { rows } = await sql<{ member: unknown; roles: unknown }>`
    select * from held_in(${org}, ${member})`.execute(identity);
  const [row] = rows;
  const held = row && heldOf(row.member, row.roles);
  return held && { name: readMember(row.member).name, held };
}
