// Samples: what was drawn from a frozen population, by which rule, how it was tested and what that says.
import { FREQUENCY_CLASSES, SAMPLE_ALGORITHM, SHEET_OUTCOMES, TEST_METHODS, TEST_RESULTS } from '@assay/core';
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
  slugField,
} from './kernel/fields.ts';
import { route } from './kernel/route.ts';
import { countField, strataField } from './sampleRecipe.ts';
import { sizeRuleField } from './sizeRule.ts';

const becauseField = z.string().trim().min(3).max(2000);

const letterField = z.string().regex(/^[A-Z]$/, 'expected a letter A to Z');
const attributeField = z.strictObject({
  letter: letterField,
  text: z.string().trim().min(3).max(500).describe('what must hold of an item'),
  method: z.enum(TEST_METHODS),
});

const sizeField = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('profile'),
    profile: slugField.describe('one that comes along, or the organisation’s own'),
    frequency: z
      .enum(FREQUENCY_CLASSES)
      .optional()
      .describe('of the control’s performance; by default that of its schedule, where the rule is a table'),
    configurations: z.int().min(1).max(10_000).optional(),
  }),
  z.strictObject({ by: z.literal('own'), size: countField, because: becauseField }),
]);

const drawIn = z.strictObject({
  population: z.string().max(40),
  control: controlCodeField,
  size: sizeField,
  strata: strataField.default({ by: 'month', column: 'day' }),
  seed: z.string().min(1).max(256).optional().describe('typed by the auditor; 32 random bytes by default'),
  confidence: z.number().min(50).max(99.99).default(95).describe('percent, of the upper bounds'),
  attributes: z.array(attributeField).min(1).max(12),
});

const sheetOut = z
  .strictObject({
    items: z.int(),
    tested: z.int(),
    deviations: z.int(),
    untested: z.int(),
    population: z.int(),
    confidence: z.number(),
    upper_rate: z.number().describe('Clopper-Pearson, one-sided; what is not tested counts as a deviation'),
    upper_count: z.int().describe('of these rows, by the hypergeometric distribution'),
    outcome: z.enum(SHEET_OUTCOMES),
    sentence: z.string(),
  })
  .meta({ id: 'SampleSheet' });

const wordOut = z.strictObject({ by: z.string(), at: instantOut, because: z.string() });

const sampleFields = {
  id: z.string(),
  code: z.string().describe('S-1, S-2, …'),
  draw: z.int().describe('this is draw so many of this population for this control'),
  draws: z.int().describe('draws of this population for this control so far, voided ones among them'),
  control: z.string(),
  population: z.strictObject({ id: z.string(), title: z.string(), rows: z.int(), digest: z.string() }),
  sizes: z.array(z.int()),
  seed: z.string(),
  seed_from: z.enum(['random', 'typed']),
  made_by: z.string(),
  made_at: instantOut,
  voided: wordOut.nullable(),
  sheet: sheetOut,
} as const;

export const sampleOut = z.strictObject(sampleFields).meta({ id: 'Sample' });

export const sampleItemOut = z
  .strictObject({
    number: z.int().describe('from 1, in the order of the draw'),
    rank: z.int(),
    stratum: z.string(),
    step: z.int(),
    row: z.record(z.string(), z.unknown()),
    result: z.enum(TEST_RESULTS),
    results: z.record(z.string(), z.enum(TEST_RESULTS)),
    evidence: z.array(z.string()),
    note: z.string(),
    tester: z.string().nullable(),
    tested_on: dateOut.nullable(),
    revision: z.int(),
  })
  .meta({ id: 'SampleItem' });

export const sampleDetailOut = z
  .strictObject({
    ...sampleFields,
    algorithm: z.literal(SAMPLE_ALGORITHM),
    strata: strataField,
    parts: z.array(
      z.strictObject({
        name: z.string(),
        size: z.int(),
        taken: z.array(z.int()).describe('items with each step'),
      }),
    ),
    reason: z.string().describe('why this size'),
    profile: z
      .strictObject({
        name: z.string(),
        title: z.string(),
        rule: sizeRuleField,
        source: z.string(),
        revision: z.int().describe('0 for one that comes along'),
        frequency: z.enum(FREQUENCY_CLASSES).nullable(),
        configurations: z.int(),
      })
      .nullable()
      .describe(
        'the profile as it stood when it was drawn by; null for an own size, and before profiles were kept',
      ),
    attributes: z.array(attributeField),
    extensions: z.array(
      z.strictObject({ from: z.int(), to: z.int(), by: z.string(), at: instantOut, because: z.string() }),
    ),
    items: z.array(sampleItemOut),
  })
  .meta({ id: 'SampleDetail' });

export const sampledDayOut = z
  .strictObject({
    control: z.string(),
    day: dateOut.describe('of the event'),
    sample: z.string().describe('S-1'),
    number: z.int().describe('of the item in the sample'),
    key: z.string().describe('what its source calls the event'),
    result: z.enum(TEST_RESULTS),
  })
  .meta({ id: 'SampledDay' });

const resultsIn = z.strictObject({
  items: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        revision: z.int().min(0).describe('of the row as it was read; 0 before its first result'),
        results: z.record(letterField, z.enum(TEST_RESULTS)),
        evidence: z
          .array(z.string().regex(/^E-\d+$/, 'expected evidence such as E-12'))
          .max(50)
          .default([]),
        note: z.string().trim().max(2000).default(''),
        tested_on: dateField,
      }),
    )
    .min(1)
    .max(500),
});

const sampleParams = orgParams.extend({ sample: z.string().max(40).describe('id or S-number') });
const gone = ['sample.not_found'] as const;
const closed = ['sample.not_found', 'sample.voided'] as const;

export const samplesRoutes = {
  'samples.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/samples',
    tag: 'audit',
    summary: 'Every draw that was ever made, newest first, voided ones among them',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      population: z.string().max(40).optional(),
      control: controlCodeField.optional(),
    }),
    returns: page(sampleOut),
  }),
  'samples.draw': route({
    method: 'POST',
    path: '/v1/orgs/{org}/samples',
    tag: 'audit',
    summary: 'Draw a sample of a frozen population for a control',
    about:
      'The draw is recorded in the ledger with its number before anybody has seen it: a second draw does not replace the first. How it is made stands in docs/reference/sampling.md; anybody can make it again.',
    permission: 'monitoring.change',
    params: orgParams,
    status: 201,
    body: drawIn,
    returns: sampleDetailOut,
    errors: ['population.not_found', 'control.not_found', 'sample_profile.not_found', 'sample.not_drawable'],
  }),
  'samples.days': route({
    method: 'GET',
    path: '/v1/orgs/{org}/sampled-days',
    tag: 'audit',
    summary: 'Items of standing samples by the day of their event, with what the test sheet says of each',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      from: dateField,
      until: dateField.describe('first day after it'),
      control: controlCodeField.optional(),
      at: instantField.optional().describe('answer as it was known at this instant'),
    }),
    returns: page(sampledDayOut),
    errors: ['window.period'],
  }),
  'samples.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/samples/{sample}',
    tag: 'audit',
    summary: 'One sample with its items, its test sheet and what that says',
    permission: 'monitoring.read',
    params: sampleParams,
    returns: sampleDetailOut,
    errors: gone,
  }),
  'samples.test': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/samples/{sample}/results',
    tag: 'audit',
    summary: 'Record what was tested of items, all or none',
    permission: 'evidence.review',
    params: sampleParams,
    body: resultsIn,
    returns: sampleDetailOut,
    errors: [...closed, 'sample.item_not_found', 'sample.item_changed', 'evidence.not_found'],
  }),
  'samples.extend': route({
    method: 'POST',
    path: '/v1/orgs/{org}/samples/{sample}/extend',
    tag: 'audit',
    summary: 'Extend a sample: the same draw goes on, what was drawn stays',
    permission: 'monitoring.change',
    params: sampleParams,
    body: z.strictObject({ to: countField, because: becauseField }),
    returns: sampleDetailOut,
    errors: [...closed, 'sample.not_drawable'],
  }),
  'samples.void': route({
    method: 'POST',
    path: '/v1/orgs/{org}/samples/{sample}/void',
    tag: 'audit',
    summary: 'Void a sample with a reason; it stays where everybody sees it',
    permission: 'monitoring.change',
    params: sampleParams,
    body: z.strictObject({ because: becauseField }),
    returns: sampleDetailOut,
    errors: closed,
  }),
  'samples.export': route({
    method: 'GET',
    path: '/v1/orgs/{org}/samples/{sample}/export',
    tag: 'audit',
    summary:
      'Population, sample, test sheet and recipe: a workbook, a recipe with its rows, or the sheet as CSV',
    permission: 'monitoring.read',
    params: sampleParams,
    query: z.strictObject({ as: z.enum(['xlsx', 'json', 'csv']).default('xlsx') }),
    returns: 'bytes',
    errors: [...gone, 'sample.too_large_for_workbook'],
  }),
} as const;
