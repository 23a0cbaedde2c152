// From what somebody has shown to a session: whoever set up an authenticator is asked for its code first.
import { ok, type Instant, type Result } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { openSession, type NewSession } from '../sessions.usecases.ts';
import type { Device } from '../sessions.repository.ts';
import type { Person } from '../scope.ts';
import { passkeysOf } from './account.repository.ts';
import { ask } from './challenges.repository.ts';
import { asksForCode } from './codes.usecases.ts';

export type FirstFactor = 'password' | 'mail';

export type Entered =
  | { readonly state: 'signed_in'; readonly session: NewSession }
  | { readonly state: 'second_factor'; readonly id: string };

interface Shown {
  readonly factor: FirstFactor;
  readonly from: Device;
  readonly now: Instant;
}

/** Opens a session, or asks for the second factor. */
export async function enter(
  deps: Deps,
  person: Person,
  { factor, from, now }: Shown,
): Promise<Result<Entered, Refusal>> {
  if (!(await asksForCode(deps, person.id)))
    return ok({ state: 'signed_in', session: await enterBy(deps, person, { factors: [factor], from }) });
  const id = await deps.db.inIdentity((tx) =>
    ask(tx, { kind: 'second_factor', principal: person.id, challenge: factor, now }),
  );
  return ok({ state: 'second_factor', id });
}

/**
 * A session by these factors. It counts as having shown anew who one is, but for a mailed link where a passkey could be
 * shown: who reads somebody’s mail does not take the passkey away.
 */
export function enterBy(
  deps: Pick<Deps, 'db' | 'clock' | 'signIn'>,
  person: Person,
  of: { readonly factors: readonly string[]; readonly from: Device },
): Promise<NewSession> {
  return deps.db.inIdentity(async (tx) => {
    const mailed = of.factors.includes('mail');
    const shown = !mailed || (await passkeysOf(tx, person.id)).length === 0;
    return openSession(tx, deps, { principal: person, ...of, shown });
  });
}
