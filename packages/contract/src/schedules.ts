// Schedules of controls as a history, exclusions that end by themselves, the organisation's calendar, and how a piece
// of evidence bears on a control.
import { SLOT_FREQUENCIES } from '@assay/core';
import { z } from 'zod';
import {
  controlCodeField,
  dateField,
  dateOut,
  instantOut,
  orgParams,
  page,
  pageQuery,
} from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const grace = z
  .int()
  .min(0)
  .max(366)
  .describe('days after the due day in which it is late, and still counts');

/** How often a control is to run. */
export const cadenceField = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('periodic'),
      frequency: z.enum(SLOT_FREQUENCIES),
      mode: z
        .enum(['calendar', 'interval'])
        .default('calendar')
        .describe('calendar: fixed slots; interval: the next is due one interval after the last'),
      grace_days: grace.default(0),
    }),
    z.strictObject({
      kind: z.literal('event'),
      within_days: z.int().min(0).max(366).describe('days after the event in which it runs'),
      grace_days: grace.default(0),
    }),
    z.strictObject({
      kind: z.literal('continuous'),
      every_hours: z.number().positive().max(8784),
      tolerance: z
        .number()
        .min(1)
        .max(10)
        .default(2)
        .describe('a silence of every_hours x tolerance is a gap'),
      sla_days: z.int().min(0).max(366).default(0).describe('days in which a failure is to be mended'),
    }),
  ])
  .meta({ id: 'Cadence' });

const scopeName = z.string().trim().min(1).max(60);
const day = dateField.nullable();

export const scheduleOut = z
  .strictObject({
    control: z.string(),
    name: z.string(),
    cadence: cadenceField.nullable().describe('in force today; null for what is done once'),
    sentence: z.string().describe('the cadence of today in words'),
    versions: z.array(
      z.strictObject({
        from: dateOut,
        cadence: cadenceField,
        sentence: z.string(),
        said: z.boolean().describe('false: it follows from kind and frequency of the control'),
      }),
    ),
    started_on: dateOut.describe('first day of operation: as said, or since when it is in place'),
    started_on_said: z.boolean(),
    retired_on: dateOut.nullable().describe('first day without it'),
    replaces: z.string().nullable(),
    replaced_by: z.string().nullable(),
    scopes: z.array(
      z.strictObject({ name: z.string(), from: dateOut.nullable(), until: dateOut.nullable() }),
    ),
    revision: z.int().describe('0 where nobody has said anything of it'),
    changed_by: z.string().nullable(),
    changed_at: instantOut.nullable(),
  })
  .meta({ id: 'Schedule' });

export const exclusionOut = z
  .strictObject({
    id: z.string().describe('X-3'),
    control: z.string(),
    scope: z.string().nullable(),
    from: dateOut,
    until: dateOut.describe('first day that counts again'),
    reason: z.string(),
    owner: z.string(),
    state: z.enum(['to_come', 'in_force', 'ended']).describe('by the clock: an exclusion ends by itself'),
    note: z.string().describe('why it was ended early'),
    revision: z.int(),
    by: z.string(),
    at: instantOut,
  })
  .meta({ id: 'Exclusion' });

export const calendarOut = z
  .strictObject({
    time_zone: z.string().describe('a setting of the organisation'),
    holidays: z.array(dateOut),
    fiscal_year_start: z.int().describe('month, 1 to 12'),
    reconstructed_after_days: z
      .int()
      .describe('days between act and capture after which evidence needs independent support'),
    revision: z.int(),
  })
  .meta({ id: 'Calendar' });

export const bearingOut = z
  .strictObject({
    evidence: z.string(),
    control: z.string(),
    scope: z.string().nullable(),
    events: z.array(z.string()),
    support: z.strictObject({ note: z.string(), by: z.string() }).nullable(),
  })
  .meta({ id: 'Bearing' });

const controlParams = orgParams.extend({ control: controlCodeField });

export const schedulesRoutes = {
  'schedules.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/schedules',
    tag: 'manage',
    summary: 'How often each control in force is to run, with scopes and lifetimes',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({ ...pageQuery }),
    returns: page(scheduleOut),
  }),
  'schedules.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/controls/{control}/schedule',
    tag: 'manage',
    summary: 'The schedule of one control: its history of cadences, scopes and lifetime',
    permission: 'monitoring.read',
    params: controlParams,
    returns: scheduleOut,
    errors: ['control.not_found'],
  }),
  'schedules.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/controls/{control}/schedule',
    tag: 'manage',
    summary: 'Say how often a control runs from a day on, since when, where, and in whose place',
    about:
      'A field that is left out stays as it was. `versions` and `scopes` are whole lists. What was said before stays known for its time.',
    permission: 'monitoring.change',
    params: controlParams,
    ifMatch: true,
    body: z.strictObject({
      versions: z
        .array(z.strictObject({ from: dateField, cadence: cadenceField }))
        .max(100)
        .optional(),
      started_on: day.optional(),
      retired_on: day.optional(),
      replaces: controlCodeField.nullable().optional(),
      scopes: z
        .array(z.strictObject({ name: scopeName, from: day.optional(), until: day.optional() }))
        .max(50)
        .optional(),
    }),
    returns: scheduleOut,
    errors: ['control.not_found', 'schedule.invalid'],
  }),
  'exclusions.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/exclusions',
    tag: 'manage',
    summary: 'Days that do not count, with reason, owner and end; those that have ended too',
    permission: 'monitoring.read',
    params: orgParams,
    query: z.strictObject({
      ...pageQuery,
      control: controlCodeField.optional(),
      state: z.enum(['to_come', 'in_force', 'ended']).optional(),
    }),
    returns: page(exclusionOut),
  }),
  'exclusions.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/exclusions',
    tag: 'manage',
    summary: 'Leave days of a control out, for a reason, until a day',
    permission: 'monitoring.change',
    params: orgParams,
    status: 201,
    body: z
      .strictObject({
        control: controlCodeField,
        scope: scopeName.optional(),
        from: dateField,
        until: dateField.describe('first day that counts again'),
        reason: z.string().trim().min(3).max(2000),
        owner: z.string().trim().min(1).max(120),
      })
      .refine((each) => each.from < each.until, 'ends before it begins'),
    returns: exclusionOut,
    errors: ['control.not_found', 'schedule.invalid'],
  }),
  'exclusions.end': route({
    method: 'POST',
    path: '/v1/orgs/{org}/exclusions/{exclusion}/end',
    tag: 'manage',
    summary: 'End an exclusion before its time',
    permission: 'monitoring.change',
    params: orgParams.extend({ exclusion: z.string().max(20).describe('X-3') }),
    body: z.strictObject({
      on: dateField.optional().describe('first day that counts again; today by default'),
      note: z.string().trim().min(3).max(2000),
    }),
    returns: exclusionOut,
    errors: ['exclusion.not_found', 'exclusion.ended'],
  }),
  'calendar.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/calendar',
    tag: 'manage',
    summary: 'Holidays, fiscal year, and when evidence counts as reconstructed',
    permission: 'monitoring.read',
    params: orgParams,
    returns: calendarOut,
  }),
  'calendar.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/calendar',
    tag: 'manage',
    summary: 'Change holidays, fiscal year or the days until evidence counts as reconstructed',
    permission: 'monitoring.change',
    params: orgParams,
    ifMatch: true,
    body: z.strictObject({
      holidays: z.array(dateField).max(1000).optional(),
      fiscal_year_start: z.int().min(1).max(12).optional(),
      reconstructed_after_days: z.int().min(0).max(366).optional(),
    }),
    returns: calendarOut,
  }),
  'bearings.set': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/evidence/{evidence}/bearings/{control}',
    tag: 'manage',
    summary: 'Say in which scope evidence was performed, which events it answers, what supports it',
    about:
      '`support` is a reviewer’s word that something independent shows the act of evidence that was made long after it. The whole is replaced.',
    permission: 'evidence.review',
    params: orgParams.extend({ evidence: z.string().max(40), control: controlCodeField }),
    body: z.strictObject({
      scope: scopeName.nullable().default(null),
      events: z.array(z.string().min(1).max(200)).max(500).default([]),
      support: z.string().trim().min(3).max(2000).nullable().default(null),
    }),
    returns: bearingOut,
    errors: ['evidence.not_found', 'bearing.not_linked', 'schedule.invalid'],
  }),
} as const;
