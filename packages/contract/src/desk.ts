// A room as somebody of the audit firm finds it: what was released, comments that are shared, and their own reads.
import { READ_KINDS, RELEASE_KINDS, ROOM_KINDS } from '@assay/core';
import { z } from 'zod';
import { dateOut, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';
import { roomFileOut, roomShown } from './roomItems.ts';

const roomParams = orgParams.extend({ room: z.string().max(40).describe('rom_…') });
const itemParams = roomParams.extend({ release: z.string().max(20).describe('R-3') });

const lineOut = z.strictObject({
  id: z.string().describe('R-3'),
  kind: z.enum(RELEASE_KINDS),
  thing: z.string().describe('E-12, POL-04, SOA-2 or C-07'),
  title: z.string(),
  controls: z.array(z.string()).describe('those that the room is about'),
  released_at: instantOut,
  file: z.boolean(),
});

/** The whole room. Nothing in it depends on who asks, so that a preview can be the same. */
export const deskOut = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    organisation: z.string(),
    kind: z.enum(ROOM_KINDS),
    framework: z.string(),
    firm: z.string(),
    systems: z.string(),
    from: dateOut,
    until: dateOut,
    ends_on: dateOut,
    controls: z.array(z.strictObject({ code: z.string(), name: z.string(), items: z.int() })),
    items: z.array(lineOut),
    sentence: z.string(),
  })
  .meta({ id: 'Desk' });

export const deskItemOut = lineOut
  .extend({
    file: roomFileOut.nullable(),
    digest: z.string().describe('SHA-256 of the canonical text of `shown` as it was released'),
    shown: roomShown,
  })
  .meta({ id: 'DeskItem' });

const deskCommentOut = z
  .strictObject({
    id: z.string(),
    release: z.string().nullable(),
    side: z.enum(['organisation', 'auditor']),
    text: z.string(),
    by: z.string(),
    at: instantOut,
  })
  .meta({ id: 'DeskComment' });

const deskReadOut = z.strictObject({
  id: z.string(),
  what: z.enum(READ_KINDS),
  release: z.string().nullable(),
  title: z.string(),
  by: z.string(),
  at: instantOut,
});

const closed = ['room.not_found', 'room.closed', 'room.second_factor'] as const;

export const deskRoutes = {
  'desk.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/desk',
    tag: 'audit',
    summary: 'The room that one was invited to; the read is logged, and both sides see it',
    permission: 'rooms.enter',
    params: roomParams,
    returns: deskOut,
    errors: [...closed],
  }),
  'desk.item': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/desk/items/{release}',
    tag: 'audit',
    summary: 'One released thing as it was shown on the day of its release',
    permission: 'rooms.enter',
    params: itemParams,
    returns: deskItemOut,
    errors: [...closed, 'room.release_not_found'],
  }),
  'desk.file': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/desk/items/{release}/file',
    tag: 'audit',
    summary: 'The file of a released thing',
    permission: 'rooms.enter',
    params: itemParams,
    returns: 'bytes',
    errors: [...closed, 'room.release_not_found', 'room.no_file', 'artefact.missing_bytes'],
  }),
  'desk.comments': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/desk/comments',
    tag: 'audit',
    summary: 'Comments that are shared, in the order in which they were made',
    permission: 'rooms.enter',
    params: roomParams,
    returns: z.strictObject({ data: z.array(deskCommentOut) }),
    errors: [...closed],
  }),
  'desk.comment': route({
    method: 'POST',
    path: '/v1/orgs/{org}/rooms/{room}/desk/comments',
    tag: 'audit',
    summary: 'Say something that both sides read',
    permission: 'rooms.enter',
    params: roomParams,
    status: 201,
    body: z.strictObject({
      text: z.string().trim().min(1).max(10_000),
      release: z.string().max(20).nullable().default(null),
    }),
    returns: deskCommentOut,
    errors: [...closed, 'room.release_not_found'],
  }),
  'desk.reads': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/desk/reads',
    tag: 'audit',
    summary: 'Every read in this room, newest first, as the organisation sees it too',
    permission: 'rooms.enter',
    params: roomParams,
    returns: z.strictObject({ data: z.array(deskReadOut) }),
    errors: [...closed],
  }),
} as const;
