// Findings: nonconformities, observations, opportunities and SOC 2 exceptions in one model, with the record that
// ISO/IEC 27001 10.2 asks for, clocks, and a state that follows from the record.
import {
  FINDING_CLOCKS,
  FINDING_KINDS,
  FINDING_LINTS,
  FINDING_SOURCES,
  FINDING_STATES,
  FINDING_STEPS,
  VERDICTS,
} from '@assay/core';
import { z } from 'zod';
import { controlCodeField, dateField, dateOut, instantOut, orgParams, refField } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const person = text(120);
const long = text(10_000);
const evidenceField = z.string().regex(/^E-\d{1,9}$/, 'expected an evidence id such as E-12');
const findingField = z.string().regex(/^(NC|OBS|OFI|EX)-\d{1,9}$/, 'expected a finding such as NC-3');

/** How days and ids are written: checked in questions and in what is kept, as they are in answers. */
interface Words<D extends z.ZodType, R extends z.ZodType> {
  readonly day: D;
  readonly ref: R;
  readonly control: z.ZodString;
  readonly evidence: z.ZodString;
  readonly finding: z.ZodString;
}

const CHECKED = {
  day: dateField,
  ref: refField,
  control: controlCodeField,
  evidence: evidenceField,
  finding: findingField,
};
const TOLD = {
  day: dateOut,
  ref: z.string(),
  control: z.string(),
  evidence: z.string(),
  finding: z.string(),
};

/** Who ended something or opened it again, and why. */
function wordOf<D extends z.ZodType>(day: D) {
  return z.strictObject({ on: day, by: person, because: text(2000) });
}

function foundFields<D extends z.ZodType, R extends z.ZodType>({ day, ref, control, evidence }: Words<D, R>) {
  return {
    source: z.enum(FINDING_SOURCES),
    where: z.string().trim().max(200).describe('audit, report, body or incident in which it was found'),
    found_on: day,
    found_by: person,
    statement: long.describe('what is, against what should be'),
    requirements: z.array(ref).max(50),
    controls: z.array(control).max(50),
    evidence: z.array(evidence).max(200),
    owner: person.nullable(),
    exception: z
      .strictObject({
        deviations: z.int().min(0),
        sample: z.int().min(1),
        population: z.int().min(1).nullable().default(null),
        response: long.nullable().default(null).describe('what management answers in the report'),
      })
      .nullable()
      .describe('what the examiner’s test showed; an exception is no opinion'),
    terms: z
      .strictObject({
        plan_days: z.int().min(1).max(3650).nullable().default(null),
        evidence_days: z.int().min(1).max(3650).nullable().default(null),
        next_audit: day.nullable().default(null),
        stage2_ended: day.nullable().default(null).describe('last day of stage 2, for a major found there'),
      })
      .describe('clocks of this finding where they differ from the defaults'),
  };
}

/** What was done about it: the record of 10.2. */
function responseFields<D extends z.ZodType, R extends z.ZodType>({ day, finding }: Words<D, R>) {
  return {
    correction: z
      .strictObject({ what: long, on: day })
      .nullable()
      .describe('what was done at once (10.2 a 1)'),
    consequences: long.nullable().describe('how they were dealt with (10.2 a 2)'),
    cause: long.nullable().describe('why it happened (10.2 b 2)'),
    similar: z
      .strictObject({ looked: long, found: z.array(finding).max(50).default([]) })
      .nullable()
      .describe('where similar cases were looked for, and the findings that came of it (10.2 b 3)'),
    action: z
      .strictObject({
        what: long,
        owner: person.nullable().default(null),
        due: day.nullable().default(null),
        planned: day.nullable().default(null).describe('noted when it has owner and date'),
        done: day.nullable().default(null),
      })
      .nullable()
      .describe('what keeps it from happening again (10.2 c)'),
    effectiveness: z
      .strictObject({
        due: day.describe('day on which it is looked at'),
        said: wordOf(day)
          .extend({ verdict: z.enum(VERDICTS) })
          .nullable()
          .default(null),
      })
      .nullable()
      .describe('whether the action helped (10.2 d)'),
    system_change: long
      .nullable()
      .describe('change to the management system, or why none is needed (10.2 e)'),
  };
}

function record<D extends z.ZodType, R extends z.ZodType>(words: Words<D, R>) {
  return z.strictObject({
    kind: z.enum(FINDING_KINDS),
    ...foundFields(words),
    ...responseFields(words),
    closed: wordOf(words.day).nullable(),
    reopened: z.array(wordOf(words.day)),
  });
}

/** A record as it is kept: read back, it is one of core. */
export const findingRecord = record(CHECKED);

const FIELDS = { ...foundFields(CHECKED), ...responseFields(CHECKED) };
const changes = z.strictObject({ kind: z.enum(FINDING_KINDS), ...FIELDS });

const addBody = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  ...FIELDS,
  where: FIELDS.where.default(''),
  found_on: FIELDS.found_on.optional().describe('today by default'),
  found_by: FIELDS.found_by.optional().describe('whoever records it by default'),
  requirements: FIELDS.requirements.default([]),
  controls: FIELDS.controls.default([]),
  evidence: FIELDS.evidence.default([]),
  owner: FIELDS.owner.default(null),
  correction: FIELDS.correction.default(null),
  consequences: FIELDS.consequences.default(null),
  cause: FIELDS.cause.default(null),
  similar: FIELDS.similar.default(null),
  action: FIELDS.action.default(null),
  effectiveness: FIELDS.effectiveness.default(null),
  system_change: FIELDS.system_change.default(null),
  exception: FIELDS.exception.default(null),
  terms: FIELDS.terms.prefault({}),
});

/** Every field may be left out; what is sent takes the place of what stands. */
const changeBody = z.strictObject({
  kind: changes.shape.kind.exactOptional(),
  source: changes.shape.source.exactOptional(),
  where: changes.shape.where.exactOptional(),
  found_on: changes.shape.found_on.exactOptional(),
  found_by: changes.shape.found_by.exactOptional(),
  statement: changes.shape.statement.exactOptional(),
  requirements: changes.shape.requirements.exactOptional(),
  controls: changes.shape.controls.exactOptional(),
  evidence: changes.shape.evidence.exactOptional(),
  owner: changes.shape.owner.exactOptional(),
  correction: changes.shape.correction.exactOptional(),
  consequences: changes.shape.consequences.exactOptional(),
  cause: changes.shape.cause.exactOptional(),
  similar: changes.shape.similar.exactOptional(),
  action: changes.shape.action.exactOptional(),
  effectiveness: changes.shape.effectiveness.exactOptional(),
  system_change: changes.shape.system_change.exactOptional(),
  exception: changes.shape.exception.exactOptional(),
  terms: changes.shape.terms.exactOptional(),
});

const lintOut = z
  .strictObject({
    code: z.enum(FINDING_LINTS),
    findings: z.array(z.string()),
    detail: z.string(),
    remedy: z.string(),
  })
  .meta({ id: 'FindingLint' });

const clockOut = z.strictObject({
  name: z.enum(FINDING_CLOCKS),
  until: dateOut.describe('last day in time'),
  state: z.enum(['running', 'due', 'overdue', 'met', 'met_late']),
  days_left: z.int().describe('negative when it is past'),
  source: z.string().describe('where the deadline comes from'),
});

export const findingOut = record(TOLD)
  .extend({
    id: z.string().describe('NC-3, OBS-2, OFI-1, EX-4'),
    sentence: z.string(),
    state: z.enum(FINDING_STATES).describe('follows from the record'),
    next: z.enum(FINDING_STEPS).nullable().describe('first step that is owed and not done'),
    missing: z.string().nullable().describe('first thing that a closing waits for'),
    overdue: z.boolean(),
    clocks: z.array(clockOut),
    lints: z.array(lintOut),
    revision: z.int(),
    by: z.string().describe('who wrote this version'),
    at: instantOut,
  })
  .meta({ id: 'Finding' });

const versionOut = record(TOLD)
  .extend({
    revision: z.int(),
    state: z.enum(FINDING_STATES),
    by: z.string(),
    at: instantOut,
    until: instantOut.nullable(),
  })
  .meta({ id: 'FindingVersion' });

const filters = z.strictObject({
  kind: z.enum(FINDING_KINDS).optional(),
  state: z.enum(FINDING_STATES).optional(),
  source: z.enum(FINDING_SOURCES).optional(),
  requirement: z.string().max(100).optional().describe('iso27001:2022/A.5.18'),
  control: controlCodeField.optional(),
  owner: z.string().max(120).optional(),
  where: z.string().max(200).optional().describe('found in, such as IA-1'),
  open: z.stringbool().optional().describe('not closed, or closed'),
  overdue: z.stringbool().optional(),
  q: z.string().max(200).optional().describe('words in statement, cause or action'),
});

const findingParams = orgParams.extend({ finding: z.string().max(20).describe('NC-3') });
const wordBody = z.strictObject({
  because: text(2000),
  by: person.optional().describe('who says so; whoever records it by default'),
});

export const findingsRoutes = {
  'findings.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/findings',
    tag: 'manage',
    summary: 'Findings with states and clocks as of today, and what should be said of them together',
    permission: 'findings.read',
    params: orgParams,
    query: filters,
    returns: z.strictObject({
      data: z.array(findingOut),
      sentence: z.string().describe('of all findings, whatever is filtered'),
      total: z.int().describe('findings of the organisation, whatever is filtered'),
      lints: z.array(lintOut).describe('of all open findings, whatever is filtered'),
    }),
  }),
  'findings.csv': route({
    method: 'GET',
    path: '/v1/orgs/{org}/findings.csv',
    tag: 'audit',
    summary: 'The same list as CSV, a row for each finding',
    permission: 'findings.read',
    params: orgParams,
    query: filters,
    returns: 'bytes',
  }),
  'findings.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/findings/{finding}',
    tag: 'manage',
    summary: 'One finding with its whole record',
    permission: 'findings.read',
    params: findingParams,
    returns: findingOut,
    errors: ['finding.not_found'],
  }),
  'findings.history': route({
    method: 'GET',
    path: '/v1/orgs/{org}/findings/{finding}/versions',
    tag: 'audit',
    summary: 'All versions of a finding, the first first; who wrote each, and when',
    permission: 'findings.read',
    params: findingParams,
    returns: z.strictObject({ data: z.array(versionOut) }),
    errors: ['finding.not_found'],
  }),
  'findings.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/findings',
    tag: 'manage',
    summary: 'Record what was found; as much of its record as is known',
    permission: 'findings.change',
    params: orgParams,
    status: 201,
    body: addBody,
    returns: findingOut,
    errors: ['finding.invalid', 'finding.unknown_reference'],
  }),
  'findings.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/findings/{finding}',
    tag: 'manage',
    summary: 'Go on with the record of a finding',
    about:
      'A field that is left out stays as it was; one that is sent is replaced whole. Another action takes the verdict on the one before it into history.',
    permission: 'findings.change',
    params: findingParams,
    ifMatch: true,
    body: changeBody,
    returns: findingOut,
    errors: ['finding.not_found', 'finding.closed', 'finding.invalid', 'finding.unknown_reference'],
  }),
  'findings.close': route({
    method: 'POST',
    path: '/v1/orgs/{org}/findings/{finding}/close',
    tag: 'manage',
    summary: 'Close a finding; where a response is owed, only when its action was found effective',
    permission: 'findings.change',
    params: findingParams,
    body: wordBody,
    returns: findingOut,
    errors: ['finding.not_found', 'finding.closed', 'finding.not_verified'],
  }),
  'findings.reopen': route({
    method: 'POST',
    path: '/v1/orgs/{org}/findings/{finding}/reopen',
    tag: 'manage',
    summary: 'Open a closed finding again; its effectiveness has to be found anew',
    permission: 'findings.change',
    params: findingParams,
    body: wordBody,
    returns: findingOut,
    errors: ['finding.not_found', 'finding.not_closed'],
  }),
} as const;
