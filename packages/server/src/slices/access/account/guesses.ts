// Codes are short: whoever has a password and guesses on is stopped long before a guess is likely.
import { instantOfMillis, millisOfInstant } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { codesRefusedSince } from '../identityEvents.repository.ts';

/** With three codes valid at a time, 20 guesses an hour find one of a million in about two years. */
const GUESSES_PER_HOUR = 20;

export const GUESSED: Refusal = {
  code: 'access.too_many_tries',
  detail: 'Too many codes were tried in this hour. Use a passkey, or wait until it is over.',
};

/** Whether an account was tried too often in the last hour to look at another code. */
export async function guessedOften(deps: Pick<Deps, 'pool' | 'clock'>, principal: string): Promise<boolean> {
  const since = instantOfMillis(millisOfInstant(deps.clock.now()) - 3_600_000);
  return deps.pool.inIdentity(
    async (tx) => (await codesRefusedSince(tx, principal, since)) >= GUESSES_PER_HOUR,
  );
}
