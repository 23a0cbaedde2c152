// People, the links that sign in once, and sessions.
import type { Id, Instant } from '@assay/core';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import { idOf } from './identified.ts';
import type { Person, Principal } from './scope.ts';

/** Where an invitation leads. */
const invitationLink = z.object({
  org: z.string().transform((text) => idOf('organisation', text)),
  slug: z.string(),
  invitation: z.string(),
  /** Mailed links alone prove the address: the other one is shown to whoever invites, to be handed over. */
  by: z.enum(['mail', 'hand']).default('hand'),
});
export type InvitationLink = z.infer<typeof invitationLink>;

/** What somebody signs in with, as it says of itself. */
export interface Device {
  readonly agent: string;
  readonly address: string;
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
  await insertPerson(tx, { ...fresh, email: null });
  return { id: fresh.id, name: fresh.name };
}

/** Somebody new; their address is verified when a letter brought them. False when somebody has it already. */
export async function insertPerson(
  tx: Tx,
  fresh: {
    readonly id: Id<'principal'>;
    readonly name: string;
    readonly email: string | null;
    readonly verified?: boolean;
    readonly now: Instant;
  },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('principals')
    .values({
      principal_id: fresh.id,
      name: fresh.name,
      created_at: fresh.now,
      email: fresh.email,
      email_verified_at: fresh.verified === true ? fresh.now : null,
      disabled_at: null,
    })
    .onConflict((on) => on.doNothing())
    .returning('principal_id')
    .executeTakeFirst();
  return inserted !== undefined;
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

/** A link to join an organisation, without a person behind it yet. */
export async function addInvitationLink(
  tx: Tx,
  link: { readonly hash: string; readonly told: InvitationLink; readonly expiresAt: Instant },
): Promise<void> {
  await tx
    .insertInto('login_links')
    .values({
      token_hash: link.hash,
      principal_id: null,
      purpose: 'join',
      told: JSON.stringify(link.told),
      expires_at: link.expiresAt,
      spent_at: null,
    })
    .execute();
}

export async function findInvitationLink(
  tx: Tx,
  hash: string,
  now: Instant,
): Promise<InvitationLink | undefined> {
  const row = await tx
    .selectFrom('login_links')
    .select('told')
    .where('token_hash', '=', hash)
    .where('purpose', '=', 'join')
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && invitationLink.parse(row.told);
}

/** Spends the link: of many who try at once exactly one joins. */
export async function spendInvitationLink(tx: Tx, hash: string, now: Instant): Promise<boolean> {
  const spent = await tx
    .updateTable('login_links')
    .set({ spent_at: now })
    .where('token_hash', '=', hash)
    .where('purpose', '=', 'join')
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('token_hash')
    .executeTakeFirst();
  return spent !== undefined;
}

/** Spends whatever links there are to an invitation. */
export async function endLinksOf(tx: Tx, of: { readonly invitation: string }, now: Instant): Promise<void> {
  await sql`update login_links set spent_at = ${now} where purpose = 'join' and told->>'invitation' = ${of.invitation} and spent_at is null`.execute(
    tx,
  );
}

export async function setDisabled(tx: Tx, id: string, at: Instant | null): Promise<void> {
  await tx.updateTable('principals').set({ disabled_at: at }).where('principal_id', '=', id).execute();
}

/** Which of these people can sign in nowhere any more. */
export async function disabledAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('principals')
    .select('principal_id')
    .where('principal_id', 'in', [...ids])
    .where('disabled_at', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.principal_id));
}

/** Addresses of people, where they have one. */
export async function addressesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('principals')
    .select(['principal_id', 'email'])
    .where('principal_id', 'in', [...ids])
    .execute();
  return new Map(
    rows.flatMap(({ principal_id, email }) => (email === null ? [] : [[principal_id, email] as const])),
  );
}

/** Spends a link: exactly one caller gets the person, however many try at once. */
export async function spendLoginLink(tx: Tx, hash: string, now: Instant): Promise<Person | undefined> {
  const spent = await tx
    .updateTable('login_links')
    .set({ spent_at: now })
    .where('token_hash', '=', hash)
    .where('purpose', '=', 'sign_in')
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('principal_id')
    .executeTakeFirst();
  return !spent || spent.principal_id === null ? undefined : findPrincipal(tx, spent.principal_id);
}

export async function addSession(
  tx: Tx,
  session: {
    readonly hash: string;
    readonly csrfHash: string;
    readonly principal: Id<'principal'>;
    readonly factors: readonly string[];
    readonly from: Device;
    readonly steppedUpAt: Instant | null;
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
      factors: [...session.factors],
      agent: session.from.agent,
      address: session.from.address,
      stepped_up_at: session.steppedUpAt,
    })
    .execute();
}

/** A token says when it was used last, to the minute. */
export async function touchToken(tx: Tx, hash: string, now: Instant): Promise<void> {
  await tx.updateTable('api_tokens').set({ used_at: now }).where('token_hash', '=', hash).execute();
}

export async function touchSession(tx: Tx, hash: string, now: Instant): Promise<void> {
  await tx.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', hash).execute();
}

export async function endSession(tx: Tx, hash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', hash).execute();
}

export async function findPrincipal(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await tx.selectFrom('principals').selectAll().where('principal_id', '=', id).executeTakeFirst();
  return (
    row && {
      id: idOf('principal', row.principal_id),
      name: row.name,
      email: row.email,
      disabledAt: row.disabled_at,
    }
  );
}
