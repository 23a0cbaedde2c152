// Looking at a demo organisation as one of its members does: on a local server, by its one owner, with real grants.
import { LANDINGS } from '@assay/core';
import { z } from 'zod';
import { roleHeldOut } from './access.ts';
import { orgParams, slugField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const viewedOut = z.strictObject({
  member: z.string(),
  name: z.string(),
  roles: z.array(roleHeldOut),
  lands: z.enum(LANDINGS).describe('where somebody who holds this begins'),
});

export const viewingRoutes = {
  'viewing.list': route({
    method: 'GET',
    path: '/v1/session/viewing/{org}',
    tag: 'access',
    summary: 'As whom a demo organisation can be looked at, and as whom it is now',
    permission: 'signed_in',
    params: orgParams,
    returns: z.strictObject({
      data: z.array(viewedOut),
      now: z.string().nullable().describe('the member as whom this session looks; null for oneself'),
    }),
    errors: ['organisation.not_found', 'access.viewing'],
  }),
  'viewing.begin': route({
    method: 'PUT',
    path: '/v1/session/viewing',
    tag: 'access',
    summary: 'Look at a demo organisation as one of its members does',
    about:
      'Until it ends, the session holds there what that member holds and never more than its owner. What it does is marked in the trail. For demo organisations of a local server.',
    permission: 'signed_in',
    body: z.strictObject({ org: slugField, member: z.string().max(40) }),
    returns: viewedOut,
    errors: ['organisation.not_found', 'access.member_not_found', 'access.viewing'],
  }),
  'viewing.end': route({
    method: 'DELETE',
    path: '/v1/session/viewing',
    tag: 'access',
    summary: 'Be oneself again',
    permission: 'signed_in',
    returns: 'empty',
    status: 204,
  }),
} as const;
