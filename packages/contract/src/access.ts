// Access: who is signed in, and the organisations that they may open.
import { CATEGORIES, LANDINGS, PERMISSIONS, REACHES } from '@assay/core';
import { z } from 'zod';
import { dateField, dateOut, instantOut, orgParams, slugField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const categoryField = z.enum(CATEGORIES);

/** What SOC 2 examines: nothing yet, a day (Type I) or a period (Type II). */
export const examinationIn = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('type1'), on: dateField }),
  z.strictObject({
    type: z.literal('type2'),
    from: dateField,
    until: dateField.describe('first day after the period'),
  }),
]);
export const examinationOut = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('type1'), on: dateOut }),
  z.strictObject({ type: z.literal('type2'), from: dateOut, until: dateOut }),
]);

/** The five questions of "start my own"; every one can be skipped. */
export const answersIn = z.strictObject({
  asked_by: z.enum(['us', 'eu', 'both', 'unknown']).default('unknown'),
  deadline: dateField.optional(),
  headcount: z.int().min(1).max(100_000).optional(),
  runs_on: z.array(z.string().max(60)).max(20).default([]),
  has_already: z.array(z.string().max(60)).max(20).default([]),
});

/** How far a role reaches: the whole organisation, or one framework, system or engagement of it. */
export const reachOut = z.strictObject({ kind: z.enum(REACHES), id: z.string().optional() });
export const roleHeldOut = z.strictObject({ role: z.string(), title: z.string(), within: reachOut });

export const organisationOut = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    demo: z.boolean(),
    time_zone: z.string(),
    headcount: z.int().nullable(),
    scope_statement: z.string(),
    frameworks: z
      .array(z.string())
      .describe('frameworks that the organisation answers, for example iso27001:2022'),
    categories: z.array(categoryField),
    examination: examinationOut,
    runs_on: z.array(z.string()),
    asked_by: z.string(),
    deadline: dateOut.nullable(),
    has_already: z.array(z.string()),
    revision: z.int(),
    created_at: instantOut,
    roles: z.array(roleHeldOut).describe('what the caller holds here'),
  })
  .meta({ id: 'Organisation' });

export const sessionOut = z
  .strictObject({
    principal: z.strictObject({ id: z.string(), name: z.string(), email: z.string().nullable() }),
    mode: z.enum(['local', 'team']).describe('one owner on this machine, or many people with accounts'),
    organisations: z.array(
      z.strictObject({
        slug: z.string(),
        name: z.string(),
        demo: z.boolean(),
        roles: z.array(roleHeldOut),
        permissions: z.array(z.enum(PERMISSIONS)).describe('in the whole organisation'),
        narrowed: z.array(z.strictObject({ within: reachOut, permissions: z.array(z.enum(PERMISSIONS)) })),
        lands: z.enum(LANDINGS).describe('where somebody who holds this begins'),
        viewing: z
          .string()
          .nullable()
          .describe('name of the member as whom this session looks at a demo organisation'),
      }),
    ),
    csrf: z.string().describe('send it as Assay-Csrf with every write that is authenticated by the cookie'),
    version: z.string(),
    now: instantOut,
  })
  .meta({ id: 'Session' });

const personParams = z.strictObject({
  person: z.string().min(1).max(254).describe('id, or the address that they sign in with'),
});
const personOut = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  disabled_at: instantOut.nullable(),
});

export const accessRoutes = {
  'health.read': route({
    method: 'GET',
    path: '/v1/health',
    tag: 'access',
    summary: 'Whether the server and its database answer',
    permission: 'public',
    returns: z.strictObject({ status: z.literal('ok'), version: z.string(), database: z.string() }),
    errors: ['server.unavailable'],
  }),
  'session.read': route({
    method: 'GET',
    path: '/v1/session',
    tag: 'access',
    summary: 'Who is signed in, and where',
    permission: 'signed_in',
    byToken: true,
    returns: sessionOut,
  }),
  'session.link': route({
    method: 'POST',
    path: '/v1/session/links',
    tag: 'access',
    summary: 'A link that signs in once; for the command line of the server’s machine',
    permission: 'signed_in',
    status: 201,
    secret: true,
    returns: z.strictObject({ path: z.string() }),
  }),
  'session.end': route({
    method: 'DELETE',
    path: '/v1/session',
    tag: 'access',
    summary: 'Sign out',
    permission: 'signed_in',
    returns: 'empty',
    status: 204,
  }),
  'people.disable': route({
    method: 'POST',
    path: '/v1/people/{person}/disable',
    tag: 'access',
    summary: 'Let somebody sign in no more, anywhere on this server; for the command line of its machine',
    about: 'Their sessions end at once and their API tokens are refused; what they did keeps their name.',
    permission: 'signed_in',
    params: personParams,
    returns: personOut,
    errors: ['access.person_not_found'],
  }),
  'people.enable': route({
    method: 'POST',
    path: '/v1/people/{person}/enable',
    tag: 'access',
    summary: 'Let somebody sign in again; for the command line of the server’s machine',
    permission: 'signed_in',
    params: personParams,
    returns: personOut,
    errors: ['access.person_not_found'],
  }),
  'organisations.create': route({
    method: 'POST',
    path: '/v1/orgs',
    tag: 'manage',
    summary: 'Start an organisation with the common control set',
    permission: 'signed_in',
    status: 201,
    body: z.strictObject({
      name: z.string().trim().min(1).max(120),
      slug: slugField.optional(),
      time_zone: z.string().max(60).default('UTC'),
      answers: answersIn.prefault({}),
    }),
    returns: organisationOut,
    errors: ['organisation.slug_taken'],
  }),
  'organisations.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}',
    tag: 'manage',
    summary: 'One organisation and its settings',
    permission: 'organisation.read',
    params: orgParams,
    returns: organisationOut,
  }),
  'organisations.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}',
    tag: 'manage',
    summary: 'Change settings: name, scope, categories, examination',
    permission: 'organisation.change',
    params: orgParams,
    ifMatch: true,
    body: z.strictObject({
      name: z.string().trim().min(1).max(120).optional(),
      time_zone: z.string().max(60).optional(),
      headcount: z.int().min(1).max(100_000).nullable().optional(),
      scope_statement: z.string().max(4000).optional(),
      frameworks: z.array(z.string().max(80)).max(40).optional(),
      categories: z.array(categoryField).optional(),
      examination: examinationIn.optional(),
    }),
    returns: organisationOut,
    errors: ['framework.not_found'],
  }),
  'organisations.delete': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}',
    tag: 'manage',
    summary: 'Delete a demo organisation with everything in it',
    endsOrganisation: true,
    permission: 'organisation.delete',
    stepUp: true,
    params: orgParams,
    returns: 'empty',
    status: 204,
    errors: ['organisation.not_demo'],
  }),
  'organisations.reset': route({
    method: 'POST',
    path: '/v1/orgs/{org}/reset',
    tag: 'manage',
    summary: 'Put the demo company back to its first state',
    permission: 'organisation.delete',
    params: orgParams,
    endsOrganisation: true,
    returns: organisationOut,
    errors: ['organisation.not_demo'],
  }),
} as const;
