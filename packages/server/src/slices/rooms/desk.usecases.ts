// Entering a room: who may, what they find, and the note of every read before anything is answered.
import { dateOfInstant, err, hasOwnFactor, roomState, type ReadKind, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { findOrganisation, nextNumber } from '../access/access.module.ts';
import { listControls } from '../controls/controls.module.ts';
import type { Laid } from './desk.presenter.ts';
import { keep, type Work } from './keep.ts';
import { listOf, type Kept } from './rooms.repository.ts';
import { roomNamed } from './rooms.usecases.ts';
import { roomOf } from './stored.ts';

/** The room, for somebody who may enter it now: it is open, and they showed a factor of their own. */
export async function enter(
  work: Work,
  id: string,
  factors: readonly string[],
): Promise<Result<Kept<'room'>, Refusal>> {
  const found = await roomNamed(work, id);
  if (!found.ok) return found;
  const { is } = found.value;
  if (roomState(roomOf(is), dateOfInstant(work.now)) === 'ended')
    return err({
      code: 'room.closed',
      detail: `The room ${is.title} is closed${is.ended ? '' : ` since the end of ${is.ends_on}`}.`,
    });
  if (!hasOwnFactor(factors))
    return err({
      code: 'room.second_factor',
      detail:
        'This room needs a passkey, or a password with a one-time code: add a passkey in your account, sign out and sign in with it.',
    });
  return found;
}

/** Everything that the page of a room is made of; for its preview too. */
export async function laid({ tx, scope }: Work, room: Kept<'room'>): Promise<Laid> {
  return {
    room,
    organisation: (await findOrganisation(tx, scope))?.settings.name ?? scope.slug,
    releases: await listOf(tx, scope, { kind: 'release', room: room.id }),
    names: new Map((await listControls(tx, scope)).map(({ control }) => [control.code, control.name])),
  };
}

/** Notes a read; both sides see it. */
export async function noteRead(
  work: Work,
  of: {
    readonly room: string;
    readonly what: ReadKind;
    readonly release: string | null;
    readonly title: string;
  },
): Promise<void> {
  const { tx, scope, now } = work;
  const thing = `${await nextNumber(tx, scope, 'room read')}`;
  const { id: person, name: reader } = scope.principal;
  await keep(work, { kind: 'read', thing, document: { ...of, person, reader, at: now } });
}
