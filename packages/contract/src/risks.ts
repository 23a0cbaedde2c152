// The method by which risks are rated, and the register: scenario, assessments, treatment, acceptance, review.
import { ASSESSED, OPTIONS, PROPERTIES, REVIEW_OUTCOMES, RISK_LINTS, RISK_STATES } from '@assay/core';
import { z } from 'zod';
import {
  controlCodeField,
  dateField,
  dateOut,
  instantField,
  instantOut,
  orgParams,
  page,
  pageQuery,
} from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const line = (most: number) => z.string().trim().min(1).max(most);
const person = line(120);
const step = z.int().min(1).max(5).describe('step of the scale, from 1');
const scaleStep = z.strictObject({ name: line(60), meaning: z.string().trim().max(400) });
const scale = z.array(scaleStep).min(1).max(7);

export const riskMethodFields = z
  .strictObject({
    likelihood: scale,
    impact: scale,
    levels: scale.describe('from the least to the worst'),
    combination: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('grid'),
          levels: z
            .array(z.array(z.int().min(1).max(7)).max(7))
            .max(7)
            .describe('level by likelihood (rows) and impact (columns), from 1'),
        }),
        z.strictObject({
          kind: z.literal('product'),
          up_to: z
            .array(z.int().min(1).max(49))
            .max(6)
            .describe('largest product of each level but the last'),
        }),
      ])
      .describe('steps are looked up; only a method that says product multiplies them'),
    acceptable: z.int().min(1).max(7).describe('highest level that needs no treatment'),
    authority: z
      .array(z.strictObject({ role: line(60), up_to: z.int().min(1).max(7) }))
      .max(20)
      .describe('who may accept a risk up to which level'),
    appetite: z.string().trim().max(2000).default(''),
  })
  .meta({ id: 'RiskMethodFields' });

const riskMethodOut = riskMethodFields
  .extend({
    revision: z.int().describe('0 where the organisation has not changed the method it began with'),
    changed_by: z.string().nullable(),
    changed_at: instantOut.nullable(),
  })
  .meta({ id: 'RiskMethod' });

const scenario = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('event'), event: line(1000), consequence: line(1000) }),
  z.strictObject({
    view: z.literal('asset'),
    asset: line(300),
    threat: line(600),
    vulnerability: line(600),
  }),
]);

const riskFields = {
  title: line(200),
  scenario,
  properties: z.array(z.enum(PROPERTIES)).min(1).max(3).describe('what is at stake'),
  category: z.string().trim().max(60).default(''),
  owner: person.nullable().default(null),
  custom: z
    .record(z.string().max(80), z.string().max(4000))
    .default({})
    .describe('columns of a register that was brought along'),
};

const levelOut = z.strictObject({ level: z.int().describe('from 1'), name: z.string() });

const assessmentOut = z
  .strictObject({
    of: z.enum(ASSESSED),
    likelihood: z.int(),
    impact: z.int(),
    ...levelOut.shape,
    justification: z.string(),
    on: dateOut,
    method: z.int().describe('version of the method'),
    by: z.string(),
  })
  .meta({ id: 'RiskAssessment' });

const treatmentOut = z
  .strictObject({
    option: z.enum(OPTIONS),
    plan: z.string(),
    controls: z.array(z.string()),
    owner: z.string().nullable(),
    due: dateOut.nullable(),
    decided_on: dateOut,
    by: z.string(),
  })
  .meta({ id: 'RiskTreatment' });

const acceptanceOut = z
  .strictObject({
    ...levelOut.shape,
    method: z.int(),
    by: z.string(),
    role: z.string(),
    reason: z.string(),
    conditions: z.string(),
    on: dateOut,
    until: dateOut.describe('first day on which it no longer holds'),
    recorded_by: z.string(),
  })
  .meta({ id: 'RiskAcceptance' });

const riskOut = z
  .strictObject({
    code: z.string().describe('R-12'),
    title: z.string(),
    scenario,
    properties: z.array(z.enum(PROPERTIES)),
    category: z.string(),
    owner: z.string().nullable(),
    custom: z.record(z.string(), z.string()),
    state: z.enum(RISK_STATES),
    sentence: z.string(),
    inherent: assessmentOut.nullable(),
    current: assessmentOut.nullable(),
    target: assessmentOut.nullable(),
    assessments: z.array(assessmentOut).describe('all, the oldest first'),
    treatment: treatmentOut.nullable(),
    acceptance: acceptanceOut.nullable().describe('the one that holds today'),
    acceptances: z.array(acceptanceOut),
    reviews: z.array(
      z.strictObject({
        outcome: z.enum(REVIEW_OUTCOMES),
        note: z.string(),
        on: dateOut,
        next: dateOut,
        by: z.string(),
      }),
    ),
    review_due: dateOut.nullable(),
    lints: z.array(
      z.strictObject({
        code: z.enum(RISK_LINTS),
        day: dateOut.nullable(),
        sentence: z.string(),
        remedy: z.string(),
      }),
    ),
    closed: z.strictObject({ because: z.string(), on: dateOut, by: z.string() }).nullable(),
    revision: z.int(),
    changed_by: z.string(),
    changed_at: instantOut,
  })
  .meta({ id: 'Risk' });

const place = z.strictObject({ likelihood: z.int(), impact: z.int() });
const move = z.strictObject({ risk: z.string(), from: place, to: place });

const riskParams = orgParams.extend({ risk: z.string().max(20) });
const MISSED = ['risk.not_found', 'risk.refused'] as const;

const suggestionOut = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    event: z.string(),
    consequence: z.string(),
    properties: z.array(z.enum(PROPERTIES)),
    category: z.string(),
    controls: z.array(z.string()).describe('controls that would change it'),
    used_by: z.array(z.string()).describe('risks of the register with this title'),
  })
  .meta({ id: 'RiskSuggestion' });

export const risksRoutes = {
  'risk_scenarios.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/risk-scenarios',
    tag: 'manage',
    summary: 'Scenarios to begin a register with; nobody has judged them for this company',
    permission: 'risks.read',
    params: orgParams,
    returns: z.strictObject({
      reviewer: z.string().describe('who has reviewed them, or unreviewed'),
      data: z.array(suggestionOut),
    }),
  }),
  'risk_method.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/risk-method',
    tag: 'manage',
    summary: 'How risks are rated: scales, grid, what is acceptable, who may accept what',
    permission: 'risks.read',
    params: orgParams,
    query: z.strictObject({ at: instantField.optional() }),
    returns: riskMethodOut,
  }),
  'risk_method.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/risk-method',
    tag: 'manage',
    summary: 'Change the method; earlier assessments keep the version that they were made by',
    permission: 'risks.change',
    params: orgParams,
    ifMatch: true,
    body: riskMethodFields,
    returns: riskMethodOut,
    errors: ['risk_method.invalid'],
  }),
  'risks.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/risks',
    tag: 'manage',
    summary: 'The register, each risk as it stands today',
    permission: 'risks.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      at: instantField.optional().describe('as it was known at this instant'),
    }),
    returns: page(riskOut),
  }),
  'risks.export': route({
    method: 'GET',
    path: '/v1/orgs/{org}/risk-register',
    tag: 'audit',
    summary: 'The register as a workbook, with every assessment and the method, or as CSV',
    permission: 'risks.read',
    params: orgParams,
    query: z.strictObject({ as: z.enum(['xlsx', 'csv']).default('xlsx'), at: instantField.optional() }),
    returns: 'bytes',
  }),
  'risks.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/risks/{risk}',
    tag: 'manage',
    summary: 'One risk with all that was said of it',
    permission: 'risks.read',
    params: riskParams,
    query: z.strictObject({ at: instantField.optional() }),
    returns: riskOut,
    errors: ['risk.not_found'],
  }),
  'risks.matrix': route({
    method: 'GET',
    path: '/v1/orgs/{org}/risk-matrix',
    tag: 'manage',
    summary: 'Likelihood by impact: which risks stand where, and where each came from',
    permission: 'risks.read',
    params: orgParams,
    query: z.strictObject({ at: instantField.optional() }),
    returns: z.strictObject({
      sentence: z.string(),
      rows: z
        .array(
          z.array(
            z.strictObject({
              likelihood: z.int(),
              impact: z.int(),
              ...levelOut.shape,
              risks: z.array(z.string()),
            }),
          ),
        )
        .describe('from the highest likelihood down'),
      moves: z.array(move).describe('from inherent to current: what was done so far'),
      aims: z.array(move).describe('from where each stands to its target: what is still to be done'),
      placeless: z
        .array(z.string())
        .describe('not assessed, or by a version of the method that measured otherwise'),
    }),
  }),
  'risks.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/risks',
    tag: 'manage',
    summary: 'Write down a risk',
    permission: 'risks.change',
    params: orgParams,
    status: 201,
    body: z.strictObject(riskFields),
    returns: riskOut,
  }),
  'risks.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/risks/{risk}',
    tag: 'manage',
    summary: 'Reword a risk, hand it to another owner, or close it with a reason',
    permission: 'risks.change',
    params: riskParams,
    ifMatch: true,
    body: z
      .strictObject({ ...riskFields, closed: line(1000).nullable().describe('why it is no risk any more') })
      .partial(),
    returns: riskOut,
    errors: ['risk.not_found'],
  }),
  'risks.assess': route({
    method: 'POST',
    path: '/v1/orgs/{org}/risks/{risk}/assessments',
    tag: 'manage',
    summary: 'Assess likelihood and impact; the level is looked up',
    permission: 'risks.change',
    params: riskParams,
    body: z.strictObject({
      of: z.enum(ASSESSED),
      likelihood: step,
      impact: step,
      justification: z.string().trim().min(3).max(4000),
      on: dateField.optional().describe('today where it is left out'),
    }),
    returns: riskOut,
    errors: MISSED,
  }),
  'risks.treat': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/risks/{risk}/treatment',
    tag: 'manage',
    summary: 'Choose how a risk is treated: by which controls, by whom, until when',
    permission: 'risks.change',
    params: riskParams,
    body: z.strictObject({
      option: z.enum(OPTIONS),
      plan: z.string().trim().max(4000).default(''),
      controls: z.array(controlCodeField).max(50).default([]),
      owner: person.nullable().default(null),
      due: dateField.nullable().default(null),
    }),
    returns: riskOut,
    errors: [...MISSED, 'control.not_found'],
  }),
  'risks.accept': route({
    method: 'POST',
    path: '/v1/orgs/{org}/risks/{risk}/acceptances',
    tag: 'manage',
    summary: 'Take what remains, for twelve months at most, by somebody with the authority',
    permission: 'risks.accept',
    params: riskParams,
    body: z.strictObject({
      by: person,
      role: line(60),
      reason: z.string().trim().min(10).max(4000),
      conditions: z.string().trim().max(2000).default(''),
      on: dateField.optional(),
      until: dateField,
    }),
    returns: riskOut,
    errors: MISSED,
  }),
  'risks.review': route({
    method: 'POST',
    path: '/v1/orgs/{org}/risks/{risk}/reviews',
    tag: 'manage',
    summary: 'Record that a risk was looked at, what came of it, and when next',
    permission: 'risks.change',
    params: riskParams,
    body: z.strictObject({
      outcome: z.enum(REVIEW_OUTCOMES),
      note: z.string().trim().max(4000).default(''),
      on: dateField.optional(),
      next: dateField,
    }),
    returns: riskOut,
    errors: MISSED,
  }),
} as const;
