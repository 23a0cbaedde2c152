// What an organisation says of how its members sign in, and what its directory sent, as they are stored.
import { PERMISSIONS } from '@assay/core';
import { z } from 'zod';
import { grantsStored } from '../held.ts';
import { storedInstant } from '../storedInstant.ts';

const grant = grantsStored.element;
const state = z.enum(['active', 'ended']);

export const providerStored = z.object({
  issuer: z.string(),
  client_id: z.string(),
  joins: z.boolean(),
  groups_claim: z.string(),
  state,
});
export type ProviderDocument = z.infer<typeof providerStored>;

export const domainStored = z.object({
  domain: z.string(),
  proof: z.string(),
  verified_at: storedInstant.nullable(),
  state,
});
export type DomainDocument = z.infer<typeof domainStored>;

export const rulesStored = z.object({
  otherwise: grant.nullable(),
  rules: z.array(z.object({ group: z.string(), grant })),
});
export type RulesDocument = z.infer<typeof rulesStored>;

export const pipelineStored = z.object({
  name: z.string(),
  issuer: z.string(),
  claims: z.array(z.object({ claim: z.string(), value: z.string() })),
  scopes: z.array(z.enum(PERMISSIONS)),
  owner: z.string(),
  state,
});
export type PipelineDocument = z.infer<typeof pipelineStored>;

const email = z.object({ value: z.string(), type: z.string().nullable(), primary: z.boolean() });

/** Somebody whom the directory sent, or who came by the provider; by the id of their person. */
export const provisionedStored = z.object({
  source: z.enum(['scim', 'sign_in']),
  user_name: z.string(),
  external_id: z.string().nullable(),
  given_name: z.string().nullable(),
  family_name: z.string().nullable(),
  display_name: z.string().nullable(),
  emails: z.array(email),
  active: z.boolean(),
  /** What rules gave: it goes when they say otherwise, and nothing else does. */
  given: grantsStored,
  created_at: storedInstant,
  state,
});
export type ProvisionedDocument = z.infer<typeof provisionedStored>;

export const groupStored = z.object({
  display_name: z.string(),
  external_id: z.string().nullable(),
  members: z.array(z.string()),
  created_at: storedInstant,
  state,
});
export type GroupDocument = z.infer<typeof groupStored>;
