// Invitations and tokens as they are stored.
import { PERMISSIONS } from '@assay/core';
import { z } from 'zod';
import { grantsStored } from '../held.ts';
import { storedInstant } from '../storedInstant.ts';

const invitation = z.object({
  email: z.string(),
  grants: grantsStored,
  invited_by: z.string(),
  expires_at: storedInstant,
  state: z.enum(['open', 'accepted', 'withdrawn']),
});
export type InvitationDocument = z.infer<typeof invitation>;

const token = z.object({
  name: z.string(),
  owner: z.string(),
  scopes: z.array(z.enum(PERMISSIONS)),
  begins_with: z.string(),
  created_at: storedInstant,
  expires_at: storedInstant,
  state: z.enum(['active', 'ended']),
});
export type TokenDocument = z.infer<typeof token>;

export function readInvitation(stored: unknown): InvitationDocument {
  return invitation.parse(stored);
}

export function readToken(stored: unknown): TokenDocument {
  return token.parse(stored);
}
