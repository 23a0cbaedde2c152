// Who belongs to an organisation: members, invitations, roles of its own, API tokens.
import { PERMISSIONS, REACHES } from '@assay/core';
import { z } from 'zod';
import { reachOut, roleHeldOut } from './access.ts';
import { emailField, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const roleField = z.string().regex(/^[a-z_0-9]{1,40}$/, 'the id of a role');
export const grantIn = z
  .strictObject({
    role: roleField,
    within: z
      .strictObject({ kind: z.enum(REACHES), id: z.string().min(1).max(120).optional() })
      .refine(
        ({ kind, id }) => (kind === 'organisation') === (id === undefined),
        'name what it reaches, except for the whole organisation',
      )
      .default({ kind: 'organisation' }),
  })
  .describe('a role and how far it reaches');
const grantsIn = z.array(grantIn).min(1).max(20);

export const memberOut = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    state: z.enum(['active', 'ended']),
    roles: z.array(roleHeldOut),
    since: instantOut.describe('when what they hold was last changed'),
    by: z.string(),
    revision: z.int(),
    you: z.boolean(),
    disabled: z.boolean().describe('whether the person can sign in nowhere any more'),
  })
  .meta({ id: 'Member' });

export const invitationOut = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    roles: z.array(roleHeldOut),
    invited_by: z.string(),
    expires_at: instantOut,
    state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
  })
  .meta({ id: 'Invitation' });

export const roleOut = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    about: z.string(),
    own: z.boolean().describe('made by this organisation'),
    given: z.enum(['organisation', 'engagement', 'never']),
    permissions: z.array(z.enum(PERMISSIONS)),
    held_by: z.int(),
    revision: z.int().describe('0 for a role of the table'),
  })
  .meta({ id: 'Role' });

const roleIn = z.strictObject({
  title: z.string().trim().min(1).max(60),
  about: z.string().trim().max(300).default(''),
  permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
});

export const tokenOut = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    owner: z.string(),
    yours: z.boolean(),
    scopes: z.array(z.enum(PERMISSIONS)),
    begins_with: z.string().describe('the first letters of its secret, to tell it from others'),
    created_at: instantOut,
    expires_at: instantOut,
    used_at: instantOut.nullable().describe('to the minute; null until it was first used'),
    state: z.enum(['active', 'expired', 'ended']),
  })
  .meta({ id: 'ApiToken' });

const memberParams = orgParams.extend({ member: z.string().max(40) });
const invitationParams = orgParams.extend({ invitation: z.string().max(40) });
const roleParams = orgParams.extend({ role: roleField });
const tokenParams = orgParams.extend({ token: z.string().max(40) });

export const membersRoutes = {
  'members.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/members',
    tag: 'manage',
    summary: 'Everybody who belongs to the organisation, and in which roles; also who did',
    permission: 'members.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(memberOut) }),
  }),
  'members.change': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/members/{member}',
    tag: 'manage',
    summary: 'Change what a member holds',
    about:
      'Nobody gives more than they hold, nobody takes from somebody who holds more, and somebody owns the organisation at all times.',
    permission: 'members.change',
    stepUp: true,
    params: memberParams,
    ifMatch: true,
    body: z.strictObject({ grants: grantsIn }),
    returns: memberOut,
    errors: [
      'access.member_not_found',
      'access.cannot_grant',
      'access.last_owner',
      'access.role_not_given',
      'access.role_not_found',
    ],
  }),
  'members.end': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/members/{member}',
    tag: 'manage',
    summary: 'End a member: their sessions see the organisation no more, their tokens end',
    permission: 'members.change',
    params: memberParams,
    returns: 'empty',
    status: 204,
    errors: ['access.member_not_found', 'access.cannot_grant', 'access.last_owner'],
  }),
  'invitations.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/invitations',
    tag: 'manage',
    summary: 'Invitations, open and past',
    permission: 'members.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(invitationOut) }),
  }),
  'invitations.create': route({
    method: 'POST',
    path: '/v1/orgs/{org}/invitations',
    tag: 'manage',
    summary: 'Invite somebody by a link that works once, for seven days',
    about: 'The link is mailed to the address and answered once; only its hash is kept.',
    permission: 'members.change',
    stepUp: true,
    params: orgParams,
    status: 201,
    secret: true,
    body: z.strictObject({ email: emailField, grants: grantsIn }),
    returns: invitationOut.extend({ link: z.string(), mailed: z.boolean() }),
    errors: [
      'access.already_member',
      'access.cannot_grant',
      'access.role_not_given',
      'access.role_not_found',
    ],
  }),
  'invitations.withdraw': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/invitations/{invitation}',
    tag: 'manage',
    summary: 'Withdraw an invitation that is open',
    permission: 'members.change',
    params: invitationParams,
    returns: 'empty',
    status: 204,
    errors: ['access.invitation_not_found'],
  }),
  'roles.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/roles',
    tag: 'manage',
    summary: 'Every role with what it permits: those of the table and those that the organisation made',
    permission: 'members.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(roleOut) }),
  }),
  'roles.create': route({
    method: 'POST',
    path: '/v1/orgs/{org}/roles',
    tag: 'manage',
    summary: 'Make a role of one’s own from permissions that one holds',
    permission: 'roles.change',
    params: orgParams,
    status: 201,
    body: roleIn,
    returns: roleOut,
    errors: ['access.cannot_grant', 'access.role_exists'],
  }),
  'roles.change': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/roles/{role}',
    tag: 'manage',
    summary: 'Change a role that the organisation made',
    permission: 'roles.change',
    params: roleParams,
    ifMatch: true,
    body: roleIn,
    returns: roleOut,
    errors: ['access.cannot_grant', 'access.role_not_found', 'access.role_exists'],
  }),
  'roles.end': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/roles/{role}',
    tag: 'manage',
    summary: 'End a role that nobody holds',
    permission: 'roles.change',
    params: roleParams,
    returns: 'empty',
    status: 204,
    errors: ['access.role_not_found', 'access.role_held', 'access.cannot_grant'],
  }),
  'tokens.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/tokens',
    tag: 'build',
    summary: 'One’s own API tokens; everybody’s for whoever may end them',
    permission: 'tokens.own',
    params: orgParams,
    returns: z.strictObject({ data: z.array(tokenOut) }),
  }),
  'tokens.create': route({
    method: 'POST',
    path: '/v1/orgs/{org}/tokens',
    tag: 'build',
    summary: 'Make an API token that acts in one’s own name, with no more than one holds',
    about: 'The secret is answered once and only its hash is kept. What its owner loses, the token loses.',
    permission: 'tokens.own',
    stepUp: true,
    params: orgParams,
    status: 201,
    secret: true,
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      scopes: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
      days: z.int().min(1).max(365).default(90).describe('until it expires'),
    }),
    returns: tokenOut.extend({ secret: z.string() }),
    errors: ['access.cannot_grant'],
  }),
  'tokens.end': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/tokens/{token}',
    tag: 'build',
    summary: 'End a token of one’s own, or anybody’s for whoever may',
    permission: 'tokens.own',
    params: tokenParams,
    returns: 'empty',
    status: 204,
    errors: ['access.token_not_found'],
  }),
} as const;

export type ReachOut = z.infer<typeof reachOut>;
