// The trail: who did what, from where and for whom; what each thing said before and after; as it was at an instant.
import { z } from 'zod';
import { instantField, instantOut, orgParams, page, pageQuery } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const VIAS = ['session', 'viewing', 'token', 'machine', 'job', 'link', 'start', 'nobody'] as const;

const whoOut = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'TrailActor' });
const rowFields = {
  index: z.int().describe('number of the entry in the ledger'),
  at: instantOut,
  action: z.string().describe('what was done, such as evidence.recorded'),
  object: z.string().describe('id of what it was done to'),
  actor: whoOut.nullable().describe('null for entries from before the trail'),
  on_behalf_of: z.string().nullable(),
  via: z
    .strictObject({ kind: z.string(), id: z.string().describe('never the secret itself') })
    .nullable()
    .describe('by which key the actor came in'),
  request_id: z.string().nullable(),
  address: z.string().nullable(),
  reason: z.string().nullable().describe('why, where the act says so'),
};
const trailRowOut = z.strictObject(rowFields).meta({ id: 'TrailRow' });
const changeOut = z
  .strictObject({
    thing: z.string().describe('what it is a field of'),
    path: z.string().describe('JSON Pointer of the field'),
    before: z.unknown().optional().describe('absent where the field was not there'),
    after: z.unknown().optional().describe('absent where the field is gone'),
  })
  .meta({ id: 'FieldChange' });
const trailEntryOut = z
  .strictObject({ ...rowFields, changes: z.array(changeOut) })
  .meta({ id: 'TrailEntry' });
const trailObjectOut = z
  .strictObject({
    object: z.string(),
    at: instantOut.nullable().describe('the instant that was asked for'),
    entries: z.array(trailEntryOut),
    stood: z
      .array(z.strictObject({ thing: z.string(), document: z.unknown() }))
      .describe('what the ledger says stood then, or stands now'),
  })
  .meta({ id: 'TrailObject' });

const objectField = z.string().min(1).max(200);

export const trailRoutes = {
  'trail.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/trail',
    tag: 'audit',
    summary: 'Who did what, newest first; as lines with Accept: application/x-ndjson',
    permission: 'trail.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      actor: z.string().max(200).optional().describe('name or id'),
      action: z.string().max(60).optional().describe('an action, or the start of one such as evidence.'),
      object: objectField.optional(),
      via: z.enum(VIAS).optional(),
      from: instantField.optional(),
      until: instantField.optional().describe('first instant that no longer counts'),
    }),
    returns: page(trailRowOut),
  }),
  'trail.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/trail/{entry}',
    tag: 'audit',
    summary: 'One act with every field before and after',
    permission: 'trail.read',
    params: orgParams.extend({ entry: z.coerce.number().int().min(0) }),
    returns: trailEntryOut,
    errors: ['ledger.entry_not_found'],
  }),
  'trail.object': route({
    method: 'GET',
    path: '/v1/orgs/{org}/trail-objects/{object}',
    tag: 'audit',
    summary: 'All acts on one object with their changes, and what it said at an instant',
    permission: 'trail.read',
    params: orgParams.extend({ object: objectField }),
    query: z.strictObject({ at: instantField.optional() }),
    returns: trailObjectOut,
    errors: ['ledger.entry_not_found'],
  }),
};
