// The scope of somebody who is named by an address that they hold: no more than their membership gives them today.
import { parseId, type Permission } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import { membershipsOf } from './members.repository.ts';
import { shownHash, type Origin, type Via } from './origin.ts';
import { authorize, type OrgScope } from './scope.ts';
import { findPrincipal } from './sessions.repository.ts';

/** An address that was given to a person, and the call that came with it. */
export interface HeldAddress {
  readonly org: string;
  readonly person: string;
  readonly token: string;
  readonly origin: Origin;
}

/** Undefined for whoever is not, or no longer, a member who may do this; whether the address is theirs is asked next. */
export async function memberScope(
  identity: Tx,
  named: HeldAddress,
  permission: Permission,
): Promise<OrgScope | undefined> {
  const id = parseId('principal', named.person);
  const principal = id && (await findPrincipal(identity, id));
  if (!principal || principal.disabledAt !== null) return undefined;
  const membership = (await membershipsOf(identity, principal.id)).find(({ slug }) => slug === named.org);
  const via: Via = { kind: 'link', id: shownHash(named.token) };
  const scope = authorize({ principal, origin: { ...named.origin, via } }, membership, { permission });
  return scope.ok ? scope.value : undefined;
}
