// Questions that somebody has yet to answer: each is answered once, within minutes, for what it was asked.
import { instantOfMillis, millisOfInstant, type Instant } from '@assay/core';
import { z } from 'zod';
import { newSecret, sha256Hex } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';

export type ChallengeKind =
  | 'passkey_sign_in'
  | 'passkey_new'
  | 'passkey_step_up'
  | 'second_factor'
  | 'provider';

const MINUTES = 5;
const told = z.object({ challenge: z.string() });

/** Keeps a question and answers the secret by which it is found again. */
export async function ask(
  tx: Tx,
  of: {
    readonly kind: ChallengeKind;
    readonly principal: string | null;
    readonly challenge: string;
    readonly now: Instant;
  },
): Promise<string> {
  const secret = newSecret();
  await tx
    .insertInto('challenges')
    .values({
      token_hash: sha256Hex(secret),
      kind: of.kind,
      principal_id: of.principal,
      told: JSON.stringify({ challenge: of.challenge }),
      expires_at: instantOfMillis(millisOfInstant(of.now) + MINUTES * 60_000),
    })
    .execute();
  // Those nobody answered are swept by whoever asks next.
  await tx.deleteFrom('challenges').where('expires_at', '<', of.now).execute();
  return secret;
}

/** Whom a question waits for, and what it holds; it goes on waiting. */
export async function waiting(
  tx: Tx,
  of: { readonly secret: string; readonly kind: ChallengeKind; readonly now: Instant },
): Promise<{ readonly principal: string; readonly challenge: string } | undefined> {
  const row = await tx
    .selectFrom('challenges')
    .select(['principal_id', 'told'])
    .where('token_hash', '=', sha256Hex(of.secret))
    .where('kind', '=', of.kind)
    .where('expires_at', '>', of.now)
    .executeTakeFirst();
  return row && row.principal_id !== null
    ? { principal: row.principal_id, challenge: told.parse(row.told).challenge }
    : undefined;
}

/** Spends a question: the second to answer gets nothing. */
export async function answered(
  tx: Tx,
  of: {
    readonly secret: string;
    readonly kind: ChallengeKind;
    readonly principal: string | null;
    readonly now: Instant;
  },
): Promise<string | undefined> {
  let query = tx
    .deleteFrom('challenges')
    .where('token_hash', '=', sha256Hex(of.secret))
    .where('kind', '=', of.kind)
    .where('expires_at', '>', of.now);
  query =
    of.principal === null
      ? query.where('principal_id', 'is', null)
      : query.where('principal_id', '=', of.principal);
  const row = await query.returning('told').executeTakeFirst();
  return row && told.parse(row.told).challenge;
}
