// Collectors: who brings results how often, which runs came, and when nobody was looking.
import {
  COLLECTOR_KINDS,
  COLLECTOR_LISTS,
  COLLECTOR_STATES,
  DEFAULT_TOLERANCE,
  RUN_ERRORS,
  UNKNOWN_REASONS,
} from '@assay/core';
import { z } from 'zod';
import { importOut } from './imports.ts';
import {
  controlCodeField,
  instantField,
  instantOut,
  orgParams,
  page,
  pageQuery,
  slugField,
} from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const checkField = z
  .string()
  .max(300)
  .regex(/^[^:]+:.+$/, 'expected scanner:check, or scanner:* for all of a scanner');

const coversIn = z
  .strictObject({
    controls: z.array(controlCodeField).max(200).default([]),
    all: z.boolean().default(false).describe('everything: its silence is a gap of every control'),
    checks: z.array(checkField).max(500).default([]).describe('scanner:check, or scanner:* for all of one'),
  })
  .refine(
    (covers) => covers.all || covers.controls.length > 0 || covers.checks.length > 0,
    'name controls or checks, or all',
  )
  .refine(
    (covers) => !covers.all || (covers.controls.length === 0 && covers.checks.length === 0),
    'all leaves nothing to name beside it',
  );

const scopeField = z.string().trim().min(1).max(100);
const formatsField = z.array(z.string().min(1).max(60)).max(20);
const hoursField = z.int().min(1).max(8784);
const toleranceField = z.number().min(1).max(10);
const readsField = z.strictObject({
  path: z.string().min(1).max(1000).describe('file or directory on the server’s machine'),
});

const changeable = {
  title: z.string().trim().min(1).max(200),
  covers: coversIn,
  scope: scopeField.nullable().describe('scope of the controls that it speaks for'),
  every_hours: hoursField.describe('hours from one run to the next'),
  tolerance: toleranceField.describe('intervals that may pass before silence is an outage'),
  lists: z.enum(COLLECTOR_LISTS).describe('findings: it names only what is wrong, so an empty answer is one'),
  formats: formatsField.describe('readers whose files it brings; none: any'),
  reads: readsField.nullable().describe('what a scheduled import reads'),
};

const collectorIn = z
  .strictObject({
    name: slugField,
    kind: z.enum(COLLECTOR_KINDS),
    ...changeable,
    title: changeable.title.optional(),
    scope: changeable.scope.default(null),
    tolerance: changeable.tolerance.default(DEFAULT_TOLERANCE),
    lists: changeable.lists.default('everything'),
    formats: changeable.formats.default([]),
    reads: changeable.reads.default(null),
    started_at: instantField.optional().describe('from here on runs are expected; now by default'),
  })
  .refine(
    (collector) => (collector.kind === 'scheduled') === (collector.reads !== null),
    'a scheduled import reads a path, and nothing else does',
  );

const runVerdict = {
  complete: z.boolean(),
  because: z
    .array(z.enum(UNKNOWN_REASONS))
    .describe('why it is unknown and ends no gap; empty when complete'),
};

const runOut = z
  .strictObject({
    id: z.string(),
    run: z.string().describe('id that whoever ran it gave'),
    started_at: instantOut,
    ended_at: instantOut.describe('when its answer stood: the file’s own time where it has one'),
    recorded_at: instantOut,
    rows: z.int(),
    partial: z.boolean(),
    error: z.enum(RUN_ERRORS).nullable(),
    message: z.string().nullable(),
    formats: z.array(z.string()),
    checks: z.int().describe('how many checks it said something of'),
    ...runVerdict,
    vouchable: z.boolean(),
    vouched: z.strictObject({ by: z.string(), because: z.string(), at: instantOut }).nullable(),
    imports: z.array(z.string()),
    by: z.string(),
  })
  .meta({ id: 'CollectorRun' });

const outageOut = z
  .strictObject({
    collector: z.string(),
    scope: z.string().nullable(),
    controls: z.union([z.literal('all'), z.array(z.string())]),
    from: instantOut,
    until: instantOut.nullable().describe('null: it goes on'),
    unknown: z.array(z.strictObject({ run: z.string(), because: runVerdict.because })),
  })
  .meta({ id: 'Outage' });

const collectorOut = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    kind: z.enum(COLLECTOR_KINDS),
    covers: z.strictObject({
      all: z.boolean(),
      controls: z.array(z.string()),
      checks: z.array(z.string()),
    }),
    controls: z
      .union([z.literal('all'), z.array(z.string())])
      .describe('that its silence is a gap of: those named and those that its checks speak for'),
    scope: z.string().nullable(),
    every_hours: z.int(),
    tolerance: z.number(),
    lists: z.enum(COLLECTOR_LISTS),
    formats: z.array(z.string()),
    reads: z.strictObject({ path: z.string() }).nullable(),
    started_at: instantOut,
    retired_at: instantOut.nullable(),
    state: z.enum(COLLECTOR_STATES),
    next_due: instantOut.nullable(),
    outage_since: instantOut.nullable(),
    last_complete_at: instantOut.nullable(),
    recent: z.array(runOut).describe('the last runs, eldest first'),
    revision: z.int(),
  })
  .meta({ id: 'Collector' });

const runIn = z.strictObject({
  run: z.string().trim().min(1).max(200).describe('id of the run; reporting it again gives the first answer'),
  started_at: instantField.optional(),
  ended_at: instantField.optional(),
  imports: z
    .array(z.string().max(40))
    .max(50)
    .default([])
    .describe('the files that it brought: dry runs, committed with the run, and imports that count already'),
  rows: z.int().min(0).optional().describe('how many it saw, where it brings no file'),
  partial: z.boolean().default(false),
  error: z.enum(RUN_ERRORS).optional(),
  message: z.string().trim().max(500).optional(),
});

const collectorParams = orgParams.extend({ collector: slugField });
const atQuery = { at: instantField.optional().describe('as it was known then') };

export const collectorsRoutes = {
  'collectors.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/collectors',
    tag: 'manage',
    summary: 'Collectors with their state, next due run and last runs',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({ ...pageQuery, ...atQuery }),
    returns: page(collectorOut),
  }),
  'collectors.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/collectors',
    tag: 'manage',
    summary: 'Declare a collector: what it covers and how often it runs',
    permission: 'monitoring.change',
    params: orgParams,
    status: 201,
    body: collectorIn,
    returns: collectorOut,
    errors: ['collector.exists', 'collector.path_not_allowed', 'control.not_found', 'run.in_future'],
  }),
  'collectors.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/collectors/{collector}',
    tag: 'manage',
    summary: 'One collector',
    permission: 'monitoring.read',
    params: collectorParams,
    query: z.strictObject(atQuery),
    returns: collectorOut,
    errors: ['collector.not_found'],
  }),
  'collectors.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/collectors/{collector}',
    tag: 'manage',
    summary: 'Change what a collector promises, from now on',
    permission: 'monitoring.change',
    params: collectorParams,
    ifMatch: true,
    body: z.strictObject(changeable).partial(),
    returns: collectorOut,
    errors: ['collector.not_found', 'collector.path_not_allowed', 'control.not_found', 'request.conflict'],
  }),
  'collectors.retire': route({
    method: 'POST',
    path: '/v1/orgs/{org}/collectors/{collector}/retire',
    tag: 'manage',
    summary: 'Expect no more runs of a collector; its history stays',
    permission: 'monitoring.change',
    params: collectorParams,
    body: z.strictObject({ because: z.string().trim().min(1).max(500) }),
    returns: collectorOut,
    errors: ['collector.not_found', 'collector.retired'],
  }),
  'collectors.resume': route({
    method: 'POST',
    path: '/v1/orgs/{org}/collectors/{collector}/resume',
    tag: 'manage',
    summary: 'Expect runs of a retired collector again; the time between stays a gap of silence',
    permission: 'monitoring.change',
    params: collectorParams,
    returns: collectorOut,
    errors: ['collector.not_found'],
  }),
  'collectors.runs': route({
    method: 'GET',
    path: '/v1/orgs/{org}/collectors/{collector}/runs',
    tag: 'audit',
    summary: 'Runs of a collector, newest first, each with what is thought of it',
    permission: 'monitoring.read',
    params: collectorParams,
    query: z.strictObject({ ...pageQuery, ...atQuery }),
    returns: page(runOut),
    errors: ['collector.not_found'],
  }),
  'collectors.record': route({
    method: 'POST',
    path: '/v1/orgs/{org}/collectors/{collector}/runs',
    tag: 'build',
    summary:
      'Report a run, also one that failed; the dry runs that it names are committed with it, or none is',
    about:
      'Store each file, start its import, wait until it is read, then report the run with all of them. The answer is the same however often the same run is reported with the same files. A refused file makes the run fail as `unreadable`; then nothing is committed.',
    permission: 'evidence.add',
    params: collectorParams,
    status: 201,
    body: runIn,
    returns: z.strictObject({ run: runOut, imports: z.array(importOut) }),
    errors: [
      'collector.not_found',
      'collector.retired',
      'run.exists',
      'run.in_future',
      'import.not_found',
      'import.not_pending',
    ],
  }),
  'collectors.vouch': route({
    method: 'POST',
    path: '/v1/orgs/{org}/collectors/{collector}/runs/{run}/vouch',
    tag: 'manage',
    summary: 'Say that an empty or changed answer was whole all the same, and why',
    permission: 'evidence.review',
    params: collectorParams.extend({ run: z.string().max(40) }),
    body: z.strictObject({ because: z.string().trim().min(1).max(500) }),
    returns: runOut,
    errors: ['collector.not_found', 'run.not_found', 'run.not_vouchable'],
  }),
  'outages.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/outages',
    tag: 'audit',
    summary: 'Times in which a collector was silent for longer than it may, eldest first',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      ...atQuery,
      collector: slugField.optional(),
      from: instantField.optional(),
      until: instantField.optional(),
    }),
    returns: page(outageOut),
  }),
} as const;
