// The statement of applicability: its rows with what breaks a rule, approved versions and differences.
import {
  CONTROL_STANDS,
  IMPLEMENTATION_STATUSES,
  PROOF_STATES,
  REASON_KINDS,
  SOA_LINTS,
  STATIONS,
  type SoaLintCode,
} from '@assay/core';
import { z } from 'zod';
import { dateField, dateOut, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';
import { obligationCode, personField } from './obligations.ts';

const lintCodes = Object.keys(SOA_LINTS).filter((code): code is SoaLintCode => code in SOA_LINTS);
const reasonKind = z.enum(REASON_KINDS);
const riskCode = z
  .string()
  .regex(/^R-\d{1,6}$/i, 'expected a risk such as R-12')
  .transform((text) => text.toUpperCase());
const words = z.string().trim().min(3).max(500);

const reasonIn = z.union([
  z.strictObject({ kind: reasonKind, text: words }),
  z.strictObject({ kind: z.literal('risk'), ref: riskCode }),
  z.strictObject({ kind: z.enum(['law', 'contract']), ref: obligationCode }),
]);

const traceOut = z
  .strictObject({
    kind: reasonKind.nullable().describe('null where no reason stands behind the row'),
    ref: z.string().nullable().describe('risk or obligation; null for a reason in words'),
    title: z.string(),
    treatment: z.enum(['modify', 'retain', 'avoid', 'share']).nullable().describe('option of the risk'),
    control: z.string().nullable().describe('null where the way ends before a control'),
    stands: z.enum(CONTROL_STANDS).nullable(),
    evidence: z.array(z.string()),
    proof: dateOut.nullable().describe('day of the last proof'),
    state: z.enum(PROOF_STATES).nullable().describe('what the proof of the control is worth in the ISO view'),
  })
  .meta({ id: 'SoaTrace' });

export const soaRowOut = z
  .strictObject({
    id: z.string().describe('A.5.15, or the id of a necessary control from elsewhere'),
    title: z.string(),
    theme: z.string(),
    decision: z.enum(['in', 'out', 'undecided']),
    reasons: z.array(
      z.strictObject({ kind: reasonKind, ref: z.string().nullable(), text: z.string().nullable() }),
    ),
    justification: z.string(),
    status: z.string().describe('how far its controls are put in place; empty unless it is in'),
    implementation: z.enum(IMPLEMENTATION_STATUSES).nullable().describe('the same as one of four words'),
    due: dateOut.nullable(),
    how: z.string(),
    owner: z.string().nullable(),
    custom: z
      .record(z.string(), z.string())
      .default({})
      .describe('columns of a statement that was brought along, under their own headings'),
    controls: z.array(z.string()).describe('adopted controls that answer it, fully or in part'),
    risks: z.array(z.string()).describe('risks that one of its controls treats'),
    evidence: z.array(z.string()),
    proof: dateOut.nullable().describe('newest day that the proof of one of its controls speaks for'),
    trace: z.array(traceOut).describe('risk or obligation, treatment, control, evidence, last proof'),
  })
  .meta({ id: 'SoaRow' });

const lintOut = z
  .strictObject({
    code: z.enum(lintCodes),
    severity: z.enum(['error', 'warning']),
    blocks: z.boolean().describe('whether an approval waits for it'),
    row: z.string(),
    detail: z.string(),
    remedy: z.string(),
  })
  .meta({ id: 'SoaLint' });

/** What a version froze; its canonical text (RFC 8785) is what the digest is of. */
export const soaFrozen = z.strictObject({
  framework: z.string(),
  rows: z.array(soaRowOut),
  lints: z.array(lintOut),
});

const tag = z.string().describe('its ETag: what a change of the row is sent with as If-Match, in quotes');

const statementOut = soaFrozen
  .extend({
    sentence: z.string(),
    rows: z.array(soaRowOut.extend({ tag }).meta({ id: 'SoaRowNow' })),
    counts: z.strictObject({
      in: z.int(),
      out: z.int(),
      undecided: z.int(),
      rows: z.int(),
      annex: z.int().describe('rows of Annex A among them'),
      proved: z.int().describe('rows that are in and proved on every way from the reason to the last proof'),
    }),
    reach: z
      .array(
        z.strictObject({
          station: z.enum(STATIONS),
          whole: z.int().describe('rows of which every way has the station'),
          partly: z.int().describe('rows of which some ways have it'),
          of: z.int().describe('rows that are in'),
        }),
      )
      .describe('how far the chains of the rows that are in go'),
    blocking: z.int().describe('broken rules that an approval waits for'),
  })
  .meta({ id: 'SoaStatement' });

const notesIn = {
  how: z.string().trim().max(4000).optional().describe('how it is implemented; left out: as it was'),
  owner: personField.nullable().optional(),
  due: dateField.nullable().optional().describe('day by which it is to be in place'),
};
const decisionIn = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('in'), reasons: z.tuple([reasonIn], reasonIn), ...notesIn }),
  z.strictObject({
    decision: z.literal('out'),
    justification: z
      .string()
      .trim()
      .max(2000)
      .default('')
      .describe('a draft may lack it; an approval does not'),
    ...notesIn,
  }),
  z.strictObject({ decision: z.literal('undecided'), ...notesIn }),
]);
const oneRowOut = z
  .strictObject({
    row: soaRowOut.nullable().describe('null for a control from elsewhere that has no row'),
    tag,
    lints: z.array(lintOut),
  })
  .meta({ id: 'SoaOneRow' });
const rowField = z
  .string()
  .min(1)
  .max(40)
  .transform((text) => text.toUpperCase());

const rowParams = orgParams.extend({ row: rowField });

const versionOut = z
  .strictObject({
    id: z.string().describe('SOA-2'),
    framework: z.string(),
    rows: z.int(),
    digest: z.string().describe('SHA-256 of the canonical text of what was frozen'),
    approver: z.string(),
    role: z.string(),
    note: z.string(),
    approved_at: instantOut,
    recorded_by: z.string(),
    entry: z.int().describe('place of its entry in the ledger'),
  })
  .meta({ id: 'SoaVersion' });

const versionField = z
  .string()
  .regex(/^SOA-\d{1,6}$/i, 'expected a version such as SOA-2')
  .transform((text) => text.toUpperCase());

export const soaRoutes = {
  'soa.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/soa',
    tag: 'audit',
    summary: 'The statement of applicability as it stands, with every rule that it breaks',
    permission: 'soa.read',
    params: orgParams,
    returns: statementOut,
    errors: ['soa.no_framework'],
  }),
  'soa.row': route({
    method: 'GET',
    path: '/v1/orgs/{org}/soa/rows/{row}',
    tag: 'audit',
    summary: 'One row with the rules that it breaks, and the ETag that a change of it is sent with',
    permission: 'soa.read',
    params: rowParams,
    returns: oneRowOut,
    errors: ['soa.no_framework', 'soa.row_not_found'],
  }),
  'soa.try': route({
    method: 'POST',
    path: '/v1/orgs/{org}/soa/rows/{row}/try',
    tag: 'manage',
    summary: 'What a decision would make of a row, and which rules it would break: nothing is written',
    permission: 'soa.change',
    effect: 'none',
    params: rowParams,
    body: decisionIn,
    returns: oneRowOut,
    errors: ['soa.no_framework', 'soa.row_not_found', 'soa.row_not_excludable', 'obligation.not_found'],
  }),
  'soa.decide': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/soa/rows/{row}',
    tag: 'manage',
    summary: 'Decide a row: in with its reasons, out with its justification, or undecided',
    about: 'The word on applicability that posture counts is written in the same transaction: there is one.',
    permission: 'soa.change',
    params: rowParams,
    ifMatch: true,
    body: decisionIn,
    returns: oneRowOut,
    errors: [
      'soa.no_framework',
      'soa.row_not_found',
      'soa.row_not_excludable',
      'obligation.not_found',
      'request.conflict',
    ],
  }),
  'soa.decide_many': route({
    method: 'POST',
    path: '/v1/orgs/{org}/soa/rows',
    tag: 'manage',
    summary: 'Decide several rows at once, each in its own way: all of them or none',
    permission: 'soa.change',
    params: orgParams,
    body: z.strictObject({
      rows: z
        .array(z.strictObject({ row: rowField, decide: decisionIn }))
        .min(1)
        .max(300)
        .refine(
          (rows) => new Set(rows.map(({ row }) => row)).size === rows.length,
          'each row once, for two decisions cannot both hold',
        ),
    }),
    returns: z.strictObject({
      changed: z.int(),
      blocking: z.int().describe('broken rules that an approval still waits for'),
    }),
    errors: ['soa.no_framework', 'soa.row_not_found', 'soa.row_not_excludable', 'obligation.not_found'],
  }),
  'soa.export': route({
    method: 'GET',
    path: '/v1/orgs/{org}/soa/export',
    tag: 'audit',
    summary: 'The statement, or an approved version of it, as a workbook, CSV or OSCAL component definition',
    permission: 'soa.read',
    params: orgParams,
    query: z.strictObject({
      as: z.enum(['xlsx', 'csv', 'oscal']).default('xlsx'),
      version: versionField.optional(),
    }),
    returns: 'bytes',
    errors: ['soa.no_framework', 'soa.version_not_found'],
  }),
  'soa.versions': route({
    method: 'GET',
    path: '/v1/orgs/{org}/soa/versions',
    tag: 'audit',
    summary: 'Approved versions, newest first',
    permission: 'soa.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(versionOut) }),
  }),
  'soa.approve': route({
    method: 'POST',
    path: '/v1/orgs/{org}/soa/versions',
    tag: 'manage',
    summary: 'Approve the statement as it stands: it is frozen whole, with digest and ledger entry',
    permission: 'soa.approve',
    params: orgParams,
    status: 201,
    body: z.strictObject({
      approver: personField.describe('name of who approves'),
      role: personField.describe('role that they approve in'),
      note: z.string().trim().max(2000).default(''),
    }),
    returns: versionOut,
    errors: ['soa.no_framework', 'soa.blocked'],
  }),
  'soa.version': route({
    method: 'GET',
    path: '/v1/orgs/{org}/soa/versions/{version}',
    tag: 'audit',
    summary: 'One approved version, whole',
    permission: 'soa.read',
    params: orgParams.extend({ version: versionField }),
    returns: versionOut.extend({ frozen: soaFrozen }),
    errors: ['soa.version_not_found'],
  }),
  'soa.differences': route({
    method: 'GET',
    path: '/v1/orgs/{org}/soa/differences',
    tag: 'audit',
    summary: 'What changed between two versions, field by field',
    permission: 'soa.read',
    params: orgParams,
    query: z.strictObject({
      from: versionField.optional().describe('the newest version by default'),
      to: versionField.optional().describe('the statement as it stands by default'),
    }),
    returns: z.strictObject({
      from: z.string(),
      to: z.string().describe('version, or now'),
      data: z.array(
        z.strictObject({
          row: z.string(),
          title: z.string(),
          field: z.string().describe('a column of the statement; row where it came or went'),
          before: z.string(),
          after: z.string(),
        }),
      ),
    }),
    errors: ['soa.no_framework', 'soa.version_not_found'],
  }),
} as const;
