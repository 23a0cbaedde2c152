// Ownership passes by two persons: an owner proposes somebody, who accepts within seven days.
import { z } from 'zod';
import { instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const transferOut = z
  .strictObject({
    proposed: z
      .strictObject({
        by: z.strictObject({ id: z.string(), name: z.string() }),
        to: z.strictObject({ id: z.string(), name: z.string() }),
        afterwards: z
          .string()
          .nullable()
          .describe('role of the proposer afterwards; null where they stay an owner'),
        at: instantOut,
        expires_at: instantOut,
        yours: z.enum(['to_accept', 'to_take_back', 'neither']).describe('what the caller may do about it'),
      })
      .nullable(),
  })
  .meta({ id: 'OwnershipTransfer' });

export const transferRoutes = {
  'transfer.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/ownership',
    tag: 'manage',
    summary: 'Whether somebody is proposed as owner',
    permission: 'members.read',
    params: orgParams,
    returns: transferOut,
  }),
  'transfer.propose': route({
    method: 'POST',
    path: '/v1/orgs/{org}/ownership',
    tag: 'manage',
    summary: 'Propose a member as owner, who accepts within seven days',
    about:
      'Somebody who signs in with a password or passkey of their own. Where a role is named, the proposer holds that instead once the other has accepted.',
    permission: 'owners.grant',
    stepUp: true,
    params: orgParams,
    status: 201,
    body: z.strictObject({
      to: z.string().max(40).describe('id of the member'),
      afterwards: z
        .string()
        .regex(/^[a-z_0-9]{1,40}$/, 'the id of a role')
        .optional()
        .describe('role of the proposer afterwards; an owner still where it is left out'),
    }),
    returns: transferOut,
    errors: [
      'access.member_not_found',
      'access.transfer_self',
      'access.already_owner',
      'access.no_way_in',
      'access.transfer_open',
      'access.role_not_given',
      'access.role_not_found',
    ],
  }),
  'transfer.accept': route({
    method: 'POST',
    path: '/v1/orgs/{org}/ownership/accept',
    tag: 'manage',
    summary: 'Accept to own the organisation, as the one who was proposed',
    permission: 'organisation.read',
    stepUp: true,
    params: orgParams,
    returns: transferOut,
    errors: [
      'access.transfer_none',
      'access.transfer_self',
      'access.transfer_expired',
      'access.transfer_void',
    ],
  }),
  'transfer.take_back': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/ownership',
    tag: 'manage',
    summary: 'Take the proposal back as an owner, or decline it as the one who was proposed',
    permission: 'organisation.read',
    params: orgParams,
    returns: transferOut,
    errors: ['access.transfer_none'],
  }),
} as const;
