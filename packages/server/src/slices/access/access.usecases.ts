// Use cases of organisations: start, change and delete them.
import { err, isOwner, ok, resolve, type Instant, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { newId } from '../../platform/crypto.ts';
import { insertControlSet } from '../controls/controls.module.ts';
import { foundedDigests, openLedger, record } from '../evidence/evidence.module.ts';
import {
  changeSettings,
  enterDirectory,
  findOrganisation,
  insertOrganisation,
  leaveDirectory,
  renameInDirectory,
} from './access.repository.ts';
import { eraseOrganisation } from './erase.repository.ts';
import { wholly } from './held.ts';
import { noteIdentity, restsUntil } from './identityEvents.repository.ts';
import { membershipsOf } from './members.repository.ts';
import { writeMember } from './members.usecases.ts';
import { OrgScope, type Acting, type Membership, type Principal } from './scope.ts';
import { theOwner } from './sessions.usecases.ts';
import type { Settings } from './settings.ts';

export function organisationsOf(deps: Deps, principal: Principal): Promise<readonly Membership[]> {
  return deps.db.inIdentity((tx) => membershipsOf(tx, principal.id));
}

/** On a server of many, whoever owns an organisation founds others; the first owner may always. */
export async function mayFound(deps: Deps, principal: Principal): Promise<boolean> {
  if (deps.signIn.mode === 'local') return true;
  const all = await organisationsOf(deps, principal);
  if (all.some(({ held }) => isOwner(held))) return true;
  return (await theOwner(deps)).id === principal.id;
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
  const taken = await takeName(deps, org, { fresh, now });
  if (!taken.ok) return taken;
  const scope = OrgScope.mint(acting, {
    org,
    slug: fresh.slug,
    name: fresh.settings.name,
    demo: fresh.demo,
    held: resolve([wholly('owner')], []),
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
  const member = { name: owner.name, email: null, state: 'active' as const, grants: [wholly('owner')] };
  await writeMember(deps, scope, { principal: owner.id, member }, now);
  return ok(scope);
}

/** Enters the short name into the directory, unless somebody has it, or it rests. */
async function takeName(
  deps: Deps,
  org: OrgScope['org'],
  { fresh, now }: { readonly fresh: NewOrganisation; readonly now: Instant },
): Promise<Result<true, Refusal>> {
  const { slug, demo, settings } = fresh;
  return deps.db.inIdentity(async (tx) => {
    const rests = await restsUntil(tx, slug, now);
    if (rests !== undefined)
      return err({
        code: 'organisation.slug_taken',
        detail: `An organisation of the short name ${slug} has ended; its name rests until ${rests}, so that nobody takes the new one for it.`,
        errors: [{ pointer: '/body/slug', message: 'rests' }],
      });
    if (await enterDirectory(tx, { org, slug, name: settings.name, demo })) return ok(true);
    return err({
      code: 'organisation.slug_taken',
      detail: `The short name ${slug} is taken; choose another.`,
      errors: [{ pointer: '/body/slug', message: 'is taken' }],
    });
  });
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
export async function deleteOrganisation(
  deps: Deps,
  scope: OrgScope,
  { demo }: { readonly demo: boolean },
): Promise<void> {
  // Its own trail goes with it: that it was ended stays where sign-ins are told.
  await deps.db.inIdentity(async (tx) => {
    await leaveDirectory(tx, scope.org);
    await noteIdentity(tx, {
      kind: 'organisation.ended',
      at: deps.clock.now(),
      principal: scope.principal.id,
      origin: scope.origin,
      detail: { organisation: scope.org, slug: scope.slug, demo },
    });
  });
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
