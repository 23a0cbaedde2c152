// Use cases of rooms: open, change, end. What an engagement is never changes; what the room asks for may.
import { addDays, dateOfInstant, err, ok, roomState, type Result } from '@assay/core';
import type { Fault } from '../../app/faults.ts';
import type { Refusal } from '../../app/refusal.ts';
import { newId } from '../../platform/crypto.ts';
import { listControls } from '../controls/controls.module.ts';
import { allFrameworks } from '../frameworks/frameworks.module.ts';
import { keep, type Work } from './keep.ts';
import { hasEnded, noRoom } from './rooms.refusals.ts';
import { findRoom, type Kept } from './rooms.repository.ts';
import { roomOf, type RoomDocument } from './stored.ts';

type Done = Promise<Result<string, Refusal>>;
export type RoomDraft = Omit<RoomDocument, 'ended'>;
type RoomChange = Partial<Pick<RoomDocument, 'title' | 'firm' | 'systems' | 'controls' | 'ends_on'>>;

/** The id of the new room. */
export async function openRoom(work: Work, draft: RoomDraft): Done {
  const known = await allFrameworks(work.tx, work.scope, work.catalogue);
  if (!known.has(draft.framework))
    return err({ code: 'framework.not_found', detail: `There is no framework ${draft.framework}.` });
  const refused = faultsOf(draft) ?? (await strangeControls(work, draft));
  if (refused) return err(refused);
  const id = newId('room', work.now);
  await keep(work, { kind: 'room', thing: id, document: { ...draft, ended: null } });
  return ok(id);
}

export async function changeRoom(
  work: Work,
  id: string,
  { ifMatch, to }: { readonly ifMatch: string | undefined; readonly to: RoomChange },
): Done {
  const found = await roomNamed(work, id);
  if (!found.ok) return found;
  const held = found.value;
  if (ifMatch !== `"${held.revision}"`)
    return err({
      code: 'request.conflict',
      detail: `${held.is.title} was changed meanwhile; look at it again.`,
      current: { revision: held.revision, ...held.is },
    });
  // A room that ran out by its day alone may be prolonged.
  if (held.is.ended) return err(hasEnded(held.is.title));
  const next = { ...held.is, ...to };
  const refused = faultsOf(next) ?? (await strangeControls(work, next));
  if (refused) return err(refused);
  await keep(work, { kind: 'room', thing: held.id, document: next });
  return ok(held.id);
}

export async function endRoom(work: Work, id: string, because: string): Done {
  const found = await roomNamed(work, id);
  if (!found.ok) return found;
  if (found.value.is.ended) return err(hasEnded(found.value.is.title));
  const ended = { by: work.scope.principal.name, at: work.now, because };
  await keep(work, { kind: 'room', thing: found.value.id, document: { ...found.value.is, ended } });
  return ok(found.value.id);
}

/** One room, or that it is not there. */
export async function roomNamed({ tx, scope }: Work, id: string): Promise<Result<Kept<'room'>, Refusal>> {
  const found = await findRoom(tx, scope, id);
  return found ? ok(found) : err(noRoom(id));
}

/** A room that something can still be put into. */
export async function openRoomNamed(work: Work, id: string): Promise<Result<Kept<'room'>, Refusal>> {
  const found = await roomNamed(work, id);
  if (!found.ok) return found;
  const { is } = found.value;
  return roomState(roomOf(is), dateOfInstant(work.now)) === 'open' ? found : err(hasEnded(is.title));
}

function faultsOf({ engagement, framework, from, until, ends_on }: RoomDraft): Refusal | undefined {
  const errors: Fault[] = [];
  const say = (pointer: string, message: string): void =>
    void errors.push({ pointer: `/body/${pointer}`, message });
  if (until <= from) say('until', 'the period ends before it begins');
  if (engagement === 'soc2_type1' && until !== addDays(from, 1)) say('until', 'a Type I examines one day');
  if (ends_on < from) say('ends_on', 'the room ends before its period begins');
  const [family = ''] = framework.split(':');
  if (engagement === 'iso_certification' ? family === 'soc2' : family !== 'soc2')
    say('framework', 'is not what an engagement of this kind is held against');
  const [first] = errors;
  return first && { code: 'room.invalid', detail: `${first.pointer}: ${first.message}.`, errors };
}

async function strangeControls({ tx, scope }: Work, { controls }: RoomDraft): Promise<Refusal | undefined> {
  const known = new Set((await listControls(tx, scope)).map(({ control }) => control.code));
  const strange = controls.find((code) => !known.has(code));
  return strange === undefined
    ? undefined
    : { code: 'control.not_found', detail: `There is no control ${strange}.` };
}
