// Who may give whom what: nobody gives more than they hold, nobody touches somebody who holds more, an owner remains.
import { permits, roleNamed, sameGrant, withinReach, type HeldRole } from './grants.ts';
import type { Permission } from './permissions.ts';
import { POLICY } from './policy.ts';

/** Somebody who belongs to the organisation. */
export interface Member {
  readonly id: string;
  readonly held: readonly HeldRole[];
}

export type GrantingFault =
  | { readonly code: 'access.cannot_grant'; readonly detail: string }
  | { readonly code: 'access.last_owner'; readonly detail: string }
  | { readonly code: 'access.role_not_given'; readonly detail: string };

/** Whether somebody may give these grants; the faults in the order of the grants. */
export function givingFaults(by: readonly HeldRole[], given: readonly HeldRole[]): readonly GrantingFault[] {
  return given.flatMap((grant) => [...reachFaults(grant), ...moreThanHeld(by, grant)]);
}

/**
 * Whether somebody may replace a member's grants, or end them (no grants). Changing somebody asks for everything that
 * they hold: an administrator does not end an owner.
 */
export function changeFaults(
  by: Member,
  change: {
    readonly of: Member;
    readonly to: readonly HeldRole[];
    /** All members, with whoever is changed. */
    readonly members: readonly Member[];
  },
): readonly GrantingFault[] {
  const { of, to, members } = change;
  const fresh = to.filter((grant) => !of.held.some((each) => sameGrant(each, grant)));
  const gone = of.held.filter((grant) => !to.some((each) => sameGrant(each, grant)));
  const faults = [...givingFaults(by.held, fresh)];
  // Somebody may always lay down what they hold, unless nobody else owns the organisation.
  if (by.id !== of.id)
    for (const grant of gone)
      if (moreThanHeld(by.held, grant).length > 0)
        faults.push({
          code: 'access.cannot_grant',
          detail: `Only somebody who holds what ${grant.title} holds can take it away.`,
        });
  const remain = members.some((member) => member.id !== of.id && isOwner(member.held));
  if (isOwner(of.held) && !isOwner(to) && !remain)
    faults.push({
      code: 'access.last_owner',
      detail: 'The organisation would have no owner; make somebody else one first.',
    });
  return faults;
}

/** Whether somebody owns the organisation. */
export function isOwner(held: readonly HeldRole[]): boolean {
  return held.some(({ role, within }) => role === 'owner' && within.kind === 'organisation');
}

function reachFaults({ role, within, title }: HeldRole): readonly GrantingFault[] {
  const known = roleNamed(role);
  const given = known ? POLICY[known].given : 'organisation';
  if (given === 'never')
    return [{ code: 'access.role_not_given', detail: `${title} is no role of members.` }];
  if (given === 'engagement' && within.kind !== 'engagement')
    return [
      {
        code: 'access.role_not_given',
        detail: `${title} is given for one engagement, by inviting into its room.`,
      },
    ];
  if (role === 'owner' && within.kind !== 'organisation')
    return [{ code: 'access.role_not_given', detail: 'An organisation is owned as a whole.' }];
  return [];
}

/** An auditor's permissions are nobody's to hold in the company: who keeps rooms gives them, within the room. */
function moreThanHeld(by: readonly HeldRole[], grant: HeldRole): readonly GrantingFault[] {
  const known = roleNamed(grant.role);
  const auditor = known !== undefined && POLICY[known].given === 'engagement';
  const needed: readonly Permission[] = auditor
    ? ['rooms.change']
    : grant.role === 'owner'
      ? ['members.change', 'owners.grant', ...grant.permissions]
      : ['members.change', ...grant.permissions];
  const lacking = needed.filter(
    (permission) =>
      !by.some(
        ({ permissions, within }) => permissions.includes(permission) && withinReach(grant.within, within),
      ),
  );
  return lacking.length === 0
    ? []
    : [
        {
          code: 'access.cannot_grant',
          detail: `You can give only what you hold, and you lack ${lacking.slice(0, 3).join(', ')}${lacking.length > 3 ? ` and ${lacking.length - 3} more` : ''}.`,
        },
      ];
}

/** Whether somebody may change a role that the organisation made: they hold all that it held and is to hold. */
export function customRoleFaults(
  by: readonly HeldRole[],
  was: readonly Permission[],
  is: readonly Permission[],
): readonly GrantingFault[] {
  const lacking = [...new Set([...was, ...is])].filter((permission) => !permits(by, permission).may);
  return lacking.length === 0
    ? []
    : [
        {
          code: 'access.cannot_grant',
          detail: `A role can hold only what its maker holds, and you lack ${lacking.join(', ')}.`,
        },
      ];
}
