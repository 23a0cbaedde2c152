// Links that are mailed: to sign in with, or to show whose an address is. Each works once, within minutes.
import { instantOfMillis, millisOfInstant, type Instant } from '@assay/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { newSecret, sha256Hex } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';

export const LETTER_MINUTES = 10;
/** Of one kind to one person while the first is still good: nobody’s mailbox is filled by somebody else. */
const AT_ONCE = 3;

export type MailedPurpose = 'mail' | 'address';

const told = z.object({ email: z.string() });

/** The secret of a new link; undefined when enough are under way. */
export async function newMailed(
  tx: Tx,
  of: {
    readonly purpose: MailedPurpose;
    readonly principal: string;
    readonly email: string;
    readonly now: Instant;
  },
): Promise<string | undefined> {
  const open = await tx
    .selectFrom('login_links')
    .select(sql<number>`count(*)`.as('links'))
    .where('principal_id', '=', of.principal)
    .where('purpose', '=', of.purpose)
    .where('expires_at', '>', of.now)
    .executeTakeFirst();
  if (Number(open?.links ?? 0) >= AT_ONCE) return undefined;
  const secret = newSecret();
  await tx
    .insertInto('login_links')
    .values({
      token_hash: sha256Hex(secret),
      principal_id: of.principal,
      purpose: of.purpose,
      told: JSON.stringify({ email: of.email }),
      expires_at: instantOfMillis(millisOfInstant(of.now) + LETTER_MINUTES * 60_000),
      spent_at: null,
    })
    .execute();
  return secret;
}

/** Spends a link: whose it is and to which address it went. */
export async function spendMailed(
  tx: Tx,
  of: { readonly purpose: MailedPurpose; readonly secret: string; readonly now: Instant },
): Promise<{ readonly principal: string; readonly email: string } | undefined> {
  const spent = await tx
    .updateTable('login_links')
    .set({ spent_at: of.now })
    .where('token_hash', '=', sha256Hex(of.secret))
    .where('purpose', '=', of.purpose)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', of.now)
    .returning(['principal_id', 'told'])
    .executeTakeFirst();
  return spent && spent.principal_id !== null
    ? { principal: spent.principal_id, email: told.parse(spent.told).email }
    : undefined;
}
