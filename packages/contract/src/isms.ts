// The management system's own records: context, parties, scopes, roles, communication, objectives, competence,
// planned changes, feedback of interested parties and management reviews; each with versions, remarks and approval.
import { ISMS_KINDS, OBJECTIVE_STATES, OWNER_ROLES, TRENDS } from '@assay/core';
import { z } from 'zod';
import { ismsBody, ismsRecordOut } from './ismsRecords.ts';
import { dateField, dateOut, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const person = z.string().trim().min(2).max(120);

const versionField = z
  .string()
  .regex(/^\d{1,6}$/)
  .optional();

const lintOut = z
  .strictObject({
    code: z.string(),
    clause: z.string().describe('of ISO/IEC 27001:2022'),
    detail: z.string(),
    remedy: z.string(),
    blocks: z.boolean().describe('whether approving or closing waits for it'),
  })
  .meta({ id: 'IsmsLint' });

const sectionOut = z
  .strictObject({
    title: z.string(),
    header: z.array(z.string()).describe('empty: a text, one cell a row'),
    rows: z.array(z.array(z.string())),
  })
  .meta({ id: 'IsmsSection' });

const recordOut = z
  .strictObject({
    id: z.string().describe('context, parties, roles, communication, SC-1, OB-2, CP-3, CH-1, FB-1, MR-1'),
    revision: z.int(),
    title: z.string(),
    record: ismsRecordOut,
    sections: z.array(sectionOut).describe('the record as people read it, part by part'),
    in_force: z.int().nullable().describe('the version of the record that is in force today; null: none is'),
    approval: z
      .strictObject({ by: z.string(), role: z.enum(OWNER_ROLES), at: instantOut, recorded_by: z.string() })
      .nullable()
      .describe('of this version; a change ends it'),
    lints: z.array(lintOut),
    standing: z
      .strictObject({
        state: z.enum(OBJECTIVE_STATES),
        trend: z.enum(TRENDS),
        latest: z.number().nullable(),
      })
      .nullable()
      .describe('of an objective, as of today'),
    by: z.string().describe('who wrote this version'),
    at: instantOut,
    until: instantOut.nullable(),
  })
  .meta({ id: 'IsmsRecord' });

const recordParams = orgParams.extend({ record: z.string().max(20).describe('context, SC-1, OB-2') });

export const ismsRoutes = {
  'isms.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/isms',
    tag: 'manage',
    summary: 'Records of the management system as they stand, with what is to be said of each today',
    permission: 'isms.read',
    params: orgParams,
    query: z.strictObject({ kind: z.enum(ISMS_KINDS).optional() }),
    returns: z.strictObject({
      sentence: z.string().describe('how documents, objectives and the next review stand today'),
      next_review: z
        .strictObject({ id: z.string().nullable().describe('null: nobody has planned it'), on: dateOut })
        .nullable(),
      data: z.array(recordOut),
    }),
  }),
  'isms.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/isms/{record}',
    tag: 'manage',
    summary: 'One record of the management system',
    permission: 'isms.read',
    params: recordParams,
    returns: recordOut,
    errors: ['isms.not_found'],
  }),
  'isms.versions': route({
    method: 'GET',
    path: '/v1/orgs/{org}/isms/{record}/versions',
    tag: 'audit',
    summary: 'All versions of a record, the first first; who wrote and who approved each',
    permission: 'isms.read',
    params: recordParams,
    returns: z.strictObject({ data: z.array(recordOut) }),
    errors: ['isms.not_found'],
  }),
  'isms.difference': route({
    method: 'GET',
    path: '/v1/orgs/{org}/isms/{record}/difference',
    tag: 'audit',
    summary: 'What changed from one version of a record to another, line by line',
    permission: 'isms.read',
    params: recordParams,
    query: z.strictObject({
      from: versionField.describe('the one in force by default, or the one before where that is the newest'),
      to: versionField.describe('the newest by default'),
    }),
    returns: z.strictObject({
      from: z.int(),
      to: z.int(),
      data: z.array(
        z.strictObject({ section: z.string(), change: z.enum(['gone', 'new']), line: z.string() }),
      ),
    }),
    errors: ['isms.not_found'],
  }),
  'isms.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/isms',
    tag: 'manage',
    summary: 'Write the first version of a record',
    permission: 'isms.change',
    params: orgParams,
    status: 201,
    body: ismsBody,
    returns: recordOut,
    errors: ['isms.exists', 'framework.not_found', 'isms.in_future'],
  }),
  'isms.replace': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/isms/{record}',
    tag: 'manage',
    summary:
      'Write the next version of a record, whole; an approval of the version before does not carry over',
    permission: 'isms.change',
    params: recordParams,
    ifMatch: true,
    body: ismsBody,
    returns: recordOut,
    errors: [
      'isms.not_found',
      'isms.other_kind',
      'isms.closed',
      'isms.withdrawn',
      'isms.exists',
      'framework.not_found',
      'isms.in_future',
    ],
  }),
  'isms.measure': route({
    method: 'POST',
    path: '/v1/orgs/{org}/isms/{record}/measurements',
    tag: 'manage',
    summary:
      'Record a measurement of an objective; a second one of the same day takes the place of the first',
    permission: 'isms.change',
    params: recordParams,
    body: z.strictObject({
      value: z.number(),
      on: dateField.optional().describe('today by default'),
      by: person.optional().describe('who measured; whoever records it by default'),
    }),
    returns: recordOut,
    errors: ['isms.not_found', 'isms.other_kind', 'isms.in_future'],
  }),
  'isms.approve': route({
    method: 'POST',
    path: '/v1/orgs/{org}/isms/{record}/approve',
    tag: 'manage',
    summary: 'Approve the version that stands, by name and role; refused while a remark blocks it',
    permission: 'isms.approve',
    params: recordParams,
    ifMatch: true,
    body: z.strictObject({
      by: person.describe('who approves'),
      role: z.enum(OWNER_ROLES).describe('the role in which they approve'),
    }),
    returns: recordOut,
    errors: ['isms.not_found', 'isms.other_kind', 'isms.incomplete', 'isms.approved'],
  }),
  'isms.fill': route({
    method: 'POST',
    path: '/v1/orgs/{org}/isms/{record}/facts',
    tag: 'manage',
    summary: 'Put what is known today into the seven inputs of a management review; what people wrote stays',
    permission: 'isms.change',
    params: recordParams,
    ifMatch: true,
    returns: recordOut,
    errors: ['isms.not_found', 'isms.other_kind', 'isms.closed'],
  }),
  'isms.done': route({
    method: 'POST',
    path: '/v1/orgs/{org}/isms/{record}/actions',
    tag: 'manage',
    summary:
      'Say on which day an action of a management review was done; that is all that changes of a closed one',
    permission: 'isms.change',
    params: recordParams,
    ifMatch: true,
    body: z.strictObject({
      action: z.int().min(1).max(500).describe('its place in the list, from 1'),
      on: dateField.optional().describe('today by default'),
    }),
    returns: recordOut,
    errors: ['isms.not_found', 'isms.other_kind', 'isms.in_future'],
  }),
  'isms.withdraw': route({
    method: 'POST',
    path: '/v1/orgs/{org}/isms/{record}/withdraw',
    tag: 'manage',
    summary:
      'Withdraw what a party is said to have said, with the reason; it stays in the history, and no review counts it',
    permission: 'isms.change',
    params: recordParams,
    ifMatch: true,
    body: z.strictObject({ because: z.string().trim().min(3).max(400) }),
    returns: recordOut,
    errors: ['isms.not_found', 'isms.other_kind', 'isms.withdrawn'],
  }),
  'isms.close': route({
    method: 'POST',
    path: '/v1/orgs/{org}/isms/{record}/close',
    tag: 'manage',
    summary: 'Close a management review; refused while an input is missing or top management was not there',
    permission: 'isms.approve',
    params: recordParams,
    ifMatch: true,
    body: z.strictObject({ by: person.optional().describe('who closes it; whoever records it by default') }),
    returns: recordOut,
    errors: ['isms.not_found', 'isms.other_kind', 'isms.incomplete', 'isms.closed', 'isms.in_future'],
  }),
} as const;
