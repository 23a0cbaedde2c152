// What somebody holds in an organisation, and whether it reaches what they ask for.
import type { Permission } from './permissions.ts';
import { POLICY, ROLES, type Role } from './policy.ts';

export const REACHES = ['organisation', 'framework', 'system', 'engagement'] as const;
export type ReachKind = (typeof REACHES)[number];

/** How far a grant reaches: everywhere, or only where an address names this one thing. */
export type GrantReach =
  | { readonly kind: 'organisation' }
  | { readonly kind: Exclude<ReachKind, 'organisation'>; readonly id: string };

/** A role somebody was given: of the table, or one that the organisation made (by its id). */
export interface Grant {
  readonly role: string;
  readonly within: GrantReach;
}

/** A role that an organisation made: a name for a set of permissions. */
export interface CustomRole {
  readonly id: string;
  readonly title: string;
  readonly permissions: readonly Permission[];
}

/** A grant with what its role permits today. */
export interface HeldRole extends Grant {
  readonly title: string;
  readonly permissions: readonly Permission[];
}

/** What a request is about, as its address names it. */
export type Target = { readonly [K in Exclude<ReachKind, 'organisation'>]?: string | undefined };

export type Verdict =
  | { readonly may: true }
  /** `narrowed`: a role that permits it is held, but only for what the address does not name. */
  | { readonly may: false; readonly why: 'lacks' | 'narrowed'; readonly held: readonly HeldRole[] };

/** What grants come to; a role that is no longer there permits nothing. */
export function resolve(grants: readonly Grant[], custom: readonly CustomRole[]): readonly HeldRole[] {
  return grants.map((grant) => {
    const role = roleNamed(grant.role);
    const own = custom.find(({ id }) => id === grant.role);
    return {
      ...grant,
      title: role ? POLICY[role].title : (own?.title ?? grant.role),
      permissions: role ? POLICY[role].permissions : (own?.permissions ?? []),
    };
  });
}

/** Whether what is held permits something on what the address names; nothing said is nothing permitted. */
export function permits(held: readonly HeldRole[], permission: Permission, target: Target = {}): Verdict {
  const having = held.filter(({ permissions }) => permissions.includes(permission));
  if (having.some(({ within }) => reaches(within, target))) return { may: true };
  return { may: false, why: having.length > 0 ? 'narrowed' : 'lacks', held };
}

/** What is permitted in the whole organisation. */
export function everywhere(held: readonly HeldRole[]): readonly Permission[] {
  const wide = held.filter(({ within }) => within.kind === 'organisation');
  return [...new Set(wide.flatMap(({ permissions }) => permissions))];
}

/** What is left when only some permissions are lent, as to a token: never more than its owner holds. */
export function lent(held: readonly HeldRole[], scopes: readonly Permission[]): readonly HeldRole[] {
  return held.map((each) => ({
    ...each,
    permissions: each.permissions.filter((permission) => scopes.includes(permission)),
  }));
}

export function roleNamed(text: string): Role | undefined {
  return ROLES.find((role) => role === text);
}

/** Whether one reach lies within another. */
export function withinReach(inner: GrantReach, outer: GrantReach): boolean {
  if (outer.kind === 'organisation') return true;
  return inner.kind === outer.kind && inner.id === outer.id;
}

function reaches(within: GrantReach, target: Target): boolean {
  return within.kind === 'organisation' || target[within.kind] === within.id;
}

/** Whether two grants give the same role as far. */
export function sameGrant(a: Grant, b: Grant): boolean {
  return (
    a.role === b.role &&
    a.within.kind === b.within.kind &&
    ('id' in a.within ? a.within.id : '') === ('id' in b.within ? b.within.id : '')
  );
}
