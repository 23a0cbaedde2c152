// Auditors' rooms as the organisation keeps them: what belongs to one engagement, and what was released into it.
import { AUDIENCES, READ_KINDS, RELEASE_KINDS, ROOM_KINDS } from '@assay/core';
import { z } from 'zod';
import { deskItemOut, deskOut } from './desk.ts';
import { controlCodeField, dateField, dateOut, emailField, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';
import { roomFileOut } from './roomItems.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const roomField = z.string().max(40).describe('rom_…');
const roomParams = orgParams.extend({ room: roomField });
const releaseParams = roomParams.extend({ release: z.string().max(20).describe('R-3') });

const FIELDS = {
  title: text(120),
  firm: text(160).describe('the certification body, or the CPA firm'),
  systems: z.string().trim().max(2000).describe('what is looked at: systems, sites, categories'),
  controls: z.array(controlCodeField).min(1).max(500).describe('nothing that bears on none of them is shown'),
  ends_on: dateField.describe('last day on which the audit firm gets in'),
};

const createBody = z.strictObject({
  ...FIELDS,
  kind: z.enum(ROOM_KINDS),
  systems: FIELDS.systems.default(''),
  framework: z.string().max(80).describe('iso27001:2022'),
  from: dateField,
  until: dateField.describe('first day after the period; of a Type I, the day after'),
});

/** Kind, framework and period are the engagement: another one has a room of its own. */
const changeBody = z.strictObject({
  title: FIELDS.title.exactOptional(),
  firm: FIELDS.firm.exactOptional(),
  systems: FIELDS.systems.exactOptional(),
  controls: FIELDS.controls.exactOptional(),
  ends_on: FIELDS.ends_on.exactOptional(),
});

const endedOut = z.strictObject({ by: z.string(), at: instantOut, because: z.string() });

const roomOut = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    kind: z.enum(ROOM_KINDS),
    framework: z.string(),
    firm: z.string(),
    systems: z.string(),
    from: dateOut,
    until: dateOut,
    controls: z.array(z.string()),
    ends_on: dateOut,
    state: z.enum(['open', 'ended']),
    ended: endedOut.nullable().describe('by somebody, before or after its last day'),
    sentence: z.string(),
    counts: z.strictObject({
      shown: z.int().describe('released things that the audit firm sees'),
      withdrawn: z.int(),
      outside: z.int().describe('released, and outside of the controls that the room is about now'),
      auditors: z.int(),
      invited: z.int(),
      reads: z.int(),
      comments: z.int(),
    }),
    revision: z.int(),
    by: z.string(),
    since: instantOut,
  })
  .meta({ id: 'Room' });

const thingField = z.strictObject({
  kind: z.enum(RELEASE_KINDS),
  id: z.string().trim().min(1).max(60).describe('E-12, POL-04, SOA-2 or C-07'),
});

const releaseOut = z
  .strictObject({
    id: z.string().describe('R-3'),
    kind: z.enum(RELEASE_KINDS),
    thing: z.string(),
    title: z.string(),
    controls: z.array(z.string()),
    from: dateOut,
    until: dateOut.nullable(),
    digest: z.string().describe('SHA-256 of the canonical text of what is shown'),
    file: roomFileOut.nullable(),
    state: z.enum(['shown', 'outside', 'withdrawn']),
    released_by: z.string(),
    released_at: instantOut,
    withdrawn: z.strictObject({ by: z.string(), at: instantOut, because: z.string() }).nullable(),
    first_viewed: instantOut.nullable().describe('from then on it cannot be taken back'),
  })
  .meta({ id: 'RoomRelease' });

const candidateOut = z
  .strictObject({
    kind: z.enum(RELEASE_KINDS),
    id: z.string(),
    title: z.string(),
    controls: z.array(z.string()),
    from: dateOut,
    until: dateOut.nullable(),
    note: z.string().describe('what to look at before it is released; empty where nothing is'),
  })
  .meta({ id: 'RoomCandidate' });

const roomReadOut = z
  .strictObject({
    id: z.string(),
    what: z.enum(READ_KINDS),
    release: z.string().nullable(),
    title: z.string(),
    by: z.string(),
    at: instantOut,
  })
  .meta({ id: 'RoomRead' });

const commentOut = z
  .strictObject({
    id: z.string(),
    release: z.string().nullable(),
    audience: z.enum(AUDIENCES),
    side: z.enum(['organisation', 'auditor']),
    text: z.string(),
    by: z.string(),
    at: instantOut,
  })
  .meta({ id: 'RoomComment' });

const auditorOut = z
  .strictObject({
    id: z.string().describe('of the member, or of the invitation'),
    state: z.enum(['in', 'invited', 'expired']),
    name: z.string().nullable(),
    email: z.string().nullable(),
    role: z.string(),
    because: z.string().nullable().describe('why a free address was accepted'),
  })
  .meta({ id: 'RoomAuditor' });

const becauseBody = z.strictObject({ because: text(2000) });

export const roomsRoutes = {
  'rooms.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms',
    tag: 'audit',
    summary: 'Auditors’ rooms: one for each engagement, open ones first',
    permission: 'rooms.read',
    params: orgParams,
    returns: z.strictObject({ data: z.array(roomOut), sentence: z.string() }),
  }),
  'rooms.create': route({
    method: 'POST',
    path: '/v1/orgs/{org}/rooms',
    tag: 'audit',
    summary: 'Open a room for one engagement; nothing is in it until it is released',
    permission: 'rooms.change',
    params: orgParams,
    status: 201,
    body: createBody,
    returns: roomOut,
    errors: ['room.invalid', 'framework.not_found', 'control.not_found'],
  }),
  'rooms.read': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}',
    tag: 'audit',
    summary: 'One room with its engagement, its state and its counts',
    permission: 'rooms.read',
    params: roomParams,
    returns: roomOut,
    errors: ['room.not_found'],
  }),
  'rooms.change': route({
    method: 'PATCH',
    path: '/v1/orgs/{org}/rooms/{room}',
    tag: 'audit',
    summary: 'Change title, firm, systems, controls or the last day of a room',
    about:
      'Kind, framework and period stay: they are the engagement. What was released and bears on none of the controls any more is not shown.',
    permission: 'rooms.change',
    params: roomParams,
    ifMatch: true,
    body: changeBody,
    returns: roomOut,
    errors: ['room.not_found', 'room.ended', 'room.invalid', 'control.not_found'],
  }),
  'rooms.auditors': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/auditors',
    tag: 'audit',
    summary: 'Who of the audit firm is in the room or invited to it',
    permission: 'rooms.read',
    params: roomParams,
    returns: z.strictObject({ data: z.array(auditorOut) }),
    errors: ['room.not_found'],
  }),
  'rooms.invite': route({
    method: 'POST',
    path: '/v1/orgs/{org}/rooms/{room}/auditors',
    tag: 'audit',
    summary:
      'Invite somebody of the audit firm by their business address; the link works once, for seven days',
    about:
      'They hold one role in this room and nothing else, and get in with a passkey or with password and one-time code only.',
    permission: 'rooms.change',
    params: roomParams,
    status: 201,
    secret: true,
    body: z.strictObject({
      email: emailField,
      because: text(500).exactOptional().describe('why an address of a free provider is theirs'),
    }),
    returns: auditorOut.extend({ link: z.string(), mailed: z.boolean() }),
    errors: [
      'room.not_found',
      'room.ended',
      'room.free_mail',
      'access.already_member',
      'access.cannot_grant',
    ],
  }),
  'rooms.dismiss': route({
    method: 'DELETE',
    path: '/v1/orgs/{org}/rooms/{room}/auditors/{auditor}',
    tag: 'audit',
    summary: 'Take the room from somebody, or their invitation: from the next request on',
    permission: 'rooms.change',
    params: roomParams.extend({ auditor: z.string().max(40) }),
    returns: 'empty',
    status: 204,
    errors: ['room.not_found', 'room.auditor_not_found'],
  }),
  'rooms.candidates': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/candidates',
    tag: 'audit',
    summary: 'What belongs into the room and is not in it as it stands: of its period and its controls',
    permission: 'rooms.change',
    params: roomParams,
    returns: z.strictObject({ data: z.array(candidateOut) }),
    errors: ['room.not_found'],
  }),
  'rooms.releases': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/releases',
    tag: 'audit',
    summary: 'What was released into the room, by whom, and when it was first viewed',
    permission: 'rooms.read',
    params: roomParams,
    returns: z.strictObject({ data: z.array(releaseOut) }),
    errors: ['room.not_found'],
  }),
  'rooms.release': route({
    method: 'POST',
    path: '/v1/orgs/{org}/rooms/{room}/releases',
    tag: 'audit',
    summary: 'Release things into the room, all of them or none; each is kept as it is shown now',
    permission: 'rooms.change',
    params: roomParams,
    status: 201,
    body: z.strictObject({ things: z.array(thingField).min(1).max(200) }),
    returns: z.strictObject({ data: z.array(releaseOut) }),
    errors: [
      'room.not_found',
      'room.ended',
      'room.outside',
      'room.released',
      'evidence.not_found',
      'evidence.withdrawn',
      'evidence.erased',
      'policy.not_found',
      'policy.not_in_force',
      'soa.version_not_found',
      'control.not_found',
    ],
  }),
  'rooms.withdraw': route({
    method: 'POST',
    path: '/v1/orgs/{org}/rooms/{room}/releases/{release}/withdraw',
    tag: 'audit',
    summary: 'Take back what was released and nobody has opened yet',
    permission: 'rooms.change',
    params: releaseParams,
    body: becauseBody,
    returns: releaseOut,
    errors: ['room.not_found', 'room.ended', 'room.release_not_found', 'room.viewed'],
  }),
  'rooms.preview': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/preview',
    tag: 'audit',
    summary: 'The room as the audit firm gets it, byte for byte; it counts as no view of theirs',
    permission: 'rooms.read',
    params: roomParams,
    returns: deskOut,
    errors: ['room.not_found'],
  }),
  'rooms.preview_item': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/preview/{release}',
    tag: 'audit',
    summary: 'One released thing as the audit firm gets it, byte for byte',
    permission: 'rooms.read',
    params: releaseParams,
    returns: deskItemOut,
    errors: ['room.not_found', 'room.release_not_found'],
  }),
  'rooms.comments': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/comments',
    tag: 'audit',
    summary: 'Comments, internal and shared, in the order in which they were made',
    permission: 'rooms.read',
    params: roomParams,
    returns: z.strictObject({ data: z.array(commentOut) }),
    errors: ['room.not_found'],
  }),
  'rooms.comment': route({
    method: 'POST',
    path: '/v1/orgs/{org}/rooms/{room}/comments',
    tag: 'audit',
    summary: 'Say something: internal unless it is shared with the audit firm',
    permission: 'rooms.change',
    params: roomParams,
    status: 201,
    body: z.strictObject({
      text: text(10_000),
      release: z.string().max(20).nullable().default(null),
      audience: z.enum(AUDIENCES).default('internal'),
    }),
    returns: commentOut,
    errors: ['room.not_found', 'room.ended', 'room.release_not_found'],
  }),
  'rooms.reads': route({
    method: 'GET',
    path: '/v1/orgs/{org}/rooms/{room}/reads',
    tag: 'audit',
    summary: 'Every read of the audit firm, newest first; the audit firm sees the same',
    permission: 'rooms.read',
    params: roomParams,
    returns: z.strictObject({ data: z.array(roomReadOut) }),
    errors: ['room.not_found'],
  }),
  'rooms.end': route({
    method: 'POST',
    path: '/v1/orgs/{org}/rooms/{room}/end',
    tag: 'audit',
    summary: 'End a room: nobody of the audit firm gets in from the next request on; the copy stays',
    permission: 'rooms.change',
    params: roomParams,
    body: becauseBody,
    returns: roomOut,
    errors: ['room.not_found', 'room.ended'],
  }),
} as const;
