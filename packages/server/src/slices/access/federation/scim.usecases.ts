// What a directory says becomes members: with the rights of whoever made its token, and by rules that were agreed before.
import {
  afterDirectory,
  changeFaults,
  domainOfAddress,
  err,
  ok,
  patched,
  resolve,
  type PatchFault,
  type PatchOperation,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { newId } from '../../../platform/crypto.ts';
import { holdLedger } from '../../evidence/evidence.module.ts';
import { dropClaims, personByEmail } from '../account/account.repository.ts';
import type { MemberDocument } from '../held.ts';
import { writeAccess, writeMember } from '../members.usecases.ts';
import { accessOf, heldBy, judged, type Access, type Kept } from '../people/access.readmodel.ts';
import { refusalOf } from '../people/members.changes.ts';
import type { Work } from '../people/work.ts';
import { insertPerson } from '../sessions.repository.ts';
import type { GroupDocument, ProvisionedDocument } from './documents.ts';
import { claimants, closeAll } from './federation.repository.ts';
import { federationOf, givenByGroups, isProved, type Federation } from './federation.readmodel.ts';
import {
  asGroup,
  asUser,
  groupFrom,
  readGroup,
  readUser,
  userFrom,
  type GroupSaid,
  type UserSaid,
} from './scimShapes.ts';

export type User = Kept<ProvisionedDocument>;
export type Group = Kept<GroupDocument>;

/** The directory's users: whom it deleted is not there. */
export function usersOf({ provisioned }: Federation): readonly User[] {
  return provisioned.filter(({ is }) => is.source === 'scim' && is.state === 'active');
}

export async function addUser(work: Work, said: UserSaid): Promise<Result<string, Refusal>> {
  const federation = await inTurn(work);
  const user = readUser(said, undefined, work.now);
  const checked = checkedUser(federation, user, undefined);
  if (!checked.ok) return checked;
  const id = await personAt(work, federation, { user, email: checked.value });
  if (!id.ok) return id;
  const saved = await saveUser(work, federation, { id: id.value, user });
  return saved.ok ? id : saved;
}

export async function putUser(work: Work, id: string, said: UserSaid): Promise<Result<string, Refusal>> {
  const federation = await inTurn(work);
  const before = usersOf(federation).find((each) => each.id === id);
  if (!before) return err(noUser());
  return change(work, federation, { id, user: readUser(said, before.is, work.now) });
}

export async function patchUser(
  work: Work,
  id: string,
  operations: readonly PatchOperation[],
): Promise<Result<string, Refusal>> {
  const federation = await inTurn(work);
  const before = usersOf(federation).find((each) => each.id === id);
  if (!before) return err(noUser());
  const after = patched(asUser(before.is), operations);
  if (!after.ok) return err(faultOf(after.error));
  const said = userFrom(after.value);
  return said.ok ? change(work, federation, { id, user: readUser(said.value, before.is, work.now) }) : said;
}

export async function deleteUser(work: Work, id: string): Promise<Result<true, Refusal>> {
  const federation = await inTurn(work);
  const before = usersOf(federation).find((each) => each.id === id);
  if (!before) return err(noUser());
  const saved = await saveUser(work, federation, {
    id,
    user: { ...before.is, active: false, state: 'ended' },
  });
  return saved.ok ? ok(true) : saved;
}

export async function addGroup(work: Work, said: GroupSaid): Promise<Result<string, Refusal>> {
  const id = newId('group', work.now);
  const federation = await inTurn(work);
  const saved = await saveGroup(work, federation, { id, group: readGroup(said, undefined, work.now) });
  return saved.ok ? ok(id) : saved;
}

export async function putGroup(work: Work, id: string, said: GroupSaid): Promise<Result<string, Refusal>> {
  const federation = await inTurn(work);
  const before = federation.groups.find((each) => each.id === id);
  if (!before) return err(noGroup());
  const saved = await saveGroup(work, federation, { id, group: readGroup(said, before.is, work.now) });
  return saved.ok ? ok(id) : saved;
}

export async function patchGroup(
  work: Work,
  id: string,
  operations: readonly PatchOperation[],
): Promise<Result<string, Refusal>> {
  const federation = await inTurn(work);
  const before = federation.groups.find((each) => each.id === id);
  if (!before) return err(noGroup());
  const after = patched(asGroup(before.is), operations);
  if (!after.ok) return err(faultOf(after.error));
  const said = groupFrom(after.value);
  if (!said.ok) return said;
  const saved = await saveGroup(work, federation, { id, group: readGroup(said.value, before.is, work.now) });
  return saved.ok ? ok(id) : saved;
}

export async function deleteGroup(work: Work, id: string): Promise<Result<true, Refusal>> {
  const federation = await inTurn(work);
  const before = federation.groups.find((each) => each.id === id);
  if (!before) return err(noGroup());
  return saveGroup(work, federation, { id, group: { ...before.is, members: [], state: 'ended' } });
}

/** What rules give everybody whom the directory made, once the rules have changed. */
export async function applyRules(work: Work): Promise<Result<true, Refusal>> {
  const federation = await federationOf(work);
  for (const { id, is } of usersOf(federation)) {
    const saved = await saveUser(work, federation, { id, user: is });
    if (!saved.ok) return saved;
  }
  return ok(true);
}

/** One change of a directory after the other: two requests at once do not make two users of one name. */
async function inTurn(work: Work): Promise<Federation> {
  await work.deps.db.inOrganisation(work.scope.org, (tx) => holdLedger(tx, work.scope));
  return federationOf(work);
}

async function change(
  work: Work,
  federation: Federation,
  of: { readonly id: string; readonly user: ProvisionedDocument },
): Promise<Result<string, Refusal>> {
  const checked = checkedUser(federation, of.user, of.id);
  if (!checked.ok) return checked;
  const saved = await saveUser(work, federation, of);
  return saved.ok ? ok(of.id) : saved;
}

/** The address by which the user is a person here: of a domain of the organisation, and nobody else's. */
function checkedUser(
  federation: Federation,
  user: ProvisionedDocument,
  id: string | undefined,
): Result<string, Refusal> {
  const name = user.user_name.toLowerCase();
  if (usersOf(federation).some((each) => each.id !== id && each.is.user_name.toLowerCase() === name))
    return err({ code: 'scim.uniqueness', detail: `There is a user ${user.user_name} already.` });
  const email = addressOf(user);
  if (!isProved(federation, domainOfAddress(email)))
    return err({
      code: 'scim.invalid_value',
      detail: `${email} lies in no domain that the organisation has shown to be its own (Settings, Sign-in).`,
    });
  return ok(email);
}

function addressOf({ emails, user_name: name }: ProvisionedDocument): string {
  return (emails.find(({ primary }) => primary) ?? emails[0])?.value.toLowerCase() ?? name.toLowerCase();
}

/** The account that has shown the address to be its own, or a new one: the domain is the organisation's, so is the address. */
async function personAt(
  work: Work,
  federation: Federation,
  { user, email }: { readonly user: ProvisionedDocument; readonly email: string },
): Promise<Result<string, Refusal>> {
  const { deps, now } = work;
  const taken = err<Refusal>({
    code: 'scim.uniqueness',
    detail: `There is a user with the address ${email} already.`,
  });
  const found = await deps.db.inIdentity(async (tx) => ({
    holder: await personByEmail(tx, email, 'verified'),
    claim: await claimants(tx, email),
  }));
  if (found.holder)
    return usersOf(federation).some(({ id }) => id === found.holder?.id) ? taken : ok(found.holder.id);
  const access = await accessOf(work);
  if (access.members.some(({ id, is }) => found.claim.includes(id) && is.state === 'active'))
    return err({
      code: 'scim.uniqueness',
      detail: `A member says that they have ${email} and has not shown it; invite them by mail first.`,
    });
  const id = newId('principal', now);
  const made = await deps.db.inIdentity(async (tx) => {
    await dropClaims(tx, email);
    return insertPerson(tx, { id, name: nameOf(user), email, verified: true, now });
  });
  return made ? ok(id) : taken;
}

function nameOf(user: ProvisionedDocument): string {
  const whole = [user.given_name, user.family_name].filter((part) => part !== null && part !== '').join(' ');
  return user.display_name ?? (whole === '' ? user.user_name : whole);
}

/** Writes a user with the member that they are; whoever is not active any more is signed out at once. */
async function saveUser(
  work: Work,
  federation: Federation,
  { id, user }: { readonly id: string; readonly user: ProvisionedDocument },
): Promise<Result<true, Refusal>> {
  const { deps, scope, now } = work;
  const access = await accessOf(work);
  const before = federation.provisioned.find((each) => each.id === id)?.is;
  const member = access.members.find((each) => each.id === id)?.is;
  const given = user.active ? givenByGroups(federation, id) : [];
  const next: MemberDocument = user.active
    ? {
        name: nameOf(user),
        email: addressOf(user),
        state: 'active',
        grants: [...afterDirectory(member?.grants ?? [], { before: before?.given ?? [], now: given })],
      }
    : {
        name: member?.name ?? nameOf(user),
        email: member?.email ?? addressOf(user),
        state: 'ended',
        grants: [],
      };
  const fault = faultIn(access, scope.principal.id, { id, member, next });
  if (fault) return err(fault);
  if (differs(member, next)) await writeMember(deps, scope, { principal: id, member: next }, now);
  const document: ProvisionedDocument = { ...user, given };
  if (differs(before, document))
    await writeAccess(deps, scope, { kind: 'provisioned', thing: id, document }, now);
  if (!user.active && member?.state === 'active')
    await deps.db.inIdentity((tx) => closeAll(tx, { principal: id, org: scope.org, now }));
  return ok(true);
}

/** Judged as if whoever made the token did it by hand; that an owner remains is said before what they lack. */
function faultIn(
  access: Access,
  by: string,
  of: { readonly id: string; readonly member: MemberDocument | undefined; readonly next: MemberDocument },
): Refusal | undefined {
  const members = judged(access);
  const held = members.find(({ id }) => id === by)?.held ?? [];
  const faults = changeFaults(
    { id: by, held },
    {
      of: { id: of.id, held: of.member ? heldBy(access, of.member) : [] },
      to: resolve(of.next.grants, access.custom),
      members,
    },
  );
  const fault = faults.find(({ code }) => code === 'access.last_owner') ?? faults[0];
  return fault && refusalOf(fault);
}

async function saveGroup(
  work: Work,
  federation: Federation,
  { id, group }: { readonly id: string; readonly group: GroupDocument },
): Promise<Result<true, Refusal>> {
  const { deps, scope, now } = work;
  const name = group.display_name.toLowerCase();
  if (
    group.state === 'active' &&
    federation.groups.some((each) => each.id !== id && each.is.display_name.toLowerCase() === name)
  )
    return err({ code: 'scim.uniqueness', detail: `There is a group ${group.display_name} already.` });
  const users = usersOf(federation);
  const unknown = group.members.find((member) => !users.some((each) => each.id === member));
  if (unknown !== undefined)
    return err({ code: 'scim.invalid_value', detail: `members: there is no user ${unknown.slice(0, 60)}.` });
  const before = federation.groups.find((each) => each.id === id)?.is;
  if (!differs(before, group)) return ok(true);
  await writeAccess(deps, scope, { kind: 'group', thing: id, document: group }, now);
  const after = await federationOf(work);
  const touched = new Set([...(before?.members ?? []), ...group.members]);
  for (const { id: user, is } of users.filter((each) => touched.has(each.id))) {
    const saved = await saveUser(work, after, { id: user, user: is });
    if (!saved.ok) return saved;
  }
  return ok(true);
}

function faultOf({ scimType, detail }: PatchFault): Refusal {
  const codes = {
    invalidSyntax: 'scim.invalid_syntax',
    invalidPath: 'scim.invalid_path',
    invalidValue: 'scim.invalid_value',
    noTarget: 'scim.no_target',
  } as const;
  return { code: codes[scimType], detail };
}

/** What is kept and what is to be, as they would stand in the table. */
function differs(before: object | undefined, after: object): boolean {
  return JSON.stringify(sorted(before)) !== JSON.stringify(sorted(after));
}

/** Fields in one order; undefined is nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

function noUser(): Refusal {
  return { code: 'scim.not_found', detail: 'The directory made no user of this id.' };
}

function noGroup(): Refusal {
  return { code: 'scim.not_found', detail: 'The directory made no group of this id.' };
}
