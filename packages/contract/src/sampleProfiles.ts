// Sample profiles: named sizes with their rule and its source. Some come along, an organisation adds its own.
import { z } from 'zod';
import { instantOut, orgParams, page, pageQuery, slugField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';
import { sizeRuleField } from './sizeRule.ts';

export const sampleProfileOut = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    rule: sizeRuleField,
    source: z.string().describe('where the numbers come from'),
    built_in: z.boolean().describe('comes along, and means the same everywhere'),
    revision: z.int().describe('0 for one that comes along'),
    changed_by: z.string().nullable(),
    changed_at: instantOut.nullable(),
  })
  .meta({ id: 'SampleProfile' });

const profileParams = orgParams.extend({ profile: slugField });

export const sampleProfilesRoutes = {
  'sample_profiles.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/sample-profiles',
    tag: 'audit',
    summary: 'Sample profiles: those that come along, then the organisation’s own by name',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject(pageQuery),
    returns: page(sampleProfileOut),
  }),
  'sample_profiles.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/sample-profiles/{profile}',
    tag: 'manage',
    summary: 'Make a sample profile, or edit one; what was drawn by it keeps the version that it took',
    about: 'If-Match is the revision that was read, `"0"` for a name that no profile has yet or any more.',
    permission: 'monitoring.change',
    params: profileParams,
    ifMatch: true,
    body: z.strictObject({
      title: z.string().trim().min(1).max(120),
      rule: sizeRuleField,
      source: z.string().trim().min(3).max(500),
    }),
    returns: sampleProfileOut,
    errors: ['sample_profile.reserved', 'sample_profile.invalid', 'request.conflict'],
  }),
  'sample_profiles.drop': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/sample-profiles/{profile}',
    tag: 'manage',
    summary: 'Drop a sample profile; its versions and what was drawn by it stay',
    permission: 'monitoring.change',
    params: profileParams,
    ifMatch: true,
    returns: 'empty',
    status: 204,
    errors: ['sample_profile.not_found', 'sample_profile.reserved', 'request.conflict'],
  }),
} as const;
