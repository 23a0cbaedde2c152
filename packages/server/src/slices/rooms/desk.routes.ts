// HTTP of a room, for the audit firm: whoever enters is asked anew each time, and each read is noted before its answer.
import { deskRoutes, type Routes } from '@assay/contract';
import { err, ok, type ReadKind, type Result } from '@assay/core';
import { attachment } from '../../app/attachment.ts';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { holdLedger } from '../evidence/evidence.module.ts';
import { comment } from './comments.usecases.ts';
import { presentDesk, presentItem } from './desk.presenter.ts';
import { enter, laid, noteRead } from './desk.usecases.ts';
import type { Work } from './keep.ts';
import { presentComment, presentReads, sharedComments } from './rooms.presenter.ts';
import { noRelease } from './rooms.refusals.ts';
import { listOf, type Kept } from './rooms.repository.ts';

type Scoped = ContextOf<Routes['desk.read']>;

export const deskHandlers = bindAll(deskRoutes, {
  'desk.read': (context, { params }) =>
    within(context, params.room, async (work, room) => {
      await read(work, room, { what: 'room', title: room.is.title });
      return ok({ data: presentDesk(await laid(work, room)) });
    }),
  'desk.item': (context, { params }) =>
    within(context, params.room, async (work, room) => {
      const found = await itemIn(work, room, params.release);
      if (!found) return err(noRelease(params.release));
      await read(work, room, { what: 'item', release: found.view.id, title: found.view.title });
      return ok({ data: found.view });
    }),
  'desk.file': async (context, { params }) => {
    const { deps, scope } = context;
    const found = await within(context, params.room, async (work, room) => {
      const item = await itemIn(work, room, params.release);
      if (!item) return err(noRelease(params.release));
      const { id, file } = item.view;
      if (!file) return err<Refusal>({ code: 'room.no_file', detail: `${id} has no file.` });
      if (!(await deps.blobs.has(scope.org, file.sha256)))
        return err<Refusal>({
          code: 'artefact.missing_bytes',
          detail: `The bytes of ${id} are gone from the store.`,
        });
      await read(work, room, { what: 'file', release: id, title: item.view.title });
      return ok(file);
    });
    if (!found.ok) return found;
    const { sha256, filename, media_type: mediaType, size } = found.value;
    return ok({
      data: attachment(deps.blobs.read(scope.org, sha256), { filename, mediaType, size, etag: sha256 }),
    });
  },
  'desk.comments': (context, { params }) =>
    within(context, params.room, async (work, room) => {
      await read(work, room, { what: 'comments', title: room.is.title });
      const all = await listOf(work.tx, work.scope, { kind: 'comment', room: room.id });
      return ok({ data: { data: sharedComments(all) } });
    }),
  'desk.comment': (context, { params, body }) =>
    within(context, params.room, async (work, room) => {
      const said = await comment(work, room, { ...body, side: 'auditor', audience: 'shared' });
      if (!said.ok) return said;
      const { audience: _, ...view } = presentComment(said.value);
      return ok({ data: view });
    }),
  'desk.reads': (context, { params }) =>
    within(context, params.room, async ({ tx, scope }, room) =>
      ok({ data: { data: presentReads(await listOf(tx, scope, { kind: 'read', room: room.id })) } }),
    ),
});

/** In the room, in turn with those who release into it and take back. */
function within<T>(
  { deps, scope, now, session }: Scoped,
  id: string,
  act: (work: Work, room: Kept<'room'>) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { catalogue } = deps;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    await holdLedger(tx, scope);
    const work = { tx, scope, now, catalogue };
    const room = await enter(work, id, session?.factors ?? []);
    return room.ok ? act(work, room.value) : room;
  });
}

async function itemIn({ tx, scope }: Work, room: Kept<'room'>, release: string) {
  return presentItem(room, await listOf(tx, scope, { kind: 'release', room: room.id }), release);
}

function read(
  work: Work,
  room: Kept<'room'>,
  of: { readonly what: ReadKind; readonly title: string; readonly release?: string },
): Promise<void> {
  return noteRead(work, { room: room.id, release: null, ...of });
}
