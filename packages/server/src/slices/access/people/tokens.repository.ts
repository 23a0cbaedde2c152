// Secrets of API tokens, as hashes, in the realm of identity: a caller is found by one before any organisation is entered.
import type { Instant } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';

export async function addToken(
  identity: Tx,
  token: {
    readonly id: string;
    readonly hash: string;
    readonly org: string;
    readonly principal: string;
    readonly scopes: readonly string[];
    readonly expiresAt: Instant;
  },
): Promise<void> {
  await identity
    .insertInto('api_tokens')
    .values({
      token_hash: token.hash,
      token_id: token.id,
      org_id: token.org,
      principal_id: token.principal,
      scopes: [...token.scopes],
      expires_at: token.expiresAt,
      ended_at: null,
      used_at: null,
    })
    .execute();
}

export async function endToken(
  identity: Tx,
  of: { readonly id: string; readonly org: string; readonly now: Instant },
): Promise<void> {
  await identity
    .updateTable('api_tokens')
    .set({ ended_at: of.now })
    .where('token_id', '=', of.id)
    .where('org_id', '=', of.org)
    .execute();
}

/** When each token of an organisation was used last. */
export async function tokenUses(identity: Tx, org: string): Promise<ReadonlyMap<string, Instant | null>> {
  const rows = await identity
    .selectFrom('api_tokens')
    .select(['token_id', 'used_at'])
    .where('org_id', '=', org)
    .execute();
  return new Map(rows.map((row) => [row.token_id, row.used_at]));
}
