// HTTP of rooms, for the organisation.
import { roomsRoutes, type Routes } from '@assay/contract';
import { dateOfInstant, err, ok, type Result } from '@assay/core';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { accessOf, type Access } from '../access/people.module.ts';
import { holdLedger } from '../evidence/evidence.module.ts';
import { auditorsIn, auditorsOf, dismiss, inviteAuditor } from './auditors.usecases.ts';
import { comment } from './comments.usecases.ts';
import { presentDesk, presentItem } from './desk.presenter.ts';
import { laid } from './desk.usecases.ts';
import type { Work } from './keep.ts';
import { candidates, release, withdraw } from './releases.usecases.ts';
import {
  presentComment,
  presentReads,
  presentRelease,
  presentRoom,
  type RoomView,
} from './rooms.presenter.ts';
import { noRelease } from './rooms.refusals.ts';
import { firstViews, listOf, listRooms, type Kept } from './rooms.repository.ts';
import { roomsSentence } from './rooms.sentences.ts';
import { changeRoom, endRoom, openRoom, openRoomNamed, roomNamed } from './rooms.usecases.ts';

type Scoped = ContextOf<Routes['rooms.list']>;

export const roomsHandlers = bindAll(roomsRoutes, {
  'rooms.list': async (context) => {
    const access = await accessOf(context);
    return inside(context, async (work) => {
      const views: RoomView[] = [];
      for (const each of await listRooms(work.tx, work.scope)) views.push(await viewOf(work, each, access));
      const open = views.filter(({ state }) => state === 'open');
      const data = [...open, ...views.filter(({ state }) => state !== 'open')];
      return ok({ data: { data, sentence: roomsSentence(open.length, data.length) } });
    });
  },
  'rooms.create': (context, { body: { kind, ...draft } }) =>
    writing(context, (work) => openRoom(work, { ...draft, engagement: kind })),
  'rooms.read': async (context, { params }) => {
    const access = await accessOf(context);
    return inside(context, (work) => shown(work, params.room, access));
  },
  'rooms.change': (context, { params, body }) =>
    writing(context, (work) => changeRoom(work, params.room, { ifMatch: context.ifMatch, to: body })),
  'rooms.end': (context, { params, body }) =>
    writing(context, (work) => endRoom(work, params.room, body.because)),
  'rooms.auditors': async (context, { params }) => {
    const found = await inside(context, (work) => roomNamed(work, params.room));
    return found.ok ? ok({ data: { data: [...(await auditorsOf(context, found.value.id))] } }) : found;
  },
  'rooms.invite': async (context, { params, body }) => {
    const found = await inside(context, (work) => openRoomNamed(work, params.room));
    if (!found.ok) return found;
    const made = await inviteAuditor(context, found.value, { email: body.email, because: body.because });
    return made.ok ? ok({ data: made.value }) : made;
  },
  'rooms.dismiss': async (context, { params }) => {
    const found = await inside(context, (work) => roomNamed(work, params.room));
    if (!found.ok) return found;
    const done = await dismiss(context, found.value, params.auditor);
    return done.ok ? ok({ data: undefined }) : done;
  },
  'rooms.candidates': (context, { params }) =>
    inRoom(context, params.room, async (work, room) => {
      const data = (await candidates(work, room)).map(({ of, title, bears, note }) => ({
        ...of,
        title,
        controls: bears.controls.filter((code) => room.is.controls.includes(code)),
        from: bears.from,
        until: bears.until,
        note,
      }));
      return ok({ data: { data } });
    }),
  'rooms.releases': (context, { params }) =>
    inRoom(context, params.room, async (work, room) => ok({ data: { data: await releasesOf(work, room) } })),
  'rooms.release': (context, { params, body }) =>
    inTurn(context, async (work) => {
      const made = await release(work, params.room, body.things);
      if (!made.ok) return made;
      const room = await roomNamed(work, params.room);
      if (!room.ok) return room;
      const all = await releasesOf(work, room.value);
      return ok({ data: { data: all.filter(({ id }) => made.value.includes(id)) } });
    }),
  'rooms.withdraw': (context, { params, body }) =>
    inTurn(context, async (work) => {
      const done = await withdraw(work, { ...params, because: body.because });
      if (!done.ok) return done;
      const room = await roomNamed(work, params.room);
      if (!room.ok) return room;
      const found = (await releasesOf(work, room.value)).find(({ id }) => id === done.value);
      return found ? ok({ data: found }) : err(noRelease(params.release));
    }),
  'rooms.preview': (context, { params }) =>
    inRoom(context, params.room, async (work, room) => ok({ data: presentDesk(await laid(work, room)) })),
  'rooms.preview_item': (context, { params }) =>
    inRoom(context, params.room, async (work, room) => {
      const { releases } = await laid(work, room);
      const found = presentItem(room, releases, params.release);
      return found ? ok({ data: found.view }) : err(noRelease(params.release));
    }),
  'rooms.comments': (context, { params }) =>
    inRoom(context, params.room, async ({ tx, scope }, room) => {
      const all = await listOf(tx, scope, { kind: 'comment', room: room.id });
      return ok({ data: { data: all.map(presentComment) } });
    }),
  'rooms.comment': (context, { params, body }) =>
    inTurn(context, async (work) => {
      const room = await openRoomNamed(work, params.room);
      if (!room.ok) return room;
      const said = await comment(work, room.value, { ...body, side: 'organisation' });
      return said.ok ? ok({ data: presentComment(said.value) }) : said;
    }),
  'rooms.reads': (context, { params }) =>
    inRoom(context, params.room, async ({ tx, scope }, room) =>
      ok({ data: { data: presentReads(await listOf(tx, scope, { kind: 'read', room: room.id })) } }),
    ),
});

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { catalogue } = deps;
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, now, catalogue }));
}

/** What may be written next follows from what was read: readers of the audit firm and writers come one after the other. */
function inTurn<T>(
  context: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return inside(context, async (work) => {
    await holdLedger(work.tx, work.scope);
    return act(work);
  });
}

/** Acts on one room and shows it as it stands afterwards. */
async function writing(context: Scoped, act: (work: Work) => Promise<Result<string, Refusal>>) {
  const done = await inTurn(context, act);
  if (!done.ok) return done;
  const access = await accessOf(context);
  return inside(context, (work) => shown(work, done.value, access));
}

function inRoom<T>(
  context: Scoped,
  id: string,
  act: (work: Work, room: Kept<'room'>) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return inside(context, async (work) => {
    const found = await roomNamed(work, id);
    return found.ok ? act(work, found.value) : found;
  });
}

async function shown(work: Work, id: string, access: Access) {
  const found = await roomNamed(work, id);
  if (!found.ok) return found;
  return ok({ data: await viewOf(work, found.value, access), etag: `"${found.value.revision}"` });
}

async function viewOf({ tx, scope, now }: Work, room: Kept<'room'>, access: Access): Promise<RoomView> {
  const people = auditorsIn(access, room.id, now);
  const belongs = {
    releases: await listOf(tx, scope, { kind: 'release', room: room.id }),
    auditors: people.filter(({ state }) => state === 'in').length,
    invited: people.filter(({ state }) => state === 'invited').length,
    reads: (await listOf(tx, scope, { kind: 'read', room: room.id })).length,
    comments: (await listOf(tx, scope, { kind: 'comment', room: room.id })).length,
  };
  return presentRoom(room, belongs, dateOfInstant(now));
}

async function releasesOf({ tx, scope }: Work, room: Kept<'room'>) {
  const first = await firstViews(tx, scope, room.id);
  const all = await listOf(tx, scope, { kind: 'release', room: room.id });
  return all.map((each) => presentRelease(room.is, each, first.get(each.id)));
}
