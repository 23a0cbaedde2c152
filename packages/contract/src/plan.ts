// The plan: tasks with dates that are likely, the axis of both credentials, approved baselines, and copies that ask "what if".
import { ADVICE_OPTIONS, CREDENTIALS, OWNER_ROLES, PLAN_NOTES } from '@assay/core';
import { z } from 'zod';
import { dateOut, instantOut, orgParams, shaField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';
import { dayRangeOut, promiseOut, rangeOut, shareOut, threePointOut } from './planFields.ts';
import { planSettingsField, planSettingsOut, variantField, variantOut } from './planSettings.ts';

const option = z.enum(ADVICE_OPTIONS);
const lane = z.enum(['iso', 'soc2', 'shared']).describe('shared: it serves both');

const taskOut = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    lane,
    kind: z.enum(['effort', 'wait', 'milestone']),
    role: z.enum(OWNER_ROLES).nullable().describe('who works on it; null where it only takes its time'),
    days: threePointOut.nullable().describe('person-days of an effort, calendar days of a wait'),
    after: z.array(z.string()),
    start: dateOut.describe('most likely'),
    end: dateOut.describe('most likely; the last day'),
    done: dayRangeOut.describe('when it is done, of all simulated courses'),
    slack: z.int().describe('days by which it may slip before the last credential does'),
    critical: z.boolean().describe('on the critical path of the most likely course'),
    criticality: shareOut.describe('of simulated courses in which it is on the critical path'),
    fixed: dateOut.nullable(),
    not_before: dateOut.nullable(),
    due: dateOut.nullable(),
    late_days: z.int().describe('by which it misses the day that it is fixed to or due on; 0: in time'),
    in_time: shareOut.nullable().describe('chance of keeping its due day; null where it has none'),
    follows: z.string().nullable().describe('the task that it began after; null where a date said when'),
    moved: z.enum(['fixed', 'not_before', 'days']).nullable().describe('what a person said of it'),
    gives: z.enum(CREDENTIALS).nullable(),
    because: z.string(),
  })
  .meta({ id: 'PlanTask' });

const credentialOut = z.strictObject({ credential: z.enum(CREDENTIALS), ready: dayRangeOut });

const conflictOut = z
  .strictObject({
    task: z.string(),
    constraint: z.enum(['fixed', 'due']),
    wanted: dateOut,
    found: dateOut,
    days: z.int().describe('by how much it is missed'),
    sentence: z.string(),
  })
  .meta({ id: 'PlanConflict' });

const axisOut = z
  .strictObject({
    from: dateOut,
    to: dateOut,
    items: z.array(
      z.strictObject({
        id: z.string(),
        kind: z
          .string()
          .describe('stage1, stage2, certificate, surveillance, recertification, period, report and so on'),
        lane,
        title: z.string(),
        from: dateOut,
        to: dateOut.describe('the last day; the same as from for a point in time'),
        latest: dateOut.nullable().describe('the last day that the rules allow, where there is one'),
        because: z.string(),
      }),
    ),
  })
  .meta({
    id: 'PlanAxis',
    description:
      'The three-year cycle of the certificate above the periods of SOC 2, shared work between them.',
  });

const differenceOut = z
  .strictObject({
    baseline: z.string().describe('PB-1'),
    approved_at: instantOut,
    sentence: z.string(),
    end: z.strictObject({ from: dateOut, to: dateOut, days: z.int() }),
    added: z.array(z.strictObject({ id: z.string(), title: z.string(), finish: dateOut })),
    gone: z
      .array(z.strictObject({ id: z.string(), title: z.string() }))
      .describe('done, or not needed any more'),
    moved: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        from: dateOut,
        to: dateOut,
        days: z.int().describe('calendar days; negative: earlier'),
        sentence: z.string().describe('by how much and why'),
        because: z.string().describe('only why, to be read beside the days'),
        chain: z.array(z.string()).describe('back to the task in which the movement began'),
        gives: z.enum(CREDENTIALS).nullable(),
      }),
    ),
    unmoved: z.int(),
  })
  .meta({ id: 'PlanDifference' });

const planOut = z
  .strictObject({
    sentence: z.string(),
    today: dateOut,
    start: dateOut,
    digest: z.string().describe('of what an approval would freeze of it: who approves sends it'),
    option,
    title: z.string(),
    advised: option,
    finish: dayRangeOut.nullable().describe('when the last credential is in hand'),
    person_days: rangeOut.describe('work of own people, all tasks together'),
    tasks: z.array(taskOut).describe('in the order of their start'),
    critical_path: z.array(z.string()).describe('ids, from the first task to the last credential'),
    critical_sentence: z.string().describe('what the end hangs on'),
    credentials: z.array(credentialOut),
    promises: z.array(promiseOut),
    conflicts: z.array(conflictOut).describe('days that cannot be kept, and by how much'),
    notes: z
      .array(
        z.strictObject({ code: z.enum(PLAN_NOTES), task: z.string(), days: z.int(), sentence: z.string() }),
      )
      .describe('what an auditor would remark, although it can be scheduled'),
    loads: z
      .array(
        z.strictObject({
          role: z.enum(OWNER_ROLES),
          person_days: z.number(),
          capacity: z.number().describe('person-days a month'),
          until: dateOut.describe('day on which its work is done'),
        }),
      )
      .describe('who has how much to do'),
    axis: axisOut,
    difference: differenceOut
      .nullable()
      .describe('since the newest approved plan; null where none was approved'),
    simulation: z.strictObject({ runs: z.int(), seed: z.string() }),
    settings: planSettingsOut,
    variant: z.string().nullable().describe('the variant that is shown; null: the plan itself'),
  })
  .meta({ id: 'Plan' });

const baselineOut = z
  .strictObject({
    id: z.string().describe('PB-1'),
    option,
    digest: z.string().describe('SHA-256 of the canonical text of the schedule that was approved'),
    approver: z.string(),
    role: z.string(),
    note: z.string(),
    approved_at: instantOut,
    recorded_by: z.string(),
    entry: z.int().describe('place of its entry in the ledger'),
  })
  .meta({ id: 'PlanBaseline' });

/** What an approval froze, as it is shown. */
const frozenOut = z
  .strictObject({
    today: dateOut,
    end: dateOut,
    credentials: z.array(credentialOut),
    tasks: z.array(z.strictObject({ id: z.string(), title: z.string(), lane, start: dateOut, end: dateOut })),
  })
  .meta({ id: 'FrozenPlan' });

const comparedOut = z
  .strictObject({
    variant: z.string().nullable().describe('null: the plan as it stands'),
    name: z.string(),
    differs: z.array(z.string()).describe('what is other than in the plan, a sentence each'),
    refused: z
      .string()
      .nullable()
      .describe('why it cannot be planned; what follows from a plan is then null'),
    option: option.nullable(),
    title: z.string().nullable(),
    recommended: option.nullable(),
    finish: dayRangeOut.nullable(),
    credentials: z.array(credentialOut),
    promises: z.array(promiseOut),
    first_year: rangeOut.nullable(),
    three_years: rangeOut.nullable(),
    person_days: rangeOut.nullable(),
    conflicts: z.int().nullable(),
  })
  .meta({ id: 'PlanCompared' });

const variantParams = orgParams.extend({ variant: z.string().max(20) });
const baselineParams = orgParams.extend({ baseline: z.string().max(20) });

export const planRoutes = {
  'plan.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/plan',
    tag: 'manage',
    summary:
      'The plan: tasks with likely dates, the critical path, when deals can be signed on, what moved since it was approved',
    permission: 'plan.read',
    params: orgParams,
    query: z.strictObject({
      option: option.optional().describe('another way than the one that is chosen'),
      variant: z.string().max(20).optional(),
      runs: z.coerce.number().int().min(100).max(20_000).default(2000),
      seed: z.string().max(200).default('1'),
    }),
    returns: planOut,
    errors: [
      'plan.refused',
      'plan.nothing_chosen',
      'plan.variant_not_found',
      'plan.too_long',
      'advice.refused',
      'advice.too_long',
    ],
  }),
  'plan_settings.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/plan/settings',
    tag: 'manage',
    summary: 'What is said of the plan, whether or not a plan comes of it',
    permission: 'plan.read',
    params: orgParams,
    returns: planSettingsOut,
  }),
  'plan_settings.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/plan/settings',
    tag: 'manage',
    summary:
      'Choose the way, move a task, fix a day, say capacity and holidays; the whole of it, as it was read',
    permission: 'plan.change',
    params: orgParams,
    ifMatch: true,
    body: planSettingsField,
    returns: planSettingsOut,
    errors: ['plan.refused', 'advice.refused'],
  }),
  'plan_baselines.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/plan/baselines',
    tag: 'manage',
    summary: 'Plans that were approved, newest first',
    permission: 'plan.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(baselineOut) }),
  }),
  'plan_baselines.approve': route({
    method: 'POST',
    path: '/v1/orgs/{org}/plan/baselines',
    tag: 'manage',
    summary: 'Approve the plan that was seen; later plans are held against it',
    about:
      '`digest` is that of the plan as it was read, with its own option and without a variant; a plan that has changed since is refused.',
    permission: 'plan.approve',
    params: orgParams,
    status: 201,
    body: z.strictObject({
      digest: shaField.describe('of the plan that was seen'),
      approver: z.string().trim().min(2).max(120),
      role: z.string().trim().min(2).max(120),
      note: z.string().trim().max(2000).default(''),
    }),
    returns: baselineOut,
    errors: [
      'plan.changed',
      'plan.refused',
      'plan.nothing_chosen',
      'plan.too_long',
      'advice.refused',
      'advice.too_long',
    ],
  }),
  'plan_baselines.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/plan/baselines/{baseline}',
    tag: 'manage',
    summary: 'An approved plan, and what moved since then with its cause',
    permission: 'plan.read',
    params: baselineParams,
    returns: z.strictObject({ baseline: baselineOut, frozen: frozenOut, difference: differenceOut }),
    errors: [
      'plan.baseline_not_found',
      'plan.refused',
      'plan.nothing_chosen',
      'plan.too_long',
      'advice.refused',
      'advice.too_long',
    ],
  }),
  'plan_variants.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/plan/variants',
    tag: 'manage',
    summary: 'Copies of the plan that ask "what if"',
    permission: 'plan.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(variantOut) }),
  }),
  'plan_variants.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/plan/variants',
    tag: 'manage',
    summary: 'Copy the plan under a name, with answers or settings that differ; twenty copies at most',
    permission: 'plan.change',
    params: orgParams,
    status: 201,
    body: variantField,
    returns: variantOut,
    errors: ['plan.refused', 'plan.too_many_variants', 'advice.refused'],
  }),
  'plan_variants.put': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/plan/variants/{variant}',
    tag: 'manage',
    summary: 'Change a variant; the whole of it, as it was read',
    permission: 'plan.change',
    params: variantParams,
    ifMatch: true,
    body: variantField,
    returns: variantOut,
    errors: ['plan.variant_not_found', 'plan.refused', 'advice.refused'],
  }),
  'plan_variants.drop': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/plan/variants/{variant}',
    tag: 'manage',
    summary: 'Drop a variant; its history stays in the ledger',
    permission: 'plan.change',
    params: variantParams,
    ifMatch: true,
    returns: 'empty',
    status: 204,
    errors: ['plan.variant_not_found'],
  }),
  'plan_variants.compare': route({
    method: 'GET',
    path: '/v1/orgs/{org}/plan/comparison',
    tag: 'manage',
    summary: 'The plan and its variants side by side: dates, deals, cost, effort',
    permission: 'plan.read',
    params: orgParams,
    returns: z.strictObject({ currency: z.string(), data: z.array(comparedOut) }),
    errors: ['plan.too_long', 'advice.refused', 'advice.too_long'],
  }),
  'plan.export': route({
    method: 'GET',
    path: '/v1/orgs/{org}/plan/export',
    tag: 'manage',
    summary: 'Tasks as CSV, or milestones and signable days as a calendar (RFC 5545)',
    permission: 'plan.read',
    params: orgParams,
    query: z.strictObject({ as: z.enum(['csv', 'ics']).default('csv') }),
    returns: 'bytes',
    errors: ['plan.refused', 'plan.nothing_chosen', 'plan.too_long', 'advice.refused', 'advice.too_long'],
  }),
} as const;
