// Whose account it is, whether they have shown just now who they are, and what is said of a change of it.
import { millisOfInstant, type Instant } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { SessionRow } from '../callers.repository.ts';
import { noteIdentity, type IdentityEvent } from '../identityEvents.repository.ts';
import type { Origin } from '../origin.ts';
import type { Person } from '../scope.ts';
import { endSessions, passkeysOf, passwordOf } from './account.repository.ts';

/** How long it counts that one has shown who one is, in minutes. */
const STEP_UP_MINUTES = 5;

export interface Mine {
  readonly deps: Deps;
  readonly principal: Person;
  readonly session: SessionRow | undefined;
  readonly now: Instant;
  readonly origin: Origin;
}

/**
 * Whether one has shown who one is within minutes. The machine’s own command line has; an account with neither
 * password nor passkey has nothing to show but the link it came by.
 */
export function isSteppedUp(session: SessionRow | undefined, now: Instant): boolean {
  if (!session) return false;
  const fresh = (at: Instant): boolean =>
    millisOfInstant(at) + STEP_UP_MINUTES * 60_000 > millisOfInstant(now);
  return session.steppedUpAt !== null && fresh(session.steppedUpAt);
}

/** What asks for a step-up is refused without one; somebody who has nothing to show yet may add their first way. */
export async function proven(mine: Mine): Promise<Refusal | undefined> {
  if (!mine.session || isSteppedUp(mine.session, mine.now)) return undefined;
  const ways = await mine.deps.pool.inIdentity(async (tx) => ({
    password: await passwordOf(tx, mine.principal.id),
    passkeys: await passkeysOf(tx, mine.principal.id),
  }));
  if (ways.password || ways.passkeys.length > 0)
    return { code: 'access.step_up', detail: 'Confirm with your passkey or password first.' };
  // Whoever signs in by a provider or a mailed link alone shows it by signing in; who was just let in adds a first way.
  const elsewhere = mine.session.factors.some((factor) => factor === 'oidc' || factor === 'mail');
  return elsewhere
    ? {
        code: 'access.step_up',
        detail: 'Sign out, sign in again, and do this within five minutes; or add a passkey then.',
      }
    : undefined;
}

/** Notes what changed in how somebody signs in. */
export function noteOf(
  tx: Tx,
  { principal, now, origin }: Mine,
  what: Pick<IdentityEvent, 'kind' | 'detail'>,
): Promise<void> {
  return noteIdentity(tx, { ...what, at: now, principal: principal.id, origin });
}

/** A caller without a session, as the machine’s command line, ends them all. */
export function endOthers({ principal, session }: Mine) {
  return (tx: Parameters<typeof endSessions>[0]): Promise<number> =>
    endSessions(tx, principal.id, { but: session?.id ?? '' });
}
