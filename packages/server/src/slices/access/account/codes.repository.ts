// Codes of an authenticator, and those that are kept on paper for the day it is lost.
import type { Instant } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';

export interface CodesRow {
  /** The shared secret, sealed for its owner. */
  readonly sealed: string;
  /** Null until a first code was shown: nothing asks for codes before. */
  readonly confirmedAt: Instant | null;
}

export async function codesOf(tx: Tx, principal: string): Promise<CodesRow | undefined> {
  const row = await tx
    .selectFrom('one_time_codes')
    .select(['sealed', 'confirmed_at'])
    .where('principal_id', '=', principal)
    .executeTakeFirst();
  return row && { sealed: row.sealed.toString('utf8'), confirmedAt: row.confirmed_at };
}

/** Keeps a secret that waits for its first code; one that is confirmed stays, and the answer is false. */
export async function keepCodes(tx: Tx, principal: string, sealed: string): Promise<boolean> {
  const fresh = { sealed: Buffer.from(sealed, 'utf8'), confirmed_at: null, last_step: 0 };
  const kept = await tx
    .insertInto('one_time_codes')
    .values({ principal_id: principal, ...fresh })
    .onConflict((on) =>
      on.column('principal_id').doUpdateSet(fresh).where('one_time_codes.confirmed_at', 'is', null),
    )
    .returning('principal_id')
    .executeTakeFirst();
  return kept !== undefined;
}

export async function confirmCodes(tx: Tx, principal: string, now: Instant): Promise<void> {
  await tx
    .updateTable('one_time_codes')
    .set({ confirmed_at: now })
    .where('principal_id', '=', principal)
    .execute();
}

/** Takes the half minute of a code: one that was used, and all before it, are not taken again. */
export async function spendStep(tx: Tx, principal: string, step: number): Promise<boolean> {
  const spent = await tx
    .updateTable('one_time_codes')
    .set({ last_step: step })
    .where('principal_id', '=', principal)
    .where('last_step', '<', step)
    .returning('principal_id')
    .executeTakeFirst();
  return spent !== undefined;
}

/** Every secret of everybody, to be wrapped anew. */
export async function rewrapCodes(tx: Tx, rewrap: (principal: string, sealed: string) => string) {
  const rows = await tx.selectFrom('one_time_codes').select(['principal_id', 'sealed']).execute();
  for (const { principal_id, sealed } of rows)
    await tx
      .updateTable('one_time_codes')
      .set({ sealed: Buffer.from(rewrap(principal_id, sealed.toString('utf8')), 'utf8') })
      .where('principal_id', '=', principal_id)
      .execute();
}

export async function dropCodes(tx: Tx, principal: string): Promise<boolean> {
  await tx.deleteFrom('recovery_codes').where('principal_id', '=', principal).execute();
  const gone = await tx
    .deleteFrom('one_time_codes')
    .where('principal_id', '=', principal)
    .returning('principal_id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Puts new codes in place of all that there were. */
export async function keepRecovery(tx: Tx, principal: string, hashes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('principal_id', '=', principal).execute();
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((code_hash) => ({ principal_id: principal, code_hash, spent_at: null })))
    .execute();
}

/** Each works once, however often it is tried at the same moment. */
export async function spendRecovery(tx: Tx, principal: string, hash: string, now: Instant): Promise<boolean> {
  const spent = await tx
    .updateTable('recovery_codes')
    .set({ spent_at: now })
    .where('principal_id', '=', principal)
    .where('code_hash', '=', hash)
    .where('spent_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst();
  return spent !== undefined;
}

export async function recoveryLeft(tx: Tx, principal: string): Promise<number> {
  const row = await tx
    .selectFrom('recovery_codes')
    .select((of) => of.fn.countAll<number>().as('left'))
    .where('principal_id', '=', principal)
    .where('spent_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.left ?? 0);
}
