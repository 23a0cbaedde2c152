// API tokens: the secret is said once, its hash is kept; what its owner loses, the token loses.
import {
  err,
  instantOfMillis,
  millisOfInstant,
  ok,
  permits,
  tokenText,
  type Permission,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, newSecret, sha256Hex } from '../../../platform/crypto.ts';
import { writeAccess } from '../members.usecases.ts';
import { accessOf, type Access } from './access.readmodel.ts';
import type { TokenDocument } from './documents.ts';
import { addToken, endToken as endSecret } from './tokens.repository.ts';
import type { Work } from './work.ts';

/** Letters that tell a token from others and are of no use to guess it: 8 of 51. */
const SHOWN = 14;

export async function makeToken(
  work: Work,
  asked: { readonly name: string; readonly scopes: readonly Permission[]; readonly days: number },
): Promise<Result<{ readonly access: Access; readonly id: string; readonly secret: string }, Refusal>> {
  const { deps, scope, now } = work;
  const reaches = scope.held.flatMap(({ permissions }) => permissions);
  const beyond = asked.scopes.find(
    (permission) => !permits(scope.held, permission).may && !reaches.includes(permission),
  );
  if (beyond !== undefined)
    return err({
      code: 'access.cannot_grant',
      detail: `A token holds at most what its owner holds, and you lack ${beyond}.`,
    });
  const id = newId('token', now);
  const secret = tokenText(newSecret());
  const token: TokenDocument = {
    name: asked.name,
    owner: scope.principal.id,
    scopes: [...new Set(asked.scopes)],
    begins_with: secret.slice(0, SHOWN),
    created_at: now,
    expires_at: instantOfMillis(millisOfInstant(now) + asked.days * 86_400_000),
    state: 'active',
  };
  await writeAccess(deps, scope, { kind: 'token', thing: id, document: token }, now);
  await deps.db.inIdentity((tx) =>
    addToken(tx, {
      id,
      hash: sha256Hex(secret),
      org: scope.org,
      principal: scope.principal.id,
      scopes: token.scopes,
      expiresAt: token.expires_at,
    }),
  );
  return ok({ access: await accessOf(work), id, secret });
}

/** One’s own; anybody’s for whoever may end those. */
export async function endToken(work: Work, id: string): Promise<Result<true, Refusal>> {
  const access = await accessOf(work);
  const found = access.tokens.find((each) => each.id === id && each.is.state === 'active');
  const theirs = found && (found.is.owner === work.scope.principal.id || work.scope.may('tokens.change'));
  if (!found || !theirs)
    return err({ code: 'access.token_not_found', detail: 'There is no such token that you may end.' });
  await writeAccess(
    work.deps,
    work.scope,
    { kind: 'token', thing: id, document: { ...found.is, state: 'ended' } },
    work.now,
  );
  await work.deps.db.inIdentity((tx) => endSecret(tx, { id, org: work.scope.org, now: work.now }));
  return ok(true);
}
