// Members, invitations, roles and tokens as the contract says them.
import { PERMISSIONS, POLICY, resolve, ROLES, type Instant } from '@assay/core';
import { heldBy, type Access } from './access.readmodel.ts';
import { holdersOf } from './roles.usecases.ts';
import { rolesShown } from './shown.ts';

interface Reader {
  readonly you: string;
  readonly now: Instant;
  readonly disabled: ReadonlySet<string>;
}

export function presentMembers(access: Access, reader: Reader) {
  return access.members.map(({ id, is, record }) => ({
    id,
    name: is.name,
    email: is.email,
    state: is.state,
    roles: rolesShown(heldBy(access, is)),
    since: record.since,
    by: record.by,
    revision: record.revision,
    you: id === reader.you,
    disabled: reader.disabled.has(id),
  }));
}

export function presentInvitations(access: Access, now: Instant) {
  return access.invitations.map(({ id, is }) => ({
    id,
    email: is.email,
    roles: rolesShown(resolve(is.grants, access.custom)),
    invited_by: is.invited_by,
    expires_at: is.expires_at,
    state: is.state === 'open' && is.expires_at <= now ? ('expired' as const) : is.state,
  }));
}

export function presentRoles(access: Access) {
  const table = ROLES.map((role) => ({
    id: role,
    title: POLICY[role].title,
    about: POLICY[role].about,
    own: false,
    given: POLICY[role].given,
    permissions: [...POLICY[role].permissions],
    held_by: holdersOf(access, role),
    revision: 0,
  }));
  const made = access.roles
    .filter(({ is }) => is.state === 'active')
    .map(({ id, is, record }) => ({
      id,
      title: is.title,
      about: is.about,
      own: true,
      given: 'organisation' as const,
      permissions: PERMISSIONS.filter((each) => is.permissions.includes(each)),
      held_by: holdersOf(access, id),
      revision: record.revision,
    }));
  return [...table, ...made];
}

export function presentTokens(
  access: Access,
  reader: Pick<Reader, 'you' | 'now'> & {
    readonly all: boolean;
    readonly uses: ReadonlyMap<string, Instant | null>;
  },
) {
  const names = new Map(access.members.map(({ id, is }) => [id, is]));
  return access.tokens
    .filter(({ is }) => reader.all || is.owner === reader.you)
    .map(({ id, is }) => {
      const owner = names.get(is.owner);
      const over = is.state === 'ended' || owner?.state !== 'active';
      return {
        id,
        name: is.name,
        owner: owner?.name ?? is.owner,
        yours: is.owner === reader.you,
        scopes: is.scopes,
        begins_with: is.begins_with,
        created_at: is.created_at,
        expires_at: is.expires_at,
        used_at: reader.uses.get(id) ?? null,
        state: over
          ? ('ended' as const)
          : is.expires_at <= reader.now
            ? ('expired' as const)
            : ('active' as const),
      };
    });
}
