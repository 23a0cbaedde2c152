// Controls: the one set, its mappings, the crosswalk computed from them, posture in both views.
import { CONTROL_KINDS, FREQUENCIES, OWNER_ROLES, RELATIONS, STRENGTHS } from '@assay/core';
import { z } from 'zod';
import {
  controlCodeField,
  fractionOut,
  instantField,
  instantOut,
  orgParams,
  page,
  pageQuery,
  refField,
} from './kernel/fields.ts';
import { route } from './kernel/route.ts';
import { scopeSystemsOut, systemProofOut, systemsRoutes } from './systems.ts';

export const proofStates = [
  'proved',
  'failing',
  'stale',
  'unknown',
  'pending_review',
  'outside_window',
] as const;

/** What is known of a control in one view, with the reasons. */
export const controlProofOut = z
  .strictObject({
    state: z.enum(proofStates),
    reason: z.string().describe('one sentence'),
    evidence: z.array(z.string()).describe('human ids of the evidence that decides it'),
    checks: z.strictObject({
      pass: z.int(),
      fail: z.int(),
      error: z.int(),
      unknown: z.int(),
      not_applicable: z.int(),
      stale: z.int(),
    }),
    last_proof: z.string().nullable().describe('day of the newest supporting evidence'),
    systems: z
      .array(systemProofOut(proofStates))
      .describe('by system of the scope; empty where nothing tells the control apart'),
  })
  .meta({ id: 'ControlProof' });

export const controlStateIn = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('undecided') }),
  z.strictObject({
    state: z.literal('adopted'),
    implementation: z.enum(['planned', 'implemented']),
    owner: z.string().max(120).optional(),
  }),
  z.strictObject({ state: z.literal('not_adopted'), because: z.string().trim().min(3).max(2000) }),
]);
export const controlStateOut = z.strictObject({
  state: z.enum(['undecided', 'adopted', 'not_adopted']),
  implementation: z.enum(['planned', 'implemented']).nullable(),
  owner: z.string().nullable(),
  because: z.string().nullable(),
  since: instantOut.nullable(),
});

export const mappingOut = z
  .strictObject({
    to: z.string(),
    title: z.string(),
    relation: z.enum(RELATIONS),
    strength: z.enum(STRENGTHS),
    rationale: z.string(),
    source: z.string(),
    reviewer: z.string(),
  })
  .meta({ id: 'Mapping' });

export const controlOut = z
  .strictObject({
    code: z.string(),
    domain: z.string(),
    name: z.string(),
    objective: z.string(),
    activity: z.string(),
    owner_role: z.enum(OWNER_ROLES),
    kind: z.enum(CONTROL_KINDS),
    frequency: z.enum(FREQUENCIES),
    freshness_days: z.int(),
    effort_days: z.number(),
    evidence_wanted: z.strictObject({ ask: z.string(), good: z.string(), bad: z.string() }),
    state: controlStateOut,
    iso: controlProofOut,
    soc2: controlProofOut,
    mappings: z.array(mappingOut),
    checks: z.int().describe('checks that speak for it'),
    evidence_count: z.int(),
    own: z.boolean(),
    revision: z.int(),
  })
  .meta({ id: 'Control' });

const controlIn = z.strictObject({
  code: controlCodeField.optional(),
  domain: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  objective: z.string().trim().min(1).max(600),
  activity: z.string().trim().min(1).max(3000),
  owner_role: z.enum(OWNER_ROLES),
  kind: z.enum(CONTROL_KINDS),
  frequency: z.enum(FREQUENCIES),
  freshness_days: z.int().min(1).max(1500),
  effort_days: z.number().min(0).max(1000),
  evidence_wanted: z.strictObject({
    ask: z.string().max(600),
    good: z.string().max(1200),
    bad: z.string().max(1200),
  }),
});
export const mappingIn = z.strictObject({
  to: refField,
  relation: z.enum(RELATIONS),
  strength: z.enum(STRENGTHS),
  rationale: z.string().trim().min(10).max(400),
  reviewed: z.boolean().default(false),
});

/** A file of mappings: what `assay framework map` reads and the whole-file route takes. */
export const mappingsFile = z.strictObject({
  mappings: z
    .array(mappingIn.extend({ control: controlCodeField }))
    .min(1)
    .max(2000),
});

const strengthPath = z.strictObject({
  relation: z.enum(RELATIONS),
  strength: z.enum(STRENGTHS),
  rationale: z.string(),
});
export const crosswalkPairOut = z
  .strictObject({
    tsc: z.string(),
    iso: z.string(),
    relation: z.enum(RELATIONS),
    strength: z.enum(STRENGTHS),
    via: z.array(
      z.strictObject({ control: z.string(), name: z.string(), tsc: strengthPath, iso: strengthPath }),
    ),
  })
  .meta({ id: 'CrosswalkPair' });

const share = fractionOut.extend({ members: z.array(z.string()) });
const direction = z.strictObject({ requirements: share, controls: share, evidence: share, effort: share });
const bothDirections = {
  iso_by_soc2: direction.describe('of what ISO asks, how much work for SOC 2 already answers'),
  soc2_by_iso: direction.describe('of what SOC 2 asks, how much work for ISO already answers'),
};
export const overlapOut = z
  .strictObject({
    ...bothDirections,
    strict: z
      .strictObject(bothDirections)
      .describe('the same, counting only what the other framework demands'),
    rules: z.strictObject({ generous: z.string(), strict: z.string() }).describe('both rules in words'),
    claim: z.strictObject({ low: z.number(), high: z.number(), source: z.string() }),
  })
  .meta({ id: 'Overlap' });

export const requirementStates = [
  'not_applicable',
  'undecided',
  'not_in_place',
  'proved',
  ...proofStates.slice(1),
] as const;
export const requirementPostureOut = z
  .strictObject({
    ref: z.string(),
    id: z.string(),
    title: z.string(),
    group: z.string(),
    kind: z.enum(['clause', 'control', 'criterion']),
    decided: z.boolean(),
    applies: z.boolean(),
    in_place: z.boolean(),
    proved: z.boolean(),
    state: z
      .string()
      .describe(
        'not_applicable, undecided, not_in_place, unknown, pending_review, outside_window, stale, failing or proved',
      ),
    reason: z.string().describe('one sentence'),
    decision: z.string().nullable().describe('the recorded reason'),
    controls: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        strength: z.enum(STRENGTHS),
        adopted: z.boolean(),
        implemented: z.boolean(),
        state: z.enum(proofStates),
        lacking: z.array(z.string()).describe('systems of the scope for which it is not proved'),
      }),
    ),
  })
  .meta({ id: 'RequirementPosture' });

const stage = fractionOut.extend({
  excluded: z.int(),
  reasons: z.array(z.strictObject({ state: z.string(), count: z.int() })),
});
export const frameworkPostureOut = z
  .strictObject({
    framework: z.string(),
    title: z.string(),
    view: z.enum(['iso', 'soc2', 'other']),
    sentence: z.string(),
    scope: z
      .strictObject({
        record: z.string().describe('SC-1'),
        version: z.int(),
        from: z.string().meta({ format: 'date' }),
        statement: z.string(),
        ...scopeSystemsOut,
      })
      .nullable()
      .describe('the approved scope in force on that day; null: nobody has approved one that had begun'),
    decided: stage,
    in_place: stage,
    proved: stage,
    requirements: z.array(requirementPostureOut),
  })
  .meta({ id: 'FrameworkPosture' });

export const nextStepOut = z
  .strictObject({
    kind: z.string(),
    target: z.string().describe('human id of what to do it on'),
    title: z.string(),
    reason: z.string(),
    moves: z.strictObject({ iso: z.array(z.string()), soc2: z.array(z.string()) }),
    effort_days: z.number(),
  })
  .meta({ id: 'NextStep' });

const controlParams = orgParams.extend({ control: controlCodeField });
const asOf = { at: instantField.optional().describe('answers from what was known at that instant') };

export const controlsRoutes = {
  ...systemsRoutes,
  'controls.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/controls',
    tag: 'manage',
    summary: 'The control set with its state in both views',
    permission: 'controls.read',
    params: orgParams,
    query: z.strictObject({ ...pageQuery, ...asOf }),
    returns: page(controlOut),
  }),
  'controls.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/controls/{control}',
    tag: 'manage',
    summary: 'One control',
    permission: 'controls.read',
    params: controlParams,
    query: z.strictObject(asOf),
    returns: controlOut,
    errors: ['control.not_found'],
  }),
  'controls.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/controls',
    tag: 'manage',
    summary: 'Add an own control',
    permission: 'controls.change',
    params: orgParams,
    status: 201,
    body: controlIn,
    returns: controlOut,
    errors: ['control.exists'],
  }),
  'controls.decide': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/controls/{control}/state',
    tag: 'manage',
    summary: 'Adopt a control, plan it, or say why not',
    permission: 'controls.change',
    params: controlParams,
    body: controlStateIn,
    returns: controlOut,
    errors: ['control.not_found'],
  }),
  'controls.decide_many': route({
    method: 'POST',
    path: '/v1/orgs/{org}/controls/decide',
    tag: 'manage',
    summary: 'The same decision on several controls, whole or not at all',
    permission: 'controls.change',
    params: orgParams,
    body: z.strictObject({ controls: z.array(controlCodeField).min(1).max(200), decision: controlStateIn }),
    returns: z.strictObject({ changed: z.int() }),
    errors: ['control.not_found'],
  }),
  'mappings.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/controls/{control}/mappings',
    tag: 'manage',
    summary: 'Set or review the mapping of a control to one requirement',
    permission: 'controls.change',
    params: controlParams,
    body: mappingIn,
    returns: controlOut,
    errors: ['control.not_found', 'requirement.not_found'],
  }),
  'mappings.put_many': route({
    method: 'POST',
    path: '/v1/orgs/{org}/mappings',
    tag: 'manage',
    summary: 'Set the mappings of a whole file, for example those of an own framework: all of them or none',
    permission: 'controls.change',
    params: orgParams,
    query: z.strictObject({ dry_run: z.stringbool().default(false) }),
    body: mappingsFile,
    returns: z.strictObject({
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      written: z.boolean().describe('false for a dry run'),
    }),
    errors: ['mapping.invalid'],
  }),
  'mappings.remove': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/controls/{control}/mappings',
    tag: 'manage',
    summary: 'Remove a mapping; the history keeps it',
    permission: 'controls.change',
    params: controlParams,
    query: z.strictObject({ to: refField }),
    returns: controlOut,
    errors: ['control.not_found', 'mapping.not_found'],
  }),
  'crosswalk.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/crosswalk',
    tag: 'audit',
    summary: 'Criterion to Annex A, computed through shared controls',
    permission: 'controls.read',
    params: orgParams,
    query: z.strictObject({ tsc: z.string().max(20).optional(), iso: z.string().max(20).optional() }),
    returns: z.strictObject({ data: z.array(crosswalkPairOut) }),
  }),
  'overlap.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/overlap',
    tag: 'manage',
    summary: 'How much of one framework the other already answers, four ways',
    permission: 'controls.read',
    params: orgParams,
    returns: overlapOut,
  }),
  'posture.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/posture',
    tag: 'audit',
    summary: 'Decided, in place, proved, for every framework in use',
    permission: 'controls.read',
    params: orgParams,
    query: z.strictObject({ ...asOf, framework: z.string().max(80).optional() }),
    returns: z.strictObject({ at: instantOut, data: z.array(frameworkPostureOut) }),
  }),
  'next_steps.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/next-steps',
    tag: 'manage',
    summary: 'What would move both frameworks most per day of effort',
    permission: 'controls.read',
    params: orgParams,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
    returns: z.strictObject({ data: z.array(nextStepOut) }),
  }),
} as const;
