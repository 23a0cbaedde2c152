// Who of the audit firm is in a room: invited by their business address, in one role, for this room and nothing else.
import {
  err,
  freeProvider,
  ok,
  roleNamed,
  type Grant,
  type Instant,
  type Result,
  type Role,
  type RoomKind,
} from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { OrgScope } from '../access/access.module.ts';
import { accessOf, invite, withdraw, writeMember, type Access } from '../access/people.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { keep } from './keep.ts';
import { listOf, type Kept } from './rooms.repository.ts';

/** What these use cases work with: they write in the realm of identity too. */
export interface PeopleWork {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

export interface Auditor {
  readonly id: string;
  readonly state: 'in' | 'invited' | 'expired';
  readonly name: string | null;
  readonly email: string | null;
  readonly role: string;
  readonly because: string | null;
}

const ROLE: Readonly<Record<RoomKind, Role>> = {
  iso_certification: 'iso_auditor',
  soc2_type1: 'cpa_examiner',
  soc2_type2: 'cpa_examiner',
};

export async function inviteAuditor(
  work: PeopleWork,
  room: Kept<'room'>,
  asked: { readonly email: string; readonly because: string | undefined },
): Promise<Result<Auditor & { readonly link: string; readonly mailed: boolean }, Refusal>> {
  const { email, because } = asked;
  const free = freeProvider(email);
  if (free !== undefined && because === undefined)
    return err({
      code: 'room.free_mail',
      detail: `${email} is with ${free}, where anybody can have an address.`,
    });
  const grant: Grant = { role: ROLE[room.is.engagement], within: { kind: 'engagement', id: room.id } };
  const known = (await accessOf(work)).members.find(
    ({ is }) => is.state === 'active' && is.email === email && is.grants.every(ofEngagement),
  );
  // Somebody of a room of before: they have an account already, and get this room too.
  if (known && known.is.grants.some(({ within }) => 'id' in within && within.id === room.id))
    return err({ code: 'access.already_member', detail: `${email} is in this room already.` });
  if (known) {
    const member = { ...known.is, grants: [...known.is.grants, grant] };
    await writeMember(work.deps, work.scope, { principal: known.id, member }, work.now);
    await note(work, room, { id: known.id, ...asked });
    const view = {
      id: known.id,
      state: 'in' as const,
      name: known.is.name,
      email,
      role: titleOf(grant.role),
    };
    return ok({ ...view, because: because ?? null, link: work.deps.mail.origin, mailed: false });
  }
  const made = await invite(work, { email, grants: [grant] });
  if (!made.ok) return made;
  await note(work, room, { id: made.value.id, ...asked });
  const { id, link, mailed } = made.value;
  const view = { id, state: 'invited' as const, name: null, email, role: titleOf(grant.role) };
  return ok({ ...view, because: because ?? null, link, mailed });
}

/** Takes the room from somebody, or their invitation. */
export async function dismiss(
  work: PeopleWork,
  room: Kept<'room'>,
  id: string,
): Promise<Result<true, Refusal>> {
  const access = await accessOf(work);
  const invited = access.invitations.find((each) => each.id === id && each.is.state === 'open');
  if (invited?.is.grants.some((grant) => isOf(grant, room.id))) return withdraw(work, id);
  const member = access.members.find((each) => each.id === id && each.is.state === 'active');
  if (!member?.is.grants.some((grant) => isOf(grant, room.id)))
    return err({ code: 'room.auditor_not_found', detail: `Nobody called ${id} is in this room.` });
  const grants = member.is.grants.filter((grant) => !isOf(grant, room.id));
  const next = { ...member.is, grants, state: grants.length === 0 ? ('ended' as const) : member.is.state };
  await writeMember(work.deps, work.scope, { principal: id, member: next }, work.now);
  return ok(true);
}

/** Who is in a room or invited to it. */
export async function auditorsOf(work: PeopleWork, room: string): Promise<readonly Auditor[]> {
  const notes = await work.deps.db.inOrganisation(work.scope.org, (tx) =>
    listOf(tx, work.scope, { kind: 'invited', room }),
  );
  const reasons = new Map(notes.map(({ is }) => [is.email, is.because]));
  return auditorsIn(await accessOf(work), room, work.now).map((each) => ({
    ...each,
    because: (each.email === null ? null : reasons.get(each.email)) ?? null,
  }));
}

/** The same, of what is known of access already. */
export function auditorsIn(access: Access, room: string, now: Instant): readonly Auditor[] {
  const people = access.members.flatMap(({ id, is }): readonly Auditor[] => {
    const grant = is.state === 'active' ? is.grants.find((each) => isOf(each, room)) : undefined;
    if (!grant) return [];
    return [{ id, state: 'in', name: is.name, email: is.email, role: titleOf(grant.role), because: null }];
  });
  const invited = access.invitations.flatMap(({ id, is }): readonly Auditor[] => {
    const grant = is.state === 'open' ? is.grants.find((each) => isOf(each, room)) : undefined;
    if (!grant) return [];
    const state = is.expires_at <= now ? 'expired' : 'invited';
    return [{ id, state, name: null, email: is.email, role: titleOf(grant.role), because: null }];
  });
  return [...people, ...invited];
}

function note(
  { deps, scope, now }: PeopleWork,
  room: Kept<'room'>,
  of: { readonly id: string; readonly email: string; readonly because: string | undefined },
): Promise<void> {
  const catalogue: Catalogue = deps.catalogue;
  return deps.db.inOrganisation(scope.org, (tx) =>
    keep(
      { tx, scope, now, catalogue },
      {
        kind: 'invited',
        thing: `${room.id} ${of.id}`,
        document: { room: room.id, email: of.email, because: of.because ?? null },
      },
    ),
  );
}

function isOf({ within }: Grant, room: string): boolean {
  return within.kind === 'engagement' && within.id === room;
}

function ofEngagement({ within }: Grant): boolean {
  return within.kind === 'engagement';
}

function titleOf(role: string): string {
  return roleNamed(role) === 'iso_auditor' ? 'ISO auditor' : 'CPA examiner';
}
