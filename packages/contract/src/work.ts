// My work: tasks that the state of data asks for and those typed in; digests by mail; calendar feeds.
import { DIGEST_RHYTHMS, OWNER_ROLES, TASK_KINDS } from '@assay/core';
import { z } from 'zod';
import { controlCodeField, dateField, dateOut, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

const placeOut = z
  .strictObject({
    at: z.enum([
      'control',
      'evidence',
      'import',
      'checks',
      'window',
      'finding',
      'audit',
      'policy',
      'company',
      'work',
    ]),
    id: z.string().nullable().describe('control, evidence, import, scanner, finding or audit, by its id'),
  })
  .describe('where it is done');

const taskOut = z
  .strictObject({
    id: z.string(),
    kind: z.enum(TASK_KINDS),
    state: z.enum(['open', 'snoozed', 'done']),
    title: z.string(),
    why: z.string().describe('one sentence that names the facts it follows from'),
    closes: z.string().describe('what has to become true for it to close'),
    example: z.strictObject({ good: z.string(), bad: z.string() }).nullable(),
    control: z.string().nullable(),
    owner: z.enum(OWNER_ROLES),
    person: z.string().nullable().describe('who was named for it'),
    until: dateOut.nullable().describe('last day on which it is in time'),
    overdue: z.boolean(),
    minutes: z.int().describe('estimate'),
    place: placeOut,
    snoozed: z.strictObject({ until: dateOut, because: z.string(), by: z.string() }).nullable(),
    done: z
      .strictObject({ by: z.enum(['hand', 'evidence']), who: z.string().nullable(), because: z.string() })
      .nullable()
      .describe('how a typed task was closed'),
  })
  .meta({ id: 'Task' });

const taskParams = orgParams.extend({ task: z.string().min(1).max(200) });
const becauseField = z.string().trim().min(3).max(500);
const tokenParams = orgParams.extend({ person: z.string().max(60), token: z.string().max(100) });

const preferencesOut = z
  .strictObject({
    email: z.string().nullable(),
    digest: z.enum(DIGEST_RHYTHMS),
    roles: z.array(z.enum(OWNER_ROLES)).describe('owner roles whose tasks are mine; none: all'),
  })
  .meta({ id: 'WorkPreferences' });

const feedOut = z
  .strictObject({
    id: z.string(),
    of: z.enum(['person', 'organisation']),
    by: z.string(),
    created_at: instantOut,
  })
  .meta({ id: 'CalendarFeed' });

export const workRoutes = {
  'tasks.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/tasks',
    tag: 'manage',
    summary: 'My work: at most seven tasks with their reasons; with all, every task of the organisation',
    permission: 'work.read',
    params: orgParams,
    query: z.strictObject({
      all: z.stringbool().default(false),
      state: z.enum(['open', 'snoozed', 'done']).default('open'),
    }),
    returns: z.strictObject({
      data: z.array(taskOut),
      rest: z.int().describe('further tasks of mine that are not listed'),
      snoozed: z.int(),
      roles: z.array(z.enum(OWNER_ROLES)).describe('whose tasks count as mine; none: all'),
    }),
  }),
  'tasks.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/tasks/{task}',
    tag: 'manage',
    summary: 'One task, open, snoozed or done',
    permission: 'work.read',
    params: taskParams,
    returns: taskOut,
    errors: ['task.not_found'],
  }),
  'tasks.add': route({
    method: 'POST',
    path: '/v1/orgs/{org}/tasks',
    tag: 'manage',
    summary: 'Type in a task; evidence on its control closes it, or a reason does',
    permission: 'work.change',
    params: orgParams,
    status: 201,
    body: z.strictObject({
      title: z.string().trim().min(3).max(200),
      control: controlCodeField.optional(),
      owner: z.enum(OWNER_ROLES).optional().describe('the control’s owner by default, else the founder'),
      due: dateField.optional(),
    }),
    returns: taskOut,
    errors: ['control.not_found'],
  }),
  'tasks.done': route({
    method: 'POST',
    path: '/v1/orgs/{org}/tasks/{task}/done',
    tag: 'manage',
    summary: 'Close a typed task by hand, with a reason; every other task closes by the state of data',
    permission: 'work.change',
    params: taskParams,
    body: z.strictObject({ because: becauseField }),
    returns: taskOut,
    errors: ['task.not_found', 'task.closes_by_data', 'task.done'],
  }),
  'tasks.reopen': route({
    method: 'POST',
    path: '/v1/orgs/{org}/tasks/{task}/reopen',
    tag: 'manage',
    summary: 'Take back that a typed task was closed by hand',
    permission: 'work.change',
    params: taskParams,
    returns: taskOut,
    errors: ['task.not_found', 'task.closes_by_data'],
  }),
  'tasks.snooze': route({
    method: 'POST',
    path: '/v1/orgs/{org}/tasks/{task}/snooze',
    tag: 'manage',
    summary: 'Put a task out of sight until a day, with a reason',
    permission: 'work.change',
    params: taskParams,
    body: z.strictObject({ until: dateField, because: becauseField }),
    returns: taskOut,
    errors: ['task.not_found', 'task.done', 'task.snooze_passed'],
  }),
  'tasks.wake': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/tasks/{task}/snooze',
    tag: 'manage',
    summary: 'Bring a snoozed task back',
    permission: 'work.change',
    params: taskParams,
    returns: taskOut,
    errors: ['task.not_found'],
  }),
  'tasks.hand': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/tasks/{task}/owner',
    tag: 'manage',
    summary: 'Not mine: hand a task to another owner role',
    permission: 'work.change',
    params: taskParams,
    body: z.strictObject({ owner: z.enum(OWNER_ROLES) }),
    returns: taskOut,
    errors: ['task.not_found', 'task.done'],
  }),
  'work.preferences': route({
    method: 'GET',
    path: '/v1/orgs/{org}/preferences',
    tag: 'manage',
    summary: 'Whose tasks are mine, and how I am told of them',
    permission: 'work.read',
    params: orgParams,
    returns: preferencesOut,
  }),
  'work.prefer': route({
    method: 'PUT',
    path: '/v1/orgs/{org}/preferences',
    tag: 'manage',
    summary: 'Set whose tasks are mine, and how I am told of them',
    permission: 'work.read',
    params: orgParams,
    body: z.strictObject({
      email: z.email().max(254).nullable(),
      digest: z.enum(DIGEST_RHYTHMS),
      roles: z.array(z.enum(OWNER_ROLES)).max(OWNER_ROLES.length).default([]),
    }),
    returns: preferencesOut,
  }),
  'digests.send': route({
    method: 'POST',
    path: '/v1/orgs/{org}/digests',
    tag: 'manage',
    summary: 'Send every digest that is due; nobody gets two on one day',
    permission: 'organisation.change',
    params: orgParams,
    returns: z.strictObject({
      sent: z.int(),
      not_due: z.int(),
      nothing_to_say: z.int(),
      failed: z.int().describe('not taken by the mail server; they are due again at once'),
      where: z.string().describe('smtp, or the folder that they are written to'),
    }),
    errors: ['mail.failed'],
  }),
  'digests.unsubscribe': route({
    method: 'POST',
    path: '/v1/unsubscribe/{org}/{person}/{token}',
    tag: 'access',
    summary: 'End the digest of whoever holds the address (RFC 8058, one click)',
    permission: 'public',
    params: tokenParams,
    returns: 'empty',
    status: 204,
    errors: ['feed.not_found'],
  }),
  'feeds.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/calendar/feeds',
    tag: 'manage',
    summary: 'My calendar feeds; their addresses are shown once and not kept',
    permission: 'work.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(feedOut) }),
  }),
  'feeds.create': route({
    method: 'POST',
    path: '/v1/orgs/{org}/calendar/feeds',
    tag: 'manage',
    summary: 'An address that a calendar subscribes to; shown once, revocable',
    permission: 'work.read',
    params: orgParams,
    status: 201,
    secret: true,
    body: z.strictObject({ of: z.enum(['person', 'organisation']).default('person') }),
    returns: feedOut.extend({ path: z.string().describe('path of the feed below the origin') }),
  }),
  'feeds.revoke': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/calendar/feeds/{feed}',
    tag: 'manage',
    summary: 'Revoke a calendar feed; its address answers nobody any more',
    permission: 'work.read',
    params: orgParams.extend({ feed: z.string().max(40) }),
    returns: 'empty',
    status: 204,
    errors: ['feed.not_found'],
  }),
  'feeds.serve': route({
    method: 'GET',
    path: '/v1/calendar/{org}/{person}/{token}',
    tag: 'access',
    summary: 'The calendar of a feed (RFC 5545), for whoever holds its address',
    permission: 'public',
    params: tokenParams,
    returns: 'bytes',
    errors: ['feed.not_found'],
  }),
} as const;
