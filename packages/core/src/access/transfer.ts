// Ownership passes between two persons: one owner proposes, the other accepts, and neither does it alone.
import type { Instant } from '../kernel/index.ts';
import { isOwner, type Member } from './granting.ts';

/** Days in which a proposal can be accepted. */
export const TRANSFER_DAYS = 7;

export type TransferFault =
  | 'access.transfer_self'
  | 'access.already_owner'
  | 'access.no_way_in'
  | 'access.transfer_void'
  | 'access.transfer_expired';

/** Why an owner cannot propose somebody: `wayIn` is whether that person signs in with something of their own. */
export function proposeFault(by: Member, to: Member, wayIn: boolean): TransferFault | undefined {
  if (by.id === to.id) return 'access.transfer_self';
  if (isOwner(to.held)) return 'access.already_owner';
  return wayIn ? undefined : 'access.no_way_in';
}

/** Why somebody cannot accept: whoever proposed must own the organisation still, and be another person. */
export function acceptFault(
  proposal: { readonly by: string; readonly to: string; readonly expiresAt: Instant },
  at: { readonly accepter: string; readonly members: readonly Member[]; readonly now: Instant },
): TransferFault | undefined {
  if (proposal.by === at.accepter || proposal.to !== at.accepter) return 'access.transfer_self';
  if (at.now >= proposal.expiresAt) return 'access.transfer_expired';
  const proposer = at.members.find(({ id }) => id === proposal.by);
  return proposer && isOwner(proposer.held) ? undefined : 'access.transfer_void';
}
