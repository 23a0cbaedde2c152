// Internal audit (ISO/IEC 27001 9.2): the programme of three years with what it covers, audits with checklist and report.
import {
  AUDIT_STATES,
  COVERAGE_STATES,
  FINDING_KINDS,
  LINE_RESULTS,
  PROGRAMME_YEARS,
  YEAR_STATES,
} from '@assay/core';
import { z } from 'zod';
import { dateField, dateOut, instantOut, orgParams, refField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const note = z.string().trim().max(5000);

function programmeOf<D extends z.ZodType>(day: D) {
  return z.strictObject({
    begins: day,
    frequency: text(1000),
    methods: text(5000),
    responsibilities: text(5000),
    reporting: text(5000).describe('to whom results go, and how'),
  });
}

function auditOf<D extends z.ZodType, R extends z.ZodType>(day: D, ref: R) {
  const said = z.strictObject({
    result: z.enum(LINE_RESULTS),
    note,
    evidence: z.array(z.string().max(20)).max(100),
    findings: z.array(z.string().max(20)),
    on: day,
  });
  return z.strictObject({
    title: text(200),
    from: day,
    to: day.describe('last day'),
    criteria: text(5000).describe('what it is held against beside its scope: policies, contracts'),
    auditor: text(120),
    lines: z
      .array(
        z.strictObject({
          requirement: ref,
          said: said.nullable(),
          taken_back: z
            .array(said.extend({ because: text(1000), by: text(120), until: day }))
            .exactOptional()
            .describe('what was said before and no longer stands, the oldest first'),
        }),
      )
      .max(1000),
    report: z.strictObject({ summary: text(20_000), to: text(200), on: day }).nullable(),
  });
}

/** Records as they are kept: read back, they are of core. */
export const auditRecord = auditOf(dateField, refField);
export const programmeRecord = programmeOf(dateField);

const told = auditOf(dateOut, z.string());
const standing = {
  id: z.string().describe('IA-1'),
  state: z.enum(AUDIT_STATES),
  overdue: z.boolean().describe('its last day is past and there is no report'),
  counts: z.strictObject({
    lines: z.int(),
    said: z.int().describe('lines that say something'),
    conforms: z.int(),
    finding: z.int(),
    not_audited: z.int(),
  }),
  findings: z.array(z.string()).describe('findings that came of it'),
  sentence: z.string(),
  not_independent: z
    .array(z.string())
    .describe('controls within the scope that the auditor owns now: ownership may have changed since'),
  revision: z.int(),
  by: z.string(),
  at: instantOut,
};

const auditRow = told.omit({ lines: true }).extend(standing).meta({ id: 'InternalAuditRow' });

export const auditOut = told
  .extend({
    ...standing,
    lines: z.array(
      told.shape.lines.element.extend({
        title: z.string(),
        because: z.string().nullable().describe('why the statement of applicability has it in'),
        proof: z.string().describe('how it stands in the ISO view today'),
        controls: z
          .array(
            z.strictObject({
              code: z.string(),
              name: z.string(),
              owner: z.string().nullable(),
              state: z.enum(['undecided', 'planned', 'implemented', 'not_adopted']),
              ask: z.string().describe('what an auditor asks for'),
              proof: z.string().describe('what shows it in the ISO view'),
              last_proof: dateOut.nullable(),
              evidence: z.array(z.string()).describe('what decides, the newest first'),
            }),
          )
          .describe('controls of the set that answer it'),
      }),
    ),
  })
  .meta({ id: 'InternalAudit' });

const programmeOut = programmeOf(dateOut)
  .extend({
    ends: dateOut.describe(`last of ${PROGRAMME_YEARS} years`),
    revision: z.int(),
    by: z.string(),
    at: instantOut,
  })
  .meta({ id: 'AuditProgramme' });

const scopeField = z.array(refField).min(1).max(1000);
const auditParams = orgParams.extend({ audit: z.string().max(20).describe('IA-1') });
const planFields = {
  title: text(200),
  from: dateField,
  to: dateField,
  criteria: text(5000),
  auditor: text(120),
  scope: scopeField.describe('requirements that are audited, a line of the checklist for each'),
};

export const auditsRoutes = {
  'audits.programme': route({
    method: 'GET',
    path: '/v1/orgs/{org}/audit-programme',
    tag: 'manage',
    summary:
      'The programme of three years: which clauses and applicable controls are audited, planned or neither',
    permission: 'findings.read',
    params: orgParams,
    returns: z.strictObject({
      sentence: z.string(),
      programme: programmeOut.nullable(),
      years: z.array(
        z.strictObject({
          year: z.int(),
          from: dateOut,
          to: dateOut.describe('last day'),
          audits: z.array(z.string()),
        }),
      ),
      counts: z.strictObject({ audited: z.int(), planned: z.int(), unplanned: z.int(), asked: z.int() }),
      requirements: z.array(
        z.strictObject({
          requirement: z.string(),
          title: z.string(),
          state: z.enum(COVERAGE_STATES),
          section: z.string().describe('clause 4 to 10, or theme A.5 to A.8'),
          audits: z.array(z.string()),
          years: z
            .array(
              z.strictObject({
                state: z.enum(YEAR_STATES),
                audits: z.array(z.string()),
                findings: z.array(z.string()),
              }),
            )
            .describe('one for each year of the programme'),
        }),
      ),
    }),
  }),
  'audits.set_programme': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/audit-programme',
    tag: 'manage',
    summary: 'Say when the programme begins, how often, how, by whom and to whom it reports',
    permission: 'findings.change',
    params: orgParams,
    ifMatch: true,
    body: programmeRecord,
    returns: programmeOut,
  }),
  'audits.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/audits',
    tag: 'manage',
    summary: 'Internal audits, planned, under way and reported',
    permission: 'findings.read',
    params: orgParams,
    returns: z.strictObject({ sentence: z.string(), data: z.array(auditRow) }),
  }),
  'audits.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/audits/{audit}',
    tag: 'manage',
    summary:
      'One audit with its checklist: each requirement with the controls that answer it and what was seen',
    permission: 'findings.read',
    params: auditParams,
    returns: auditOut,
    errors: ['audit.not_found'],
  }),
  'audits.plan': route({
    method: 'POST',
    path: '/v1/orgs/{org}/audits',
    tag: 'manage',
    summary: 'Plan an audit; refused where its auditor owns a control within its scope',
    permission: 'findings.change',
    params: orgParams,
    status: 201,
    body: z.strictObject(planFields),
    returns: auditOut,
    errors: ['audit.invalid', 'audit.not_independent'],
  }),
  'audits.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/audits/{audit}',
    tag: 'manage',
    summary: 'Change what is planned; lines that stay keep what was seen',
    permission: 'findings.change',
    params: auditParams,
    ifMatch: true,
    body: z.strictObject({
      title: planFields.title.exactOptional(),
      from: planFields.from.exactOptional(),
      to: planFields.to.exactOptional(),
      criteria: planFields.criteria.exactOptional(),
      auditor: planFields.auditor.exactOptional(),
      scope: planFields.scope.exactOptional(),
    }),
    returns: auditOut,
    errors: ['audit.not_found', 'audit.reported', 'audit.invalid', 'audit.not_independent'],
  }),
  'audits.result': route({
    method: 'POST',
    path: '/v1/orgs/{org}/audits/{audit}/results',
    tag: 'manage',
    summary:
      'Say what was seen of one requirement; a nonconformity or observation becomes a finding of its own',
    permission: 'findings.change',
    params: auditParams,
    body: z.strictObject({
      requirement: refField,
      result: z.enum(LINE_RESULTS),
      note: note.default(''),
      evidence: z
        .array(z.string().regex(/^E-\d{1,9}$/, 'expected an evidence id such as E-12'))
        .max(100)
        .default([]),
      finding: z
        .strictObject({
          kind: z.enum(FINDING_KINDS).exclude(['exception']),
          statement: text(10_000),
          owner: text(120).nullable().default(null),
        })
        .optional()
        .describe('the finding that it becomes'),
      because: z
        .string()
        .trim()
        .max(1000)
        .default('')
        .describe('why it is said otherwise than before; asked for where another result stood'),
    }),
    returns: auditOut,
    errors: [
      'audit.not_found',
      'audit.reported',
      'audit.line_not_found',
      'audit.invalid',
      'finding.unknown_reference',
    ],
  }),
  'audits.take_back': route({
    method: 'POST',
    path: '/v1/orgs/{org}/audits/{audit}/take-back',
    tag: 'manage',
    summary:
      'Take back what was said of one requirement, with the reason; refused while a finding of it is open',
    permission: 'findings.change',
    params: auditParams,
    ifMatch: true,
    body: z.strictObject({ requirement: refField, because: z.string().trim().min(3).max(1000) }),
    returns: auditOut,
    errors: ['audit.not_found', 'audit.reported', 'audit.line_not_found', 'audit.invalid'],
  }),
  'audits.report': route({
    method: 'POST',
    path: '/v1/orgs/{org}/audits/{audit}/report',
    tag: 'manage',
    summary: 'Report an audit to management, once every line says something; then it never changes',
    permission: 'findings.change',
    params: auditParams,
    body: z.strictObject({
      summary: text(20_000),
      to: text(200).describe('management that it goes to'),
      on: dateField.optional().describe('today by default'),
    }),
    returns: auditOut,
    errors: [
      'audit.not_found',
      'audit.reported',
      'audit.unfinished',
      'audit.invalid',
      'audit.not_independent',
    ],
  }),
} as const;
