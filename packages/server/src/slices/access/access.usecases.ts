// Use cases of access: sign in by a one-time link, start, change and delete organisations.
import { err, instantOfMillis, millisOfInstant, ok, type Instant, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { newId, newSecret, sha256Hex } from '../../platform/crypto.ts';
import { insertControlSet } from '../controls/controls.module.ts';
import { foundedDigests, openLedger, record } from '../evidence/evidence.module.ts';
import {
  addLoginLink,
  addSession,
  changeSettings,
  endSession,
  enterDirectory,
  findCaller,
  findOrganisation,
  insertOrganisation,
  leaveDirectory,
  localOwner,
  membershipsOf,
  renameInDirectory,
  spendLoginLink,
  touchSession,
} from './access.repository.ts';
import { eraseOrganisation } from './erase.repository.ts';
import { OrgScope, type Acting, type Membership, type Principal } from './scope.ts';
import type { Settings } from './settings.ts';

/** Idle and absolute life of a session, and life of a sign-in link, in minutes. */
const IDLE_MINUTES = 30;
const ABSOLUTE_MINUTES = 12 * 60;
const LINK_MINUTES = 60;

export function later(now: Instant, minutes: number): Instant {
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

/** Trades a link for a session; the second to try gets nothing. */
export async function signIn(deps: Deps, link: string): Promise<Result<NewSession, Refusal>> {
  const now = deps.clock.now();
  return deps.db.inIdentity(async (tx) => {
    const principal = await spendLoginLink(tx, sha256Hex(link), now);
    if (!principal)
      return err({
        code: 'access.link_spent',
        detail: 'This link was used or has expired. Start Assay again, or run assay login, for a new one.',
      });
    const token = newSecret();
    const csrf = csrfOf(token);
    await addSession(tx, {
      hash: sha256Hex(token),
      csrfHash: sha256Hex(csrf),
      principal: principal.id,
      now,
      expiresAt: later(now, ABSOLUTE_MINUTES),
    });
    return ok({ token, csrf });
  });
}

/** Ends a session; what it opened is closed at once. */
export function signOut(deps: Deps, token: string): Promise<void> {
  return deps.db.inIdentity((tx) => endSession(tx, sha256Hex(token)));
}

/** The CSRF token follows from the session's secret, so a page can be given it again. */
export function csrfOf(token: string): string {
  return sha256Hex(`csrf:${token}`);
}

/** Somebody who calls, with what they hold in the organisation that was named. */
export interface Identified {
  readonly principal: Principal;
  readonly membership: Membership | undefined;
}

/** Who a session belongs to; undefined when it is idle, over or unknown. */
export async function whoIs(
  deps: Deps,
  token: string,
  slug: string | undefined,
): Promise<Identified | undefined> {
  const now = deps.clock.now();
  const session = sha256Hex(token);
  const found = await deps.pool.alone((db) => findCaller(db, { session, slug }));
  if (!found?.seenAt || !found.expiresAt || found.expiresAt <= now) return undefined;
  if (later(found.seenAt, IDLE_MINUTES) <= now) return undefined;
  if (later(found.seenAt, 1) <= now) await deps.db.inIdentity((tx) => touchSession(tx, session, now));
  return found;
}

/** The local owner, as the machine's own token calls. */
export async function whoOwns(deps: Deps, slug: string | undefined): Promise<Identified> {
  const found = await deps.pool.alone((db) => findCaller(db, { session: undefined, slug }));
  return found ?? { principal: await theOwner(deps), membership: undefined };
}

export function organisationsOf(deps: Deps, principal: Principal): Promise<readonly Membership[]> {
  return deps.db.inIdentity((tx) => membershipsOf(tx, principal.id));
}

export interface NewOrganisation {
  readonly slug: string;
  readonly demo: boolean;
  readonly settings: Settings;
}

/** Starts an organisation: its directory entry, settings, ledger and the whole common control set. */
export async function createOrganisation(
  deps: Deps,
  acting: Acting,
  fresh: NewOrganisation,
  at?: Instant,
): Promise<Result<OrgScope, Refusal>> {
  const now = at ?? deps.clock.now();
  const owner = acting.principal;
  const org = newId('organisation', now);
  const entered = await deps.db.inIdentity((tx) =>
    enterDirectory(tx, {
      org,
      slug: fresh.slug,
      name: fresh.settings.name,
      demo: fresh.demo,
      owner: owner.id,
    }),
  );
  if (!entered)
    return err({
      code: 'organisation.slug_taken',
      detail: `The short name ${fresh.slug} is taken; choose another.`,
      errors: [{ pointer: '/body/slug', message: 'is taken' }],
    });
  const scope = OrgScope.mint(acting, {
    org,
    slug: fresh.slug,
    name: fresh.settings.name,
    demo: fresh.demo,
    role: 'owner',
  });
  await deps.db.inOrganisation(org, async (tx) => {
    await insertOrganisation(tx, scope, { demo: fresh.demo, settings: fresh.settings, now });
    await openLedger(tx, scope, deps.keys.of(org).publicKey);
    await insertControlSet(tx, scope, {
      controls: deps.catalogue.controls,
      mappings: deps.catalogue.mappings,
      now,
      own: false,
    });
    await record(tx, scope, {
      kind: 'organisation.started',
      subject: org,
      at: now,
      payload: {
        name: fresh.settings.name,
        controls: deps.catalogue.controls.length,
        mappings: deps.catalogue.mappings.length,
        by: owner.name,
        founded: await foundedDigests(tx, scope, deps.histories),
      },
    });
  });
  return ok(scope);
}

/** Writes the next version of the settings, if nobody was faster. */
export async function writeSettings(
  deps: Deps,
  scope: OrgScope,
  change: { readonly revision: number; readonly settings: Settings; readonly now: Instant },
): Promise<Result<true, Refusal>> {
  const done = await deps.db.inOrganisation(scope.org, async (tx) => {
    const written = await changeSettings(tx, scope, change);
    if (written)
      await record(tx, scope, {
        kind: 'organisation.changed',
        subject: scope.org,
        at: change.now,
        payload: {
          revision: change.revision + 1,
          settings: { ...change.settings },
          by: scope.principal.name,
        },
      });
    return written;
  });
  if (!done) {
    const current = await deps.db.inOrganisation(scope.org, (tx) => findOrganisation(tx, scope));
    return err({
      code: 'request.conflict',
      detail: 'The settings were changed meanwhile; look at them again.',
      current: { revision: current?.revision, ...current?.settings },
    });
  }
  await deps.db.inIdentity((tx) => renameInDirectory(tx, scope.org, change.settings.name));
  return ok(true);
}

/** Removes an organisation with everything in it: rows, bytes, key. */
export async function deleteOrganisation(deps: Deps, scope: OrgScope): Promise<void> {
  await deps.db.inIdentity((tx) => leaveDirectory(tx, scope.org));
  await deps.db.inOrganisation(scope.org, (tx) => eraseOrganisation(tx, scope));
  // Files cannot be rolled back: they go when the rows are gone for good.
  await deps.db.afterCommit(async () => {
    await deps.blobs.removeAll(scope.org);
    deps.keys.remove(scope.org);
  });
}

/** Settings of a new organisation, from the five answers; everything can be changed later. */
export function firstSettings(
  name: string,
  given: {
    readonly timeZone: string;
    readonly askedBy: string;
    readonly deadline?: string | undefined;
    readonly headcount?: number | undefined;
    readonly runsOn: readonly string[];
    readonly hasAlready: readonly string[];
  },
): Settings {
  return {
    name,
    time_zone: given.timeZone,
    headcount: given.headcount ?? null,
    scope_statement: '',
    frameworks: ['iso27001:2022', 'soc2:2017'],
    categories: ['security'],
    examination: { type: 'none' },
    runs_on: [...given.runsOn],
    asked_by: given.askedBy,
    deadline: given.deadline ?? null,
    has_already: [...given.hasAlready],
  };
}
