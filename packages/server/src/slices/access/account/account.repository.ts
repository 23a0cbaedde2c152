// Ways to sign in, and what is open in a person’s name.
import type { Id, Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import { idOf } from '../identified.ts';
import type { Person } from '../scope.ts';

export interface PasskeyRow {
  readonly id: string;
  readonly principal: Id<'principal'>;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  readonly name: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
}

/** Whoever says that an address is theirs, or only whoever answered a letter that was sent there. */
export async function personByEmail(
  tx: Tx,
  email: string,
  by: 'said' | 'verified',
): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('principals')
    .selectAll()
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .$if(by === 'verified', (query) => query.where('email_verified_at', 'is not', null))
    .executeTakeFirst();
  return (
    row && {
      id: idOf('principal', row.principal_id),
      name: row.name,
      email: row.email,
      disabledAt: row.disabled_at,
    }
  );
}

/** Whether the address that somebody has was shown to be theirs. */
export async function isVerified(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('principals')
    .select('email_verified_at')
    .where('principal_id', '=', id)
    .executeTakeFirst();
  return row !== undefined && row.email_verified_at !== null;
}

export async function renamePerson(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('principals').set({ name }).where('principal_id', '=', id).execute();
}

/** An address that somebody says is theirs: it signs them in, and stands for nothing else until it is verified. */
export async function claimEmail(tx: Tx, id: string, email: string): Promise<void> {
  await tx
    .updateTable('principals')
    .set({ email, email_verified_at: null })
    .where('principal_id', '=', id)
    .execute();
}

/** An address whose letter somebody answered is theirs, whoever else said so. */
export async function verifyEmail(tx: Tx, id: string, email: string, now: Instant): Promise<void> {
  await dropClaims(tx, email, id);
  await tx
    .updateTable('principals')
    .set({ email, email_verified_at: now })
    .where('principal_id', '=', id)
    .execute();
}

/** Takes an address from whoever only says that it is theirs. */
export async function dropClaims(tx: Tx, email: string, but = ''): Promise<void> {
  await tx
    .updateTable('principals')
    .set({ email: null })
    .where(sql<string>`lower(email)`, '=', email.toLowerCase())
    .where('email_verified_at', 'is', null)
    .where('principal_id', '<>', but)
    .execute();
}

export async function passwordOf(
  tx: Tx,
  principal: string,
): Promise<{ readonly hash: string; readonly changedAt: Instant } | undefined> {
  const row = await tx
    .selectFrom('passwords')
    .select(['hash', 'changed_at'])
    .where('principal_id', '=', principal)
    .executeTakeFirst();
  return row && { hash: row.hash, changedAt: row.changed_at };
}

export async function keepPassword(tx: Tx, principal: string, hash: string, now: Instant): Promise<void> {
  await tx
    .insertInto('passwords')
    .values({ principal_id: principal, hash, changed_at: now })
    .onConflict((on) => on.column('principal_id').doUpdateSet({ hash, changed_at: now }))
    .execute();
}

export async function passkeysOf(tx: Tx, principal: string): Promise<readonly PasskeyRow[]> {
  const rows = await tx
    .selectFrom('passkeys')
    .selectAll()
    .where('principal_id', '=', principal)
    .orderBy('created_at')
    .execute();
  return rows.map(passkeyOf);
}

export async function findPasskey(tx: Tx, id: string): Promise<PasskeyRow | undefined> {
  const row = await tx.selectFrom('passkeys').selectAll().where('credential_id', '=', id).executeTakeFirst();
  return row && passkeyOf(row);
}

/** False when the same passkey is kept already, by whomever. */
export async function keepPasskey(tx: Tx, key: PasskeyRow): Promise<boolean> {
  const added = await tx
    .insertInto('passkeys')
    .values({
      credential_id: key.id,
      principal_id: key.principal,
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: [...key.transports],
      backed_up: key.backedUp,
      name: key.name,
      created_at: key.createdAt,
      used_at: null,
    })
    .onConflict((on) => on.column('credential_id').doNothing())
    .returning('credential_id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function usePasskey(tx: Tx, id: string, counter: number, now: Instant): Promise<void> {
  await tx.updateTable('passkeys').set({ counter, used_at: now }).where('credential_id', '=', id).execute();
}

export async function dropPasskey(tx: Tx, principal: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('passkeys')
    .where('credential_id', '=', id)
    .where('principal_id', '=', principal)
    .returning('credential_id')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function sessionsOf(tx: Tx, principal: string, now: Instant) {
  return tx
    .selectFrom('sessions')
    .select(['session_id', 'agent', 'address', 'factors', 'created_at', 'seen_at', 'expires_at'])
    .where('principal_id', '=', principal)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute();
}

/** Ends sessions of a person: one, or all but one. */
export async function endSessions(
  tx: Tx,
  principal: string,
  which: { readonly only: string } | { readonly but: string },
): Promise<number> {
  const ended = await tx
    .deleteFrom('sessions')
    .where('principal_id', '=', principal)
    .where('session_id', 'only' in which ? '=' : '<>', 'only' in which ? which.only : which.but)
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

export async function noteStepUp(tx: Tx, session: string, now: Instant): Promise<void> {
  await tx.updateTable('sessions').set({ stepped_up_at: now }).where('session_id', '=', session).execute();
}

function passkeyOf(row: {
  credential_id: string;
  principal_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  backed_up: boolean;
  name: string;
  created_at: Instant;
  used_at: Instant | null;
}): PasskeyRow {
  return {
    id: row.credential_id,
    principal: idOf('principal', row.principal_id),
    publicKey: new Uint8Array(row.public_key),
    counter: row.counter,
    transports: row.transports,
    backedUp: row.backed_up,
    name: row.name,
    createdAt: row.created_at,
    usedAt: row.used_at,
  };
}
