// Frameworks: editions, requirements, own catalogues, and the recorded word on what applies.
import { SUCCESSIONS } from '@assay/core';
import { z } from 'zod';
import { orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

export const requirementOut = z
  .strictObject({
    ref: z.string(),
    id: z.string(),
    title: z.string(),
    kind: z.enum(['clause', 'control', 'criterion']),
    group: z.string(),
    leaf: z.boolean(),
    category: z.string().nullable(),
    is_new: z.boolean(),
    amendment: z.string().nullable(),
    attributes: z
      .record(z.string(), z.array(z.string()))
      .describe('attributes of ISO/IEC 27002:2022 by name; empty where there are none'),
    points_of_focus: z
      .array(z.strictObject({ id: z.string(), hint: z.string(), category: z.string().nullable() }))
      .describe('hints on what an examiner may look at; not requirements'),
  })
  .meta({ id: 'Requirement' });

export const frameworkOut = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    edition: z.string(),
    title: z.string(),
    view: z.enum(['iso', 'soc2', 'other']),
    amendments: z.array(z.string()),
    source: z.string(),
    own: z.boolean(),
    in_use: z.boolean(),
    requirement_count: z.int(),
    points_of_focus: z
      .strictObject({
        edition: z.string(),
        note: z.string(),
        reviewer: z.string().describe('role of who reviewed them, or unreviewed'),
        count: z.int(),
      })
      .nullable(),
  })
  .meta({ id: 'Framework' });

export const frameworkWholeOut = frameworkOut
  .extend({
    groups: z.array(z.strictObject({ id: z.string(), title: z.string(), kind: z.string() })),
    requirements: z.array(requirementOut),
  })
  .meta({ id: 'FrameworkWhole' });

/** What became of an older edition's requirements. */
export const editionPairsOut = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    source: z.string(),
    pairs: z.array(
      z.strictObject({
        from: z.string(),
        from_title: z.string(),
        to: z.string(),
        to_title: z.string(),
        kind: z.enum(SUCCESSIONS),
      }),
    ),
    fresh: z
      .array(z.strictObject({ ref: z.string(), title: z.string() }))
      .describe('requirements of the newer edition without one before'),
  })
  .meta({ id: 'EditionPairs' });

export const termOut = z
  .strictObject({
    term: z.string(),
    short: z.string().describe('one sentence, for a hover'),
    long: z.string(),
    frameworks: z.array(z.enum(['iso27001', 'soc2', 'assay'])),
    synonyms: z.array(z.string()),
    see: z.array(z.string()).describe('other terms of the glossary'),
  })
  .meta({ id: 'Term' });

export const applicabilityIn = z.discriminatedUnion('applies', [
  z.strictObject({ applies: z.literal(true), because: z.string().trim().min(3).max(2000) }),
  z.strictObject({
    applies: z.literal(false),
    why: z.string().trim().min(10, 'an exclusion needs its justification').max(2000),
  }),
]);

const frameworkParams = orgParams.extend({ framework: z.string().max(80) });
const requirementParams = frameworkParams.extend({ requirement: z.string().max(40) });

export const frameworksRoutes = {
  'glossary.list': route({
    method: 'GET',
    path: '/v1/glossary',
    tag: 'audit',
    summary: 'The words of both audits, each in a sentence or two',
    permission: 'public',
    returns: z.strictObject({ data: z.array(termOut) }),
  }),
  'frameworks.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/frameworks',
    tag: 'manage',
    summary: 'All frameworks that can be answered',
    permission: 'frameworks.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(frameworkOut) }),
  }),
  'frameworks.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/frameworks/{framework}',
    tag: 'manage',
    summary: 'One framework with all its requirements',
    permission: 'frameworks.read',
    params: frameworkParams,
    returns: frameworkWholeOut,
    errors: ['framework.not_found'],
  }),
  'frameworks.pairs': route({
    method: 'GET',
    path: '/v1/orgs/{org}/frameworks/{framework}/pairs',
    tag: 'audit',
    summary: 'What an edition took over from the one before, or what became of it in the next',
    permission: 'frameworks.read',
    params: frameworkParams,
    returns: z.strictObject({ data: z.array(editionPairsOut) }),
    errors: ['framework.not_found'],
  }),
  'frameworks.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/frameworks',
    tag: 'manage',
    summary: 'Add an own framework: Assay catalogue or OSCAL catalogue JSON',
    permission: 'frameworks.change',
    params: orgParams,
    status: 201,
    query: z.strictObject({ dry_run: z.stringbool().default(false) }),
    body: z.json(),
    // The OSCAL catalogue of NIST SP 800-53 has 10 MB.
    largestBody: 16,
    returns: frameworkWholeOut,
    errors: ['framework.invalid', 'framework.exists'],
  }),
  'applicability.decide': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/frameworks/{framework}/requirements/{requirement}/applicability',
    tag: 'manage',
    summary: 'Record whether a requirement applies, with the reason',
    permission: 'controls.change',
    params: requirementParams,
    body: applicabilityIn,
    returns: z.strictObject({ ref: z.string(), applies: z.boolean(), reason: z.string() }),
    errors: ['framework.not_found', 'requirement.not_found', 'requirement.clause_not_excludable'],
  }),
  'applicability.withdraw': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/frameworks/{framework}/requirements/{requirement}/applicability',
    tag: 'manage',
    summary: 'Take a decision back; the history keeps it',
    permission: 'controls.change',
    params: requirementParams,
    returns: 'empty',
    status: 204,
    errors: ['framework.not_found', 'requirement.not_found', 'applicability.not_decided'],
  }),
} as const;
