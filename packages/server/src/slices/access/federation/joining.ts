// Whoever comes by the provider: a member, somebody who joins, or nobody. What rules gave before gives way to what they
// give now; what people of the organisation gave by hand stays.
import {
  afterDirectory,
  domainOfAddress,
  err,
  grantsOfGroups,
  isOwner,
  ok,
  resolve,
  type Grant,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import type { MemberDocument } from '../held.ts';
import { writeAccess, writeMember } from '../members.usecases.ts';
import { accessOf, heldBy, judged, type Access } from '../people/access.readmodel.ts';
import type { Work } from '../people/work.ts';
import type { Person } from '../scope.ts';
import type { ProvisionedDocument } from './documents.ts';
import { isProved, type Federation } from './federation.readmodel.ts';
import type { Said } from './provider.ts';

export interface Arrival {
  readonly id: string;
  /** What is to be written; undefined where nothing changes. */
  readonly change: { readonly member: MemberDocument; readonly provisioned: ProvisionedDocument } | undefined;
}

/** What becomes of somebody by the provider's word; writes nothing. */
export async function arrivalOf(
  work: Work,
  settings: Federation,
  { person, claims }: { readonly person: Person; readonly claims: Said },
): Promise<Result<Arrival, Refusal>> {
  const access = await accessOf({ ...work, deps: { ...work.deps, db: work.deps.pool } });
  const member = access.members.find(({ id }) => id === person.id);
  const before = settings.provisioned.find(({ id }) => id === person.id)?.is;
  if (member?.is.state === 'ended') return outside('Your membership has ended.');
  const said = claims.claims[settings.provider?.is.groups_claim ?? 'groups'];
  const given = [...grantsOfGroups(groupsIn(said), settings.rules)];
  if (!member) return joining(work, settings, { person, claims, given });
  // Members who were invited, and those whom a directory keeps, hold what was said there.
  if (before?.source !== 'sign_in' || said === undefined) return ok({ id: person.id, change: undefined });
  const grants = [...afterDirectory(member.is.grants, { before: before.given, now: given })];
  const same = JSON.stringify([grants, given]) === JSON.stringify([member.is.grants, before.given]);
  if (same || leavesNoOwner(access, { id: person.id, member: member.is, grants }))
    return ok({ id: person.id, change: undefined });
  return ok({
    id: person.id,
    change: { member: { ...member.is, grants }, provisioned: { ...before, given } },
  });
}

export async function enrolArrived({ deps, scope, now }: Work, { id, change }: Arrival): Promise<void> {
  if (!change) return;
  await writeMember(deps, scope, { principal: id, member: change.member }, now);
  await writeAccess(deps, scope, { kind: 'provisioned', thing: id, document: change.provisioned }, now);
}

/** Groups as a provider sends them: a list of names, or one. */
function groupsIn(said: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(said) ? said : [said];
  return list.filter((each) => typeof each === 'string').slice(0, 1000);
}

function joining(
  { now }: Work,
  settings: Federation,
  of: { readonly person: Person; readonly claims: Said; readonly given: Grant[] },
): Result<Arrival, Refusal> {
  const { person, claims, given } = of;
  if (settings.provider?.is.joins !== true)
    return outside('Nobody joins by the provider; ask for an invitation.');
  const domain = domainOfAddress(claims.email ?? '');
  if (!claims.emailVerified || claims.email === undefined || !isProved(settings, domain))
    return outside('Your verified address lies in no domain that the organisation has shown to be its own.');
  if (given.length === 0) return outside('No rule of the organisation gives you a role.');
  const email = claims.email.toLowerCase();
  const provisioned: ProvisionedDocument = {
    source: 'sign_in',
    user_name: email,
    external_id: null,
    given_name: null,
    family_name: null,
    display_name: claims.name ?? null,
    emails: [{ value: email, type: 'work', primary: true }],
    active: true,
    given,
    created_at: now,
    state: 'active',
  };
  const member: MemberDocument = { name: person.name, email, state: 'active', grants: given };
  return ok({ id: person.id, change: { member, provisioned } });
}

function leavesNoOwner(
  access: Access,
  of: { readonly id: string; readonly member: MemberDocument; readonly grants: readonly Grant[] },
): boolean {
  if (!isOwner(heldBy(access, of.member)) || isOwner(resolve(of.grants, access.custom))) return false;
  return !judged(access).some(({ id, held }) => id !== of.id && isOwner(held));
}

function outside(detail: string): Result<never, Refusal> {
  return err({ code: 'federation.not_joined', detail });
}
