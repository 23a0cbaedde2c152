// Who is there: sessions are opened by those who have shown who they are, and answer for them until they are over.
import { err, instantOfMillis, lent, millisOfInstant, ok, type Instant, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { newId, newSecret, sha256Hex } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { findCaller, type SessionRow, type TokenRow } from './callers.repository.ts';
import { noteIdentity } from './identityEvents.repository.ts';
import { shownHash, type Origin } from './origin.ts';
import type { Membership, Person, Principal } from './scope.ts';
import { viewedAs, type Viewed } from './viewing/viewing.usecases.ts';
import {
  addLoginLink,
  addSession,
  endSession,
  localOwner,
  spendLoginLink,
  touchSession,
  touchToken,
  type Device,
} from './sessions.repository.ts';

/** Life of a sign-in link, in minutes. */
const LINK_MINUTES = 60;

function later(now: Instant, minutes: number): Instant {
  return instantOfMillis(millisOfInstant(now) + minutes * 60_000);
}

/** The one owner of a local installation. */
export function theOwner(deps: Deps): Promise<Principal> {
  const now = deps.clock.now();
  return deps.db.inIdentity((tx) =>
    localOwner(tx, { id: newId('principal', now), name: 'Local owner', now }),
  );
}

/** A link that signs in once. */
export async function newLoginLink(deps: Deps): Promise<string> {
  const owner = await theOwner(deps);
  const secret = newSecret();
  await deps.db.inIdentity((tx) =>
    addLoginLink(tx, {
      hash: sha256Hex(secret),
      principal: owner.id,
      expiresAt: later(deps.clock.now(), LINK_MINUTES),
    }),
  );
  return secret;
}

export interface NewSession {
  readonly token: string;
  readonly csrf: string;
}

/** Opens a session for somebody who has shown who they are, by these factors. */
export async function openSession(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'signIn'>,
  of: {
    readonly principal: Principal;
    readonly factors: readonly string[];
    readonly from: Device;
    /** Whether the factors count as having shown just now who one is. */
    readonly shown?: boolean;
  },
): Promise<NewSession> {
  const now = deps.clock.now();
  const token = newSecret();
  const csrf = csrfOf(token);
  await addSession(tx, {
    hash: sha256Hex(token),
    csrfHash: sha256Hex(csrf),
    principal: of.principal.id,
    factors: of.factors,
    from: of.from,
    steppedUpAt: of.shown === true ? now : null,
    now,
    expiresAt: later(now, deps.signIn.absoluteMinutes),
  });
  await noteIdentity(tx, {
    kind: 'sign_in.done',
    at: now,
    principal: of.principal.id,
    origin: { ...strangerFrom(of.from), via: { kind: 'session', id: shownHash(token) } },
    detail: { factors: [...of.factors] },
  });
  return { token, csrf };
}

/** Trades a link for a session; the second to try gets nothing. */
export async function signIn(
  deps: Pick<Deps, 'clock' | 'db' | 'signIn'>,
  link: string,
  from: Device,
): Promise<Result<NewSession, Refusal>> {
  const now = deps.clock.now();
  return deps.db.inIdentity(async (tx) => {
    const principal = await spendLoginLink(tx, sha256Hex(link), now);
    if (!principal || principal.disabledAt !== null) {
      await noteRefused(tx, { principal: principal?.id ?? null, from, at: now });
      return err({
        code: 'access.link_spent',
        detail: 'This link was used or has expired. Start Assay again, or run assay login, for a new one.',
      });
    }
    return ok(await openSession(tx, deps, { principal, factors: ['link'], from, shown: true }));
  });
}

/** Notes that somebody tried to sign in and was not let in. */
export function noteRefused(
  tx: Tx,
  tried: {
    readonly principal: Principal['id'] | null;
    readonly from: Device;
    readonly at: Instant;
    readonly by?: string | undefined;
    /** Where the way of signing in says more than that it failed. */
    readonly because?: string;
  },
): Promise<void> {
  const { principal, from, at, by, because } = tried;
  const detail = { ...(by === undefined ? {} : { by }), ...(because === undefined ? {} : { because }) };
  return noteIdentity(tx, { kind: 'sign_in.refused', at, principal, origin: strangerFrom(from), detail });
}

/** Whoever comes from there, before anybody knows who it is. */
function strangerFrom({ address }: Device): Origin {
  return { requestId: '', address, via: { kind: 'nobody', id: '' } };
}

/** Ends a session; what it opened is closed at once. */
export function signOut(deps: Deps, token: string): Promise<void> {
  const via = { kind: 'session', id: shownHash(token) } as const;
  return deps.db.inIdentity(async (tx) => {
    await endSession(tx, sha256Hex(token));
    await noteIdentity(tx, {
      kind: 'sign_out.done',
      at: deps.clock.now(),
      principal: null,
      origin: { requestId: '', address: null, via },
    });
  });
}

/** The CSRF token follows from the session's secret, so a page can be given it again. */
export function csrfOf(token: string): string {
  return sha256Hex(`csrf:${token}`);
}

/** Somebody who calls, with what they hold in the organisation that was named. */
export interface Identified {
  readonly principal: Person;
  readonly membership: Membership | undefined;
  readonly session?: SessionRow | undefined;
  readonly token?: TokenRow | undefined;
  /** As whom they look at a demo organisation; what they hold there is that member's. */
  readonly viewed?: Viewed | undefined;
}

/** Who a session belongs to; undefined when it is idle, over or unknown, or its person is disabled. */
export async function whoIs(
  deps: Deps,
  token: string,
  slug: string | undefined,
): Promise<Identified | undefined> {
  const now = deps.clock.now();
  const hash = sha256Hex(token);
  const found = await deps.pool.alone((db) => findCaller(db, { session: hash, slug }));
  const session = found?.session;
  if (!session || session.expiresAt <= now || found.principal.disabledAt !== null) return undefined;
  if (later(session.seenAt, deps.signIn.idleMinutes) <= now) return undefined;
  if (later(session.seenAt, 1) <= now) await deps.db.inIdentity((tx) => touchSession(tx, hash, now));
  const viewed = await viewedAs(deps, { hash }, found.membership);
  return viewed ? { ...found, viewed, membership: viewed.membership } : found;
}

/** Whose API token it is: never more than its owner holds today, and only in its own organisation. */
export async function whoHolds(
  deps: Deps,
  secret: string,
  slug: string | undefined,
): Promise<Identified | undefined> {
  const now = deps.clock.now();
  const hash = sha256Hex(secret);
  const found = await deps.pool.alone((db) => findCaller(db, { token: hash, slug }));
  const token = found?.token;
  if (!token || token.endedAt !== null || token.expiresAt <= now) return undefined;
  if (found.principal.disabledAt !== null) return undefined;
  if (token.usedAt === null || later(token.usedAt, 1) <= now)
    await deps.db.inIdentity((tx) => touchToken(tx, hash, now));
  return { ...found, membership: found.membership && lentTo(token, found.membership) };
}

/** What a token may in an organisation: of what its owner holds there, what it was lent; elsewhere it is nobody. */
export function lentTo(token: TokenRow, membership: Membership): Membership | undefined {
  return membership.org === token.org
    ? { ...membership, held: lent(membership.held, token.scopes) }
    : undefined;
}

/** The local owner, as the machine's own token calls. */
export async function whoOwns(deps: Deps, slug: string | undefined): Promise<Identified> {
  const found = await deps.pool.alone((db) => findCaller(db, { slug }));
  if (found) return found;
  const owner = await theOwner(deps);
  return { principal: { ...owner, email: null, disabledAt: null }, membership: undefined };
}
