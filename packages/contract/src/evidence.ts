// Evidence: artefacts (bytes), records (what they show, when, for which controls), reviews, proofs.
import { EVIDENCE_KINDS } from '@assay/core';
import { z } from 'zod';
import {
  controlCodeField,
  dateField,
  dateOut,
  freshnessField,
  instantField,
  instantOut,
  methodField,
  orgParams,
  page,
  pageQuery,
  periodField,
  shaField,
} from './kernel/fields.ts';
import { ERROR_CODES } from './kernel/errors.ts';
import { route } from './kernel/route.ts';

export const artefactOut = z
  .strictObject({
    sha256: z.string(),
    size: z.int(),
    media_type: z.string(),
    filename: z.string(),
    known: z.boolean().describe('true when these very bytes were here already'),
  })
  .meta({ id: 'Artefact' });

/** One verdict: what the evidence is worth in one framework's view. */
export const verdictOut = z
  .strictObject({
    state: z.enum(['supports', 'stale', 'outside_window', 'pending', 'rejected', 'not_yet', 'no_window']),
    reason: z.string().describe('one sentence'),
  })
  .meta({ id: 'Verdict' });

const heldOut = z.strictObject({ reason: z.string(), by: z.string(), at: instantOut });

export const evidenceOut = z
  .strictObject({
    id: z.string(),
    code: z.string().describe('E-2031'),
    title: z.string(),
    kind: z.enum(EVIDENCE_KINDS),
    method: methodField,
    source: z.string(),
    reader: z.string().nullable(),
    import: z.string().nullable(),
    performed_at: dateOut,
    covers: z.strictObject({ from: dateOut, until: dateOut }).nullable(),
    freshness_days: z.int().nullable().describe('its own; null where each control’s rule holds'),
    captured_at: instantOut.nullable(),
    received_at: instantOut,
    reconstructed: z.boolean().describe('captured long after it was performed: needs independent support'),
    artefact: artefactOut.omit({ known: true }),
    collected_by: z.string(),
    review: z.strictObject({
      state: z.enum(['pending', 'accepted', 'rejected']),
      by: z.string().nullable(),
      at: instantOut.nullable(),
      reason: z.string().nullable(),
    }),
    controls: z.array(
      z.strictObject({ code: z.string(), name: z.string(), iso: verdictOut, soc2: verdictOut }),
    ),
    observations: z
      .strictObject({
        pass: z.int(),
        fail: z.int(),
        error: z.int(),
        not_applicable: z.int(),
        unknown: z.int(),
      })
      .nullable(),
    outside_every_window: z.boolean(),
    revision: z.int(),
    replaces: z.string().nullable(),
    withdrawn: z.boolean(),
    hold: heldOut.nullable().describe('a legal hold: the bytes must not be erased'),
    erased: heldOut
      .extend({ basis: z.string() })
      .nullable()
      .describe('why the key of the bytes was destroyed; such a record counts for nothing'),
    ledger_index: z.int().nullable(),
  })
  .meta({ id: 'Evidence' });

/** A record as it stood in one revision, so that two can be laid side by side. */
export const revisionOut = z
  .strictObject({
    revision: z.int(),
    sha256: z.string(),
    filename: z.string(),
    title: z.string(),
    kind: z.enum(EVIDENCE_KINDS),
    controls: z.array(z.string()),
    performed_at: dateOut,
    covers: z.strictObject({ from: dateOut, until: dateOut }).nullable(),
    freshness_days: z.int().nullable(),
    captured_at: instantOut.nullable(),
    review: z.enum(['pending', 'accepted', 'rejected']),
    reason: z.string().nullable().describe('what the reviewer said'),
    withdrawn: z.boolean(),
    by: z.string(),
    at: instantOut,
    note: z.string(),
  })
  .meta({ id: 'EvidenceRevision' });

export const evidenceParams = orgParams.extend({
  evidence: z.string().max(40).describe('id or human id such as E-2031'),
});
const evidenceIn = z.strictObject({
  artefact: shaField,
  title: z.string().trim().min(1).max(200),
  kind: z.enum(EVIDENCE_KINDS).default('document'),
  method: methodField.default('upload'),
  source: z.string().max(200).default('person'),
  controls: z.array(controlCodeField).max(60).default([]),
  performed_at: dateField,
  covers: periodField.optional(),
  captured_at: instantField.optional(),
  freshness_days: freshnessField
    .optional()
    .describe('how long it stays fresh; each control’s rule by default'),
});
/** What may be corrected. Nothing has a default: what is not named stays as it is. */
const evidenceChangeIn = z.strictObject({
  title: evidenceIn.shape.title.optional(),
  kind: z.enum(EVIDENCE_KINDS).optional(),
  controls: z.array(controlCodeField).max(60).optional(),
  performed_at: dateField.optional(),
  covers: periodField.optional(),
  captured_at: instantField.optional(),
  freshness_days: freshnessField.nullable().optional().describe('null gives it back to its controls'),
});
/** The same in the address, beside bytes in the body: lists by commas, the covered days as from/until. */
const pushQuery = evidenceIn.omit({ artefact: true, title: true, controls: true, covers: true }).extend({
  filename: z.string().min(1).max(255),
  sha256: shaField.optional().describe('refused when the bytes have another hash'),
  title: z.string().trim().min(1).max(200).optional().describe('the file’s name by default'),
  controls: z
    .string()
    .max(600)
    .default('')
    .transform((text) => text.split(',').filter((code) => code !== ''))
    .pipe(z.array(controlCodeField).max(60))
    .describe('control ids, separated by commas'),
  covers: z
    .string()
    .max(40)
    .transform((text) => ({ from: text.split('/')[0] ?? '', until: text.split('/')[1] ?? '' }))
    .pipe(periodField)
    .optional()
    .describe('the days that it speaks for, from/until'),
  freshness_days: z.coerce.number().pipe(freshnessField).optional().describe('how long it stays fresh'),
});

/** One line of a bulk request: over a stored artefact, or with its own text. */
export const evidenceLineIn = evidenceIn
  .omit({ artefact: true })
  .extend({
    artefact: shaField.optional(),
    content: z.string().min(1).max(1_000_000).optional(),
    filename: z.string().min(1).max(255).optional(),
  })
  .refine(
    (line) => (line.artefact === undefined) !== (line.content === undefined),
    'expected either artefact or content',
  );
export type EvidenceLine = z.infer<typeof evidenceLineIn>;

const notFound = ['evidence.not_found'] as const;

export const evidenceRoutes = {
  'artefacts.put': route({
    method: 'POST',
    path: '/v1/orgs/{org}/artefacts',
    tag: 'build',
    summary: 'Store bytes; acknowledged means on disk. The same bytes twice are kept once',
    permission: 'evidence.add',
    effect: 'none',
    params: orgParams,
    status: 201,
    query: z.strictObject({
      filename: z.string().min(1).max(255),
      sha256: shaField.optional().describe('refused when the bytes have another hash'),
    }),
    body: 'bytes',
    returns: artefactOut,
    errors: ['artefact.hash_mismatch', 'artefact.erased', 'server.storage_full', 'request.too_large'],
  }),
  'evidence.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/evidence',
    tag: 'manage',
    summary: 'Evidence, newest first',
    permission: 'evidence.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      control: controlCodeField.optional(),
      review: z.enum(['pending', 'accepted', 'rejected']).optional(),
      kind: z.enum(EVIDENCE_KINDS).optional(),
      q: z.string().max(200).optional(),
      unlinked: z.stringbool().optional(),
      include_total: z.stringbool().default(false),
    }),
    returns: page(evidenceOut),
  }),
  'evidence.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/evidence',
    tag: 'build',
    summary: 'Record a piece of evidence over a stored artefact',
    permission: 'evidence.add',
    params: orgParams,
    status: 201,
    body: evidenceIn,
    returns: evidenceOut,
    errors: [
      'artefact.not_found',
      'control.not_found',
      'evidence.performed_in_future',
      'evidence.period_reversed',
    ],
  }),
  'evidence.push': route({
    method: 'POST',
    path: '/v1/orgs/{org}/evidence/push',
    tag: 'build',
    summary: 'Store bytes and record them as evidence in one request; acknowledged means durable',
    permission: 'evidence.add',
    params: orgParams,
    status: 201,
    query: pushQuery,
    body: 'bytes',
    returns: evidenceOut,
    errors: [
      'artefact.hash_mismatch',
      'artefact.erased',
      'control.not_found',
      'evidence.performed_in_future',
      'evidence.period_reversed',
      'server.storage_full',
      'request.too_large',
    ],
  }),
  'evidence.bulk': route({
    method: 'POST',
    path: '/v1/orgs/{org}/evidence/bulk',
    tag: 'build',
    summary:
      'Record many pieces from NDJSON, one a line, over a stored artefact or with content; each line has its own result',
    permission: 'evidence.add',
    params: orgParams,
    body: 'bytes',
    returns: z.strictObject({
      recorded: z.int(),
      refused: z.int(),
      data: z.array(
        z.strictObject({
          line: z.int(),
          id: z.string().nullable(),
          code: z.string().nullable(),
          sha256: z.string().nullable(),
          problem: z.strictObject({ code: z.enum(ERROR_CODES), detail: z.string() }).nullable(),
        }),
      ),
    }),
    errors: ['request.too_large', 'server.storage_full'],
  }),
  'evidence.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/evidence/{evidence}',
    tag: 'manage',
    summary: 'One piece of evidence with its verdicts',
    permission: 'evidence.read',
    params: evidenceParams,
    returns: evidenceOut,
    errors: notFound,
  }),
  'evidence.download': route({
    method: 'GET',
    path: '/v1/orgs/{org}/evidence/{evidence}/artefact',
    tag: 'manage',
    summary: 'The bytes, as an attachment',
    permission: 'evidence.read',
    params: evidenceParams,
    returns: 'bytes',
    errors: ['evidence.not_found', 'artefact.missing_bytes', 'evidence.erased'],
  }),
  'evidence.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/evidence/{evidence}',
    tag: 'manage',
    summary: 'Correct title, kind, times, freshness or controls',
    permission: 'evidence.change',
    params: evidenceParams,
    ifMatch: true,
    body: evidenceChangeIn,
    returns: evidenceOut,
    errors: [
      'evidence.not_found',
      'control.not_found',
      'evidence.performed_in_future',
      'evidence.period_reversed',
    ],
  }),
  'evidence.review': route({
    method: 'POST',
    path: '/v1/orgs/{org}/evidence/{evidence}/review',
    tag: 'manage',
    summary: 'Accept, or reject with a reason',
    permission: 'evidence.review',
    params: evidenceParams,
    body: z.discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('accept'), note: z.string().max(2000).optional() }),
      z.strictObject({ decision: z.literal('reject'), reason: z.string().trim().min(3).max(2000) }),
      z.strictObject({ decision: z.literal('reopen') }),
    ]),
    returns: evidenceOut,
    errors: ['evidence.not_found', 'evidence.withdrawn', 'evidence.erased'],
  }),
  'evidence.replace': route({
    method: 'POST',
    path: '/v1/orgs/{org}/evidence/{evidence}/revisions',
    tag: 'manage',
    summary: 'Replace the artefact; with dry_run the answer only says what it touches',
    permission: 'evidence.change',
    params: evidenceParams,
    query: z.strictObject({ dry_run: z.stringbool().default(false) }),
    body: z.strictObject({
      artefact: shaField,
      note: z.string().trim().min(3).max(2000),
      performed_at: dateField.optional(),
    }),
    returns: z.strictObject({
      evidence: evidenceOut,
      touches: z.strictObject({
        controls: z.array(z.string()),
        iso: z.array(z.string()),
        soc2: z.array(z.string()),
      }),
    }),
    errors: [
      'evidence.not_found',
      'artefact.not_found',
      'evidence.withdrawn',
      'evidence.erased',
      'evidence.performed_in_future',
    ],
  }),
  'evidence.revisions': route({
    method: 'GET',
    path: '/v1/orgs/{org}/evidence/{evidence}/revisions',
    tag: 'audit',
    summary: 'The record as it stood in every revision, oldest first',
    permission: 'evidence.read',
    params: evidenceParams,
    returns: z.strictObject({ data: z.array(revisionOut) }),
    errors: notFound,
  }),
  'evidence.withdraw': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/evidence/{evidence}',
    tag: 'manage',
    summary: 'Withdraw a record; its history and its place in the ledger stay',
    permission: 'evidence.change',
    params: evidenceParams,
    returns: 'empty',
    status: 204,
    errors: ['evidence.not_found', 'evidence.withdrawn'],
  }),
  'evidence.restore': route({
    method: 'POST',
    path: '/v1/orgs/{org}/evidence/{evidence}/restore',
    tag: 'manage',
    summary: 'Undo a withdrawal',
    permission: 'evidence.change',
    params: evidenceParams,
    returns: evidenceOut,
    errors: ['evidence.not_found', 'evidence.erased'],
  }),
} as const;
