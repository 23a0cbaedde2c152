// Sign-in by the organisation’s own provider: which one, for which domains, who gets which role; and pipelines.
import { PERMISSIONS } from '@assay/core';
import { z } from 'zod';
import { roleHeldOut } from './access.ts';
import { emailField, instantOut, orgParams, slugField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';
import { grantIn } from './members.ts';

const issuerField = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .describe('the address before /.well-known/openid-configuration');
const domainParams = orgParams.extend({ domain: z.string().min(3).max(253) });
const pipelineParams = orgParams.extend({ pipeline: z.string().max(40) });

const claimOut = z.strictObject({ claim: z.string(), value: z.string() });

export const signInOut = z
  .strictObject({
    provider: z
      .strictObject({
        issuer: z.string(),
        client_id: z.string(),
        secret: z.boolean().describe('whether a client secret is kept; it is never shown'),
        joins: z.boolean().describe('whether somebody who signs in for the first time joins'),
        groups_claim: z.string(),
        by: z.string(),
        since: instantOut,
      })
      .nullable(),
    redirect: z.string().describe('the address that the provider must be told to send people back to'),
    domains: z.array(
      z.strictObject({
        domain: z.string(),
        verified_at: instantOut.nullable(),
        record: z.strictObject({ name: z.string(), type: z.literal('TXT'), value: z.string() }),
      }),
    ),
    rules: z.strictObject({
      otherwise: roleHeldOut.nullable().describe('what somebody gets whom no rule names'),
      rules: z.array(z.strictObject({ group: z.string(), gives: roleHeldOut })),
    }),
    scim: z.strictObject({
      address: z.string().describe('what the directory is given as its base or tenant URL'),
      users: z.int(),
      active: z.int(),
      groups: z.int(),
    }),
    pipelines: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        issuer: z.string(),
        claims: z.array(claimOut),
        scopes: z.array(z.enum(PERMISSIONS)),
        owner: z.string(),
        state: z.enum(['active', 'ended']),
        traded_at: instantOut.nullable().describe('when a token was last given by it, of the last day'),
      }),
    ),
  })
  .meta({ id: 'SignInSetup' });

export const federationRoutes = {
  'sign_in.provider': route({
    method: 'POST',
    path: '/v1/sign-in/provider',
    tag: 'access',
    summary: 'Begin to sign in by the provider of one’s organisation',
    about:
      'Answers the address of the provider and binds the browser that asked; the answer is good for five minutes.',
    permission: 'public',
    body: z.union([z.strictObject({ organisation: slugField }), z.strictObject({ email: emailField })]),
    returns: z.strictObject({ address: z.string() }),
    errors: ['federation.no_provider', 'federation.provider_unreachable', 'access.team_only'],
  }),
  'sign_in.provider_answer': route({
    method: 'POST',
    path: '/v1/sign-in/provider/answers',
    tag: 'access',
    summary: 'Sign in with what the provider answered',
    permission: 'public',
    body: z.strictObject({
      organisation: slugField.describe('whose address the provider sent the browser back to'),
      answer: z.string().min(1).max(8000).describe('the query with which the provider sent the browser back'),
    }),
    returns: z.strictObject({ state: z.literal('signed_in'), slug: z.string() }),
    errors: [
      'federation.refused',
      'federation.not_joined',
      'federation.link_first',
      'federation.provider_unreachable',
      'access.team_only',
    ],
  }),
  'sign_in.exchange': route({
    method: 'POST',
    path: '/v1/orgs/{org}/token-exchange',
    tag: 'build',
    summary: 'Trade the ID token of a pipeline for an API token of fifteen minutes (RFC 8693)',
    permission: 'public',
    params: orgParams,
    secret: true,
    body: z.strictObject({
      subject_token: z
        .string()
        .min(20)
        .max(16_000)
        .describe('ID token of the pipeline, with this server as its audience'),
    }),
    returns: z.strictObject({
      access_token: z.string(),
      issued_token_type: z.literal('urn:ietf:params:oauth:token-type:access_token'),
      token_type: z.literal('Bearer'),
      expires_in: z.int(),
      scope: z.string(),
    }),
    errors: ['federation.exchange_refused'],
  }),
  'sign_in.setup': route({
    method: 'GET',
    path: '/v1/orgs/{org}/sign-in',
    tag: 'manage',
    summary: 'How members sign in: provider, domains, rules, directory, pipelines',
    permission: 'identity.change',
    params: orgParams,
    returns: signInOut,
  }),
  'sign_in.provider_set': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/sign-in/provider',
    tag: 'manage',
    summary: 'Say which provider signs members in (OpenID Connect)',
    about:
      'The provider is asked what it can before anything is kept. Without a secret, the one that is kept stays.',
    permission: 'identity.change',
    params: orgParams,
    body: z.strictObject({
      issuer: issuerField,
      client_id: z.string().trim().min(1).max(300),
      client_secret: z.string().min(1).max(2000).optional(),
      joins: z.boolean().default(true),
      groups_claim: z.string().trim().min(1).max(200).default('groups'),
    }),
    returns: signInOut,
    errors: ['federation.provider_unreachable'],
  }),
  'sign_in.provider_drop': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/sign-in/provider',
    tag: 'manage',
    summary: 'Sign members in by no provider any more; its secret is destroyed',
    permission: 'identity.change',
    params: orgParams,
    returns: signInOut,
    errors: ['federation.no_provider'],
  }),
  'sign_in.domain_add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/sign-in/domains',
    tag: 'manage',
    summary: 'Name a domain of one’s own; the answer shows the record that proves it',
    permission: 'identity.change',
    params: orgParams,
    status: 201,
    body: z.strictObject({ domain: z.string().min(1).max(260) }),
    returns: signInOut,
    errors: ['federation.domain_invalid'],
  }),
  'sign_in.domain_check': route({
    method: 'POST',
    path: '/v1/orgs/{org}/sign-in/domains/{domain}/check',
    tag: 'manage',
    summary: 'Look for the record in the zone of the domain',
    permission: 'identity.change',
    params: domainParams,
    returns: signInOut,
    errors: ['federation.domain_not_found', 'federation.domain_unproved', 'federation.domain_taken'],
  }),
  'sign_in.domain_drop': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/sign-in/domains/{domain}',
    tag: 'manage',
    summary: 'Give a domain up; nobody joins by it any more',
    permission: 'identity.change',
    params: domainParams,
    returns: signInOut,
    errors: ['federation.domain_not_found'],
  }),
  'sign_in.rules_set': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/sign-in/rules',
    tag: 'manage',
    summary: 'Say which role the people of a group get, and which those whom no rule names',
    about: 'Nobody makes a rule that gives more than they hold themselves.',
    permission: 'identity.change',
    params: orgParams,
    body: z.strictObject({
      otherwise: grantIn.nullable(),
      rules: z.array(z.strictObject({ group: z.string().trim().min(1).max(200), gives: grantIn })).max(100),
    }),
    returns: signInOut,
    errors: ['access.cannot_grant', 'access.role_not_given', 'access.role_not_found'],
  }),
  'sign_in.pipeline_add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/sign-in/pipelines',
    tag: 'manage',
    summary: 'Let a pipeline trade its ID token for a short API token, without any stored secret',
    about: 'The token acts in the name of whoever makes the rule, with no more than they hold that day.',
    permission: 'identity.change',
    params: orgParams,
    status: 201,
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      issuer: issuerField,
      claims: z
        .array(
          z.strictObject({ claim: z.string().regex(/^[a-z_]{1,60}$/), value: z.string().min(1).max(400) }),
        )
        .min(1)
        .max(10),
      scopes: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
    }),
    returns: signInOut,
    errors: ['federation.pipeline_invalid', 'access.cannot_grant'],
  }),
  'sign_in.pipeline_end': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/sign-in/pipelines/{pipeline}',
    tag: 'manage',
    summary: 'End the rule of a pipeline, and the tokens that it gave',
    permission: 'identity.change',
    params: pipelineParams,
    returns: signInOut,
    errors: ['federation.pipeline_not_found'],
  }),
  'members.left': route({
    method: 'GET',
    path: '/v1/orgs/{org}/leavers',
    tag: 'manage',
    summary:
      'Members who left, each time they did, with the day and by whom: a list for the population of leavers',
    permission: 'members.read',
    params: orgParams,
    returns: z.strictObject({
      data: z.array(
        z.strictObject({
          key: z.string().describe('the address, or the id of whoever has none'),
          name: z.string(),
          left_at: instantOut.describe(
            'when the directory or an admin ended them; what was open ended with it',
          ),
          by: z.string(),
          directory: z.boolean().describe('whether a directory provisioned them'),
        }),
      ),
    }),
  }),
} as const;
