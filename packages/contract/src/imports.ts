// Imports: a file is read in a limited worker, shown as a dry run, committed whole, undone whole.
import { EVIDENCE_KINDS, OBSERVATION_STATUSES, SEVERITIES } from '@assay/core';
import { z } from 'zod';
import {
  controlCodeField,
  dateField,
  freshnessField,
  instantOut,
  methodField,
  orgParams,
  page,
  pageQuery,
  periodField,
  shaField,
} from './kernel/fields.ts';
import { route } from './kernel/route.ts';

export const problemRowOut = z
  .strictObject({
    code: z.string(),
    level: z.enum(['fatal', 'error', 'warning']),
    message: z.string(),
    position: z.string(),
    remedy: z.string(),
  })
  .meta({ id: 'ImportProblem' });

const byStatus = z.strictObject({
  pass: z.int(),
  fail: z.int(),
  error: z.int(),
  not_applicable: z.int(),
  unknown: z.int(),
});

const readingOut = z.strictObject({
  read: z.int().describe('bytes of the file as it lies on the disk'),
  total: z.int(),
  rows: z.int().describe('results and rows so far'),
  rate: z.int().nullable().describe('bytes a second'),
  seconds_left: z.int().nullable(),
  heard_at: instantOut,
});

export const importOut = z
  .strictObject({
    id: z.string(),
    state: z
      .enum(['reading', 'interrupted', 'pending', 'committed', 'undone', 'refused'])
      .describe('pending is a dry run; interrupted can be read again or thrown away'),
    reading: readingOut.nullable().describe('while the file is read, and after that was cut off'),
    filename: z.string(),
    sha256: z.string(),
    size: z.int(),
    reader: z.string(),
    reader_version: z.int(),
    reader_title: z.string(),
    tool: z.string().nullable(),
    tool_version: z.string().nullable(),
    scope: z.string().nullable(),
    ran_at: instantOut.nullable(),
    observations: byStatus,
    total: z.int(),
    change: z
      .strictObject({
        new: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        gone: z.int().describe('named by the list before this one and not found again'),
      })
      .describe('against what is known now, per check and subject'),
    population_rows: z.int(),
    unmapped: z
      .array(z.strictObject({ check: z.string(), observations: z.int() }))
      .describe('checks that no control claims yet'),
    controls: z.array(
      z.strictObject({ code: z.string(), name: z.string(), pass: z.int(), fail: z.int(), unknown: z.int() }),
    ),
    problems: z.strictObject({
      fatal: z.int(),
      error: z.int(),
      warning: z.int(),
      first: z.array(problemRowOut),
    }),
    evidence: z.string().nullable().describe('human id of the evidence record that the import made'),
    same_as: z.string().nullable().describe('earlier import of the very same bytes'),
    outside_every_window: z.boolean(),
    partial: z.boolean(),
    by: z.string(),
    created_at: instantOut,
    committed_at: instantOut.nullable(),
    undone_at: instantOut.nullable(),
  })
  .meta({ id: 'Import' });

export const columnsIn = z.strictObject({
  check: z.string().max(200),
  subject: z.string().max(200),
  status: z.string().max(200),
  observed_at: z.string().max(200).optional(),
  severity: z.string().max(200).optional(),
  message: z.string().max(200).optional(),
  statuses: z.record(z.string().max(100), z.enum(OBSERVATION_STATUSES)).optional(),
});

const importParams = orgParams.extend({ import: z.string().max(40) });
export const observationOut = z
  .strictObject({
    check: z.string(),
    title: z.string().nullable(),
    subject: z.string(),
    system: z.string().nullable().describe('that was looked at; null: nothing says which'),
    status: z.enum(OBSERVATION_STATUSES),
    observed_at: instantOut,
    received_at: instantOut,
    severity: z.enum(SEVERITIES).nullable(),
    message: z.string().nullable(),
    controls: z.array(z.string()),
    import: z.string(),
  })
  .meta({ id: 'Observation' });

/** One word on one check and subject, with the record that brought it. */
export const sightingOut = z
  .strictObject({
    subject: z.string(),
    status: z.enum(OBSERVATION_STATUSES),
    observed_at: instantOut,
    received_at: instantOut,
    severity: z.enum(SEVERITIES).nullable(),
    message: z.string().nullable(),
    import: z.string(),
    filename: z.string(),
    evidence: z.string().nullable().describe('human id of the evidence record that the import made'),
    latest: z.boolean().describe('true where this is the word that counts now'),
  })
  .meta({ id: 'Sighting' });

const stateThen = z.strictObject({
  now: z.string(),
  committed: z.string().describe('once the import is committed'),
  accepted: z.string().describe('once a reviewer has accepted it too'),
});
/** What an import would do to the two verdicts, computed as if it had happened. */
export const effectOut = z
  .strictObject({
    controls: z.array(
      z.strictObject({ code: z.string(), name: z.string(), iso: stateThen, soc2: stateThen }),
    ),
    requirements: z.array(
      stateThen.extend({
        framework: z.string(),
        view: z.enum(['iso', 'soc2']),
        id: z.string(),
        title: z.string(),
      }),
    ),
  })
  .meta({ id: 'ImportEffect' });

export const importsRoutes = {
  'imports.start': route({
    method: 'POST',
    path: '/v1/orgs/{org}/imports',
    tag: 'build',
    summary: 'Have a stored artefact read, to show what it would change (dry run)',
    about:
      'Answers at once; the file is read apart. Ask for the import with wait until it is no longer `reading`. The same bytes with the same options are one import: a dry run that waits is answered again, and one that counts already is answered as `committed` with nothing changed.',
    permission: 'evidence.add',
    effect: 'none',
    params: orgParams,
    status: 201,
    body: z.strictObject({
      artefact: shaField,
      filename: z.string().min(1).max(255),
      method: methodField.default('upload'),
      controls: z.array(controlCodeField).max(60).default([]),
      performed_at: dateField.optional(),
      covers: periodField.optional(),
      freshness_days: freshnessField.optional(),
      title: z.string().trim().min(1).max(200).optional(),
      kind: z.enum(EVIDENCE_KINDS).optional(),
      columns: columnsIn.optional(),
      partial: z.boolean().default(false),
    }),
    returns: importOut,
    errors: ['artefact.not_found', 'control.not_found', 'evidence.performed_in_future'],
  }),
  'imports.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/imports',
    tag: 'manage',
    summary: 'Imports, newest first',
    permission: 'evidence.read',
    params: orgParams,
    query: z.strictObject(pageQuery),
    returns: page(importOut),
  }),
  'imports.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/imports/{import}',
    tag: 'manage',
    summary: 'One import; with wait the answer comes once its file is read',
    permission: 'evidence.read',
    params: importParams,
    query: z.strictObject({
      wait: z.coerce.number().min(0).max(20).default(0).describe('seconds to wait at most while it is read'),
    }),
    returns: importOut,
    errors: ['import.not_found'],
  }),
  'imports.again': route({
    method: 'POST',
    path: '/v1/orgs/{org}/imports/{import}/read',
    tag: 'manage',
    summary: 'Read an interrupted or refused import again, in its own place',
    permission: 'evidence.add',
    effect: 'none',
    params: importParams,
    returns: importOut,
    errors: ['import.not_found', 'import.not_pending'],
  }),
  'imports.discard': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/imports/{import}',
    tag: 'manage',
    summary: 'Stop reading an import, or throw away one that never counted',
    permission: 'evidence.add',
    effect: 'none',
    params: importParams,
    returns: 'empty',
    status: 204,
    errors: ['import.not_found', 'import.counted'],
  }),
  'imports.problems': route({
    method: 'GET',
    path: '/v1/orgs/{org}/imports/{import}/problems',
    tag: 'manage',
    summary: 'Every problem of an import',
    permission: 'evidence.read',
    params: importParams,
    query: z.strictObject(pageQuery),
    returns: page(problemRowOut),
    errors: ['import.not_found'],
  }),
  'imports.effect': route({
    method: 'GET',
    path: '/v1/orgs/{org}/imports/{import}/effect',
    tag: 'manage',
    summary: 'Controls and requirements that a dry run touches, and how their states would change',
    permission: 'evidence.read',
    params: importParams,
    returns: effectOut,
    errors: ['import.not_found'],
  }),
  'imports.commit': route({
    method: 'POST',
    path: '/v1/orgs/{org}/imports/{import}/commit',
    tag: 'build',
    summary: 'Make a dry run true, whole or not at all',
    permission: 'evidence.add',
    params: importParams,
    returns: importOut,
    errors: ['import.not_found', 'import.refused', 'import.not_pending', 'import.same_file'],
  }),
  'imports.undo': route({
    method: 'POST',
    path: '/v1/orgs/{org}/imports/{import}/undo',
    tag: 'manage',
    summary: 'Undo a whole import; its history stays',
    permission: 'evidence.change',
    params: importParams,
    returns: importOut,
    errors: ['import.not_found', 'import.already_undone', 'import.not_pending'],
  }),
} as const;
