// Changing and ending members: core says who may, the ledger says who did.
import { changeFaults, err, ok, type GrantingFault, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { writeMember } from '../members.usecases.ts';
import { accessOf, heldBy, judged, type Access, type Kept } from './access.readmodel.ts';
import { given } from './given.ts';
import type { MemberDocument } from '../held.ts';
import type { Work } from './work.ts';

type Sent = Parameters<typeof given>[0];

/** Replaces what a member holds. */
export async function changeMember(
  work: Work & { readonly ifMatch: string | undefined },
  id: string,
  sent: Sent,
): Promise<Result<Access, Refusal>> {
  const access = await accessOf(work);
  const member = activeMember(access, id);
  if (!member) return noMember();
  if (work.ifMatch !== `"${member.record.revision}"`)
    return err({
      code: 'request.conflict',
      detail: 'What they hold was changed meanwhile; look at it again.',
      current: { revision: member.record.revision, grants: member.is.grants },
    });
  const asked = given(sent, rolesOf(access));
  if (!asked.ok) return asked;
  const fault = faultOf(work, access, { member, to: asked.value.held });
  if (fault) return err(refusalOf(fault));
  await writeMember(
    work.deps,
    work.scope,
    { principal: id, member: { ...member.is, grants: asked.value.grants } },
    work.now,
  );
  return ok(await accessOf(work));
}

/** Ends a member; what they did keeps their name. */
export async function endMember(work: Work, id: string): Promise<Result<true, Refusal>> {
  const access = await accessOf(work);
  const member = activeMember(access, id);
  if (!member) return noMember();
  const fault = faultOf(work, access, { member, to: [] });
  if (fault) return err(refusalOf(fault));
  await writeMember(
    work.deps,
    work.scope,
    { principal: id, member: { ...member.is, state: 'ended', grants: [] } },
    work.now,
  );
  return ok(true);
}

/** The first fault is what somebody mends first. */
export function refusalOf(fault: GrantingFault): Refusal {
  return { code: fault.code, detail: fault.detail };
}

export function rolesOf(access: Access) {
  return access.roles.map(({ id, is }) => ({
    id,
    title: is.title,
    permissions: is.state === 'active' ? is.permissions : [],
    ended: is.state === 'ended',
  }));
}

function activeMember(access: Access, id: string): Kept<MemberDocument> | undefined {
  return access.members.find((each) => each.id === id && each.is.state === 'active');
}

function noMember(): Result<never, Refusal> {
  return err({ code: 'access.member_not_found', detail: 'There is no such member.' });
}

function faultOf(
  { scope }: Work,
  access: Access,
  change: { readonly member: Kept<MemberDocument>; readonly to: Parameters<typeof changeFaults>[1]['to'] },
): GrantingFault | undefined {
  const { member, to } = change;
  const [fault] = changeFaults(
    { id: scope.principal.id, held: scope.held },
    { of: { id: member.id, held: heldBy(access, member.is) }, to, members: judged(access) },
  );
  return fault;
}
