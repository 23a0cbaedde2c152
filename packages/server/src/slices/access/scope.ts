// No scope, no data: authorize() alone mints an OrgScope, and every repository demands one.
import {
  err,
  makeId,
  ok,
  permits,
  type HeldRole,
  type Id,
  type Instant,
  type Permission,
  type Result,
  type Target,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { byItself, type Origin } from './origin.ts';

/** Somebody who is signed in. */
export interface Principal {
  readonly id: Id<'principal'>;
  readonly name: string;
}

/** Somebody as the server knows them beside their name. */
export interface Person extends Principal {
  readonly email: string | null;
  readonly disabledAt: Instant | null;
}

/** Somebody who does something, and where that comes from. */
export interface Acting {
  readonly principal: Principal;
  readonly origin: Origin;
}

/** An organisation as the directory knows it. */
export interface Directed {
  readonly org: Id<'organisation'>;
  readonly slug: string;
  readonly name: string;
  readonly demo: boolean;
}

/** What a person holds in one organisation. */
export interface Membership extends Directed {
  readonly held: readonly HeldRole[];
}

/** The right to work in one organisation; cannot be made outside this file. */
export class OrgScope {
  readonly org: Id<'organisation'>;
  readonly slug: string;
  readonly held: readonly HeldRole[];
  readonly principal: Principal;
  readonly origin: Origin;
  readonly #minted = true;

  private constructor({ principal, origin }: Acting, membership: Membership) {
    this.org = membership.org;
    this.slug = membership.slug;
    this.held = membership.held;
    this.principal = principal;
    this.origin = origin;
  }

  /** Whether the holder may do more than what the route asked for. */
  may(permission: Permission, target: Target = {}): boolean {
    return this.#minted && permits(this.held, permission, target).may;
  }

  /** For the functions of this file only. */
  static mint(acting: Acting, membership: Membership): OrgScope {
    return new OrgScope(acting, membership);
  }
}

/** What is asked for: a permission, on what the address names. */
export interface Asked {
  readonly permission: Permission;
  readonly target?: Target;
}

/** Decides whether a person may do this in that organisation; a stranger learns only that it is not there. */
export function authorize(
  acting: Acting,
  membership: Membership | undefined,
  { permission, target = {} }: Asked,
): Result<OrgScope, Refusal> {
  if (!membership)
    return err({
      code: 'organisation.not_found',
      detail: 'There is no such organisation, or it is not yours.',
    });
  const verdict = permits(membership.held, permission, target);
  if (!verdict.may)
    return err({ code: 'access.forbidden', detail: forbidden(membership.held, verdict.why, permission) });
  return ok(OrgScope.mint(acting, membership));
}

/** The scope of what the program does by itself while it starts: it founds and carries over, and answers nobody. */
export function systemScope(place: Directed): OrgScope {
  return OrgScope.mint({ principal: STARTING, origin: byItself('start', 'upgrade') }, { ...place, held: [] });
}

/** The scope of whoever has the link of an invitation: to read and accept that one, and nothing else. */
export function invitedScope(
  link: { readonly org: Id<'organisation'>; readonly slug: string },
  { principal = INVITED, origin }: { readonly principal?: Principal; readonly origin: Origin },
): OrgScope {
  return OrgScope.mint({ principal, origin }, { ...link, name: link.slug, demo: false, held: [] });
}

/** The scope of whoever comes by the provider of an organisation: to read how it signs in, and to join as it says. */
export function arrivingScope(
  place: Directed,
  { principal = ARRIVING, origin }: { readonly principal?: Principal; readonly origin: Origin },
): OrgScope {
  return OrgScope.mint({ principal, origin }, { ...place, held: [] });
}

/** The scope of somebody in an organisation of theirs, to have it call them as they are called, and nothing else. */
export function ownScope({ principal, origin }: Acting, membership: Membership): OrgScope {
  return OrgScope.mint({ principal, origin }, { ...membership, held: [] });
}

const ARRIVING: Principal = { id: makeId('principal', 0, new Uint8Array(10)), name: 'Whoever signs in' };

const INVITED: Principal = { id: makeId('principal', 0, new Uint8Array(10)), name: 'Whoever was invited' };

const STARTING: Principal = { id: makeId('principal', 0, new Uint8Array(10)), name: 'Assay, at its start' };

function forbidden(held: readonly HeldRole[], why: 'lacks' | 'narrowed', permission: Permission): string {
  const roles = held.map(({ title, within }) => ('id' in within ? `${title} for ${within.id}` : title));
  const yours =
    roles.length === 1 ? `Your role (${roles[0] ?? ''})` : `Your roles (${roles.join(', ') || 'none'})`;
  return why === 'narrowed'
    ? `${yours} permits ${permission} only there, and this address reaches further.`
    : `${yours} lacks ${permission}. An owner can grant it.`;
}
