// No scope, no data: authorize() alone mints an OrgScope, and every repository demands one.
import { may, type Id, type Permission, type Role } from '@assay/core';
import { err, ok, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Origin } from './origin.ts';

/** Somebody who is signed in. */
export interface Principal {
  readonly id: Id<'principal'>;
  readonly name: string;
}

/** Somebody who does something, and where that comes from. */
export interface Acting {
  readonly principal: Principal;
  readonly origin: Origin;
}

/** What a person holds in one organisation. */
export interface Membership {
  readonly org: Id<'organisation'>;
  readonly slug: string;
  readonly name: string;
  readonly demo: boolean;
  readonly role: Role;
}

/** The right to work in one organisation; cannot be made outside this file. */
export class OrgScope {
  readonly org: Id<'organisation'>;
  readonly slug: string;
  readonly role: Role;
  readonly principal: Principal;
  readonly origin: Origin;
  readonly #minted = true;

  private constructor({ principal, origin }: Acting, membership: Membership) {
    this.org = membership.org;
    this.slug = membership.slug;
    this.role = membership.role;
    this.principal = principal;
    this.origin = origin;
  }

  /** Whether the holder may do more than what the route asked for. */
  may(permission: Permission): boolean {
    return this.#minted && may(this.role, permission);
  }

  /** For this file's authorize and systemScope only. */
  static mint(acting: Acting, membership: Membership): OrgScope {
    return new OrgScope(acting, membership);
  }
}

/** Decides whether a person may do this in that organisation; a stranger learns only that it is not there. */
export function authorize(
  acting: Acting,
  membership: Membership | undefined,
  permission: Permission,
): Result<OrgScope, Refusal> {
  if (!membership)
    return err({
      code: 'organisation.not_found',
      detail: 'There is no such organisation, or it is not yours.',
    });
  if (!may(membership.role, permission))
    return err({
      code: 'access.forbidden',
      detail: `Your role (${membership.role}) lacks ${permission}. An owner can grant it.`,
    });
  return ok(OrgScope.mint(acting, membership));
}
