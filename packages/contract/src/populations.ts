// Populations: a list is brought as a draft, questioned, frozen with where it comes from, and never changed again.
import { DAY_WRITERS, POPULATION_KINDS, POPULATION_WARNINGS, ROW_FAULTS, RULE_REASONS } from '@assay/core';
import { z } from 'zod';
import { problemRowOut } from './imports.ts';
import {
  controlCodeField,
  dateField,
  dateOut,
  instantField,
  instantOut,
  orgParams,
  page,
  pageQuery,
  periodField,
  shaField,
} from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const columnField = z.string().min(1).max(200);
const mappingIn = z.strictObject({
  key: columnField.describe('column that names the event'),
  day: columnField.describe('column with the day of the event'),
  done: columnField.optional().describe('column with the day on which it was dealt with'),
  fields: z.array(columnField).max(200).optional().describe('other columns to keep; all when absent'),
});
const text = (most: number) => z.string().trim().min(1).max(most);

const provenanceIn = z.strictObject({
  source: text(200).optional().describe('system that knows the events'),
  environment: text(100).optional().describe('production, or which other one'),
  query: text(4000).optional().describe('query, report or endpoint with its parameters, word for word'),
  filters: z.string().trim().max(2000).optional().describe('what was left out; empty when nothing was'),
  range: periodField.optional().describe('days whose events it holds, all of them'),
  generator: text(200).optional().describe('who or what made the list'),
  generated_at: instantField.optional(),
  every_page: z.boolean().optional().describe('its maker says that every page was fetched'),
  days_written_by: z
    .enum(DAY_WRITERS)
    .optional()
    .describe('system: the days were written when it happened; person: by hand, perhaps later'),
});

const draftIn = {
  kind: z.enum(POPULATION_KINDS),
  title: text(200),
  scope: text(60).nullable().describe('scope of the controls that the list speaks for; null: all'),
  controls: z.array(controlCodeField).max(40),
  sheet: text(100).describe('sheet of a workbook; the first when absent'),
  mapping: mappingIn,
  provenance: provenanceIn,
};

export const warningOut = z.strictObject({
  code: z.enum(POPULATION_WARNINGS),
  count: z.int(),
  examples: z.array(z.string()).describe('at most 20'),
});

const provenanceOut = z.strictObject({
  source: z.string().nullable(),
  environment: z.string().nullable(),
  query: z.string().nullable(),
  filters: z.string().nullable(),
  range: z.strictObject({ from: dateOut, until: dateOut }).nullable(),
  generator: z.string().nullable(),
  generated_at: instantOut.nullable(),
  every_page: z.boolean().nullable(),
  days_written_by: z.enum(DAY_WRITERS).nullable(),
});

const keysOut = z.array(z.string()).describe('at most 500');
export const reconciliationOut = z
  .strictObject({
    number: z.int(),
    source: z.string(),
    artefact: z.string().nullable(),
    population: z.string().nullable().describe('the other population, where it is one'),
    here: z.int(),
    there: z.int(),
    matched: z.int(),
    agrees: z.boolean(),
    only_here: z.strictObject({ count: z.int(), keys: keysOut }),
    only_there: z.strictObject({ count: z.int(), keys: keysOut }),
    other_day: z.strictObject({
      count: z.int(),
      rows: z.array(z.strictObject({ key: z.string(), here: dateOut, there: dateOut })),
    }),
    by: z.string(),
    at: instantOut,
  })
  .meta({ id: 'Reconciliation' });

export const populationOut = z
  .strictObject({
    id: z.string().describe('P-1'),
    state: z.enum(['draft', 'frozen']),
    tag: z.string().describe('of what is said of it, for If-Match when a draft is changed'),
    kind: z.enum(POPULATION_KINDS),
    title: z.string(),
    scope: z.string().nullable(),
    controls: z.array(z.string()),
    artefact: z.string().describe('SHA-256 of the bytes as they came'),
    filename: z.string(),
    reader: z.string(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    columns: z.array(z.strictObject({ name: z.string(), examples: z.array(z.string()) })),
    mapping: z
      .strictObject({
        key: z.string().nullable(),
        day: z.string().nullable(),
        done: z.string().nullable(),
        fields: z.array(z.string()),
      })
      .describe('guessed from the headers until somebody says otherwise'),
    provenance: provenanceOut,
    missing: z.array(z.string()).describe('what must still be said before it can be frozen'),
    rows: z.int(),
    first_event: dateOut.nullable(),
    last_event: dateOut.nullable(),
    problems: z.strictObject({
      fatal: z.int(),
      error: z.int(),
      warning: z.int(),
      first: z.array(problemRowOut),
    }),
    faults: z
      .array(z.strictObject({ fault: z.enum(ROW_FAULTS), rows: z.int(), first: z.string() }))
      .describe('rows that the mapping cannot read'),
    warnings: z.array(warningOut),
    digest: z.string().nullable().describe('RFC 6962 root over the sorted canonical rows, once frozen'),
    reconciliations: z.array(reconciliationOut),
    supersedes: z.string().nullable(),
    superseded_by: z.string().nullable(),
    by: z.string(),
    created_at: instantOut,
    frozen_by: z.string().nullable(),
    frozen_at: instantOut.nullable(),
  })
  .meta({ id: 'Population' });

const rowOut = z
  .strictObject({
    key: z.string(),
    day: dateOut,
    done: dateOut.nullable(),
    fields: z.record(z.string(), z.string()),
  })
  .meta({ id: 'PopulationRow' });

const ruleItemOut = z.strictObject({
  key: z.string(),
  day: dateOut,
  reason: z.enum(RULE_REASONS),
  days: z.int().nullable(),
});

export const ruleResultOut = z
  .strictObject({
    rule: z.enum(['approved_by_another', 'done_within']),
    within_days: z.int().nullable(),
    author: z.string().nullable().describe('the column that was read'),
    approvers: z.string().nullable(),
    tested: z.int(),
    passed: z.int(),
    deviating: z.array(ruleItemOut),
    open: z.array(ruleItemOut).describe('still in time when the list was made'),
    unknown: z.array(ruleItemOut).describe('cannot be told from the list; never a pass'),
  })
  .meta({ id: 'PopulationTest' });

const params = orgParams.extend({ population: z.string().max(40) });

export const populationsRoutes = {
  'populations.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/populations',
    tag: 'audit',
    summary: 'Populations, newest first',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      kind: z.enum(POPULATION_KINDS).optional(),
      state: z.enum(['draft', 'frozen']).optional(),
      control: controlCodeField.optional(),
    }),
    returns: page(populationOut),
  }),
  'populations.start': route({
    method: 'POST',
    path: '/v1/orgs/{org}/populations',
    tag: 'build',
    summary: 'Read a stored table as a draft of a population',
    permission: 'evidence.add',
    params: orgParams,
    status: 201,
    body: z.strictObject({
      artefact: shaField,
      filename: z.string().min(1).max(255),
      kind: draftIn.kind,
      title: draftIn.title.optional(),
      scope: draftIn.scope.default(null),
      controls: draftIn.controls.optional().describe('those of the kind when absent'),
      sheet: draftIn.sheet.optional(),
      mapping: draftIn.mapping.optional(),
      provenance: draftIn.provenance.default({}),
    }),
    returns: populationOut,
    errors: ['artefact.not_found', 'control.not_found', 'population.column_unknown', 'population.too_large'],
  }),
  'populations.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/populations/{population}',
    tag: 'audit',
    summary: 'One population',
    permission: 'monitoring.read',
    params,
    returns: populationOut,
    errors: ['population.not_found'],
  }),
  'populations.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/populations/{population}',
    tag: 'build',
    summary: 'Change a draft: its columns, its kind, where it comes from',
    permission: 'evidence.add',
    params,
    ifMatch: true,
    body: z.strictObject({
      kind: draftIn.kind.optional(),
      title: draftIn.title.optional(),
      scope: draftIn.scope.optional(),
      controls: draftIn.controls.optional(),
      sheet: draftIn.sheet.optional(),
      mapping: draftIn.mapping.optional(),
      provenance: draftIn.provenance.optional().describe('what is named is changed, the rest stays'),
    }),
    returns: populationOut,
    errors: [
      'population.not_found',
      'population.frozen',
      'population.column_unknown',
      'population.too_large',
      'control.not_found',
    ],
  }),
  'populations.discard': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/populations/{population}',
    tag: 'build',
    summary: 'Discard a draft',
    permission: 'evidence.add',
    params,
    status: 204,
    returns: 'empty',
    errors: ['population.not_found', 'population.frozen'],
  }),
  'populations.freeze': route({
    method: 'POST',
    path: '/v1/orgs/{org}/populations/{population}/freeze',
    tag: 'build',
    summary: 'Freeze a draft: from here on its rows are events, and never change',
    permission: 'evidence.review',
    params,
    body: z.strictObject({
      supersedes: z.string().max(40).optional().describe('frozen population whose place it takes'),
    }),
    returns: populationOut,
    errors: [
      'population.not_found',
      'population.frozen',
      'population.incomplete',
      'population.unreadable',
      'population.not_superseded',
    ],
  }),
  'populations.reconcile': route({
    method: 'POST',
    path: '/v1/orgs/{org}/populations/{population}/reconcile',
    tag: 'build',
    summary: 'Compare a frozen population with a second source: counts, matched keys, every difference',
    permission: 'evidence.add',
    params,
    body: z.union([
      z.strictObject({ population: z.string().max(40).describe('another frozen population') }),
      z.strictObject({
        artefact: shaField,
        source: text(200).describe('the second system'),
        sheet: draftIn.sheet.optional(),
        mapping: draftIn.mapping.optional().describe('guessed from the headers when absent'),
      }),
    ]),
    returns: populationOut,
    errors: [
      'population.not_found',
      'population.not_frozen',
      'population.unreadable',
      'population.column_unknown',
      'population.too_large',
      'artefact.not_found',
    ],
  }),
  'populations.rows': route({
    method: 'GET',
    path: '/v1/orgs/{org}/populations/{population}/rows',
    tag: 'audit',
    summary: 'Rows of a population, in the order of their source',
    permission: 'monitoring.read',
    params,
    query: z.strictObject({
      ...pageQuery,
      q: z.string().max(200).optional().describe('words in the key or a field'),
      from: dateField.optional(),
      until: dateField.optional(),
    }),
    returns: page(rowOut),
    errors: ['population.not_found'],
  }),
  'populations.export': route({
    method: 'GET',
    path: '/v1/orgs/{org}/populations/{population}/rows.ndjson',
    tag: 'audit',
    summary: 'All rows in canonical JSON, in the order in which the digest is made',
    permission: 'monitoring.read',
    params,
    returns: 'ndjson',
    errors: ['population.not_found'],
  }),
  'populations.csv': route({
    method: 'GET',
    path: '/v1/orgs/{org}/populations/{population}/rows.csv',
    tag: 'audit',
    summary: 'All rows as CSV, in the order of their source',
    permission: 'monitoring.read',
    params,
    returns: 'bytes',
    errors: ['population.not_found'],
  }),
  'populations.test': route({
    method: 'GET',
    path: '/v1/orgs/{org}/populations/{population}/tests',
    tag: 'audit',
    summary: 'Every row tested by rule, with the rows that deviate',
    permission: 'monitoring.read',
    params,
    query: z.strictObject({
      within_days: z.coerce
        .number()
        .int()
        .min(0)
        .max(3660)
        .optional()
        .describe('days from the event to its act'),
    }),
    returns: z.strictObject({ data: z.array(ruleResultOut) }),
    errors: ['population.not_found'],
  }),
} as const;
