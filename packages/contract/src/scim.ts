// SCIM 2.0 (RFC 7643, RFC 7644): a directory makes, changes and ends members. What it sends beside what is kept is
// passed over, as the standard asks; so these schemas take more fields than they name.
import { z } from 'zod';
import { orgParams } from './kernel/fields.ts';
import { route, type Route } from './kernel/route.ts';

const text = (most: number) => z.string().max(most);
export const scimUserIn = z.looseObject({
  userName: text(254).min(1),
  externalId: text(300).nullish(),
  name: z
    .looseObject({
      givenName: text(200).nullish(),
      familyName: text(200).nullish(),
      formatted: text(400).nullish(),
    })
    .nullish(),
  displayName: text(400).nullish(),
  emails: z
    .array(z.looseObject({ value: text(254).nullish(), type: text(40).nullish(), primary: z.unknown() }))
    .max(20)
    .nullish(),
  active: z.union([z.boolean(), text(10)]).nullish(),
});
export const scimGroupIn = z.looseObject({
  displayName: text(200).min(1),
  externalId: text(300).nullish(),
  members: z
    .array(z.looseObject({ value: text(60) }))
    .max(10_000)
    .nullish(),
});
const patchIn = z.looseObject({
  Operations: z
    .array(z.looseObject({ op: text(20), path: text(500).nullish(), value: z.unknown().optional() }))
    .min(1)
    .max(1000),
});
const listQuery = z.looseObject({
  filter: text(2000).optional(),
  startIndex: z.coerce.number().int().optional().describe('the first is 1'),
  count: z.coerce.number().int().optional().describe('at most 200'),
  attributes: text(500).optional(),
  excludedAttributes: text(500).optional(),
});
const resource = z.looseObject({ schemas: z.array(z.string()) });

const base = '/v1/orgs/{org}/scim/v2';
const userParams = orgParams.extend({ provisioned: text(40) });
const groupParams = orgParams.extend({ group: text(40) });
const shared = { tag: 'manage', permission: 'members.provision', scim: true, returns: resource } as const;
const user = { ...shared, path: `${base}/Users/{provisioned}`, params: userParams } as const;
const group = { ...shared, path: `${base}/Groups/{group}`, params: groupParams } as const;
const written = [
  'scim.uniqueness',
  'scim.invalid_value',
  'access.cannot_grant',
  'access.last_owner',
] as const;
const patchedErrors = [
  'scim.not_found',
  'scim.invalid_path',
  'scim.invalid_syntax',
  'scim.no_target',
  ...written,
] as const;

export const scimRoutes = {
  'scim.config': route({
    ...shared,
    method: 'GET',
    path: `${base}/ServiceProviderConfig`,
    params: orgParams,
    summary: 'What this SCIM service can',
  }),
  'scim.types': route({
    ...shared,
    method: 'GET',
    path: `${base}/ResourceTypes`,
    params: orgParams,
    summary: 'Kinds of resources: users and groups',
  }),
  'scim.schemas': route({
    ...shared,
    method: 'GET',
    path: `${base}/Schemas`,
    params: orgParams,
    summary: 'Attributes of users and groups that are kept',
  }),
  'scim.user_list': route({
    ...shared,
    method: 'GET',
    path: `${base}/Users`,
    params: orgParams,
    query: listQuery,
    summary: 'Users that the directory made',
    errors: ['scim.invalid_filter'],
  }),
  'scim.user_add': route({
    ...shared,
    method: 'POST',
    path: `${base}/Users`,
    params: orgParams,
    status: 201,
    body: scimUserIn,
    summary: 'Make a member',
    about: 'The address must lie in a domain that the organisation has shown to be its own.',
    errors: [...written],
  }),
  'scim.user_read': route({
    ...user,
    method: 'GET',
    query: listQuery,
    summary: 'One user',
    errors: ['scim.not_found'],
  }),
  'scim.user_put': route({
    ...user,
    method: 'PUT',
    body: scimUserIn,
    summary: 'Replace a user',
    errors: ['scim.not_found', ...written],
  }),
  'scim.user_patch': route({
    ...user,
    method: 'PATCH',
    body: patchIn,
    summary: 'Change a user; active false ends the member with every session and token',
    errors: [...patchedErrors],
  }),
  'scim.user_delete': route({
    ...user,
    method: 'DELETE',
    returns: 'empty',
    status: 204,
    summary: 'Delete a user: the member ends with every session and token',
    errors: ['scim.not_found', 'access.cannot_grant', 'access.last_owner'],
  }),
  'scim.group_list': route({
    ...shared,
    method: 'GET',
    path: `${base}/Groups`,
    params: orgParams,
    query: listQuery,
    summary: 'Groups that the directory made',
    errors: ['scim.invalid_filter'],
  }),
  'scim.group_add': route({
    ...shared,
    method: 'POST',
    path: `${base}/Groups`,
    params: orgParams,
    status: 201,
    body: scimGroupIn,
    summary: 'Make a group; its people get the roles of the rules that name it',
    errors: [...written],
  }),
  'scim.group_read': route({
    ...group,
    method: 'GET',
    query: listQuery,
    summary: 'One group',
    errors: ['scim.not_found'],
  }),
  'scim.group_put': route({
    ...group,
    method: 'PUT',
    body: scimGroupIn,
    summary: 'Replace a group',
    errors: ['scim.not_found', ...written],
  }),
  'scim.group_patch': route({
    ...group,
    method: 'PATCH',
    body: patchIn,
    summary: 'Change a group or its members',
    errors: [...patchedErrors],
  }),
  'scim.group_delete': route({
    ...group,
    method: 'DELETE',
    returns: 'empty',
    status: 204,
    summary: 'Delete a group; what it gave goes',
    errors: ['scim.not_found', 'access.cannot_grant', 'access.last_owner'],
  }),
} as const satisfies Readonly<Record<string, Route>>;
