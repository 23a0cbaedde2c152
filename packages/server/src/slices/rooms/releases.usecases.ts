// Releasing into a room, and taking back what nobody has opened yet.
import {
  canonicalText,
  dateOfInstant,
  err,
  ok,
  outsideOf,
  type Instant,
  type Result,
  type Room,
} from '@assay/core';
import { z } from 'zod';
import type { Refusal } from '../../app/refusal.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { nextNumber } from '../access/access.module.ts';
import { listEvidence } from '../evidence/evidence.module.ts';
import { allPolicies } from '../policies/policies.module.ts';
import { keep, type Work } from './keep.ts';
import { noRelease } from './rooms.refusals.ts';
import { firstViews, listOf, type Kept } from './rooms.repository.ts';
import { openRoomNamed } from './rooms.usecases.ts';
import { roomOf, type ReleaseDocument } from './stored.ts';
import {
  controls,
  evidenceTaken,
  policyTaken,
  statements,
  take,
  type Named,
  type Taken,
} from './take.readmodel.ts';

/** Most records of evidence that are looked through for what may be released. */
const MOST = 5000;

const WHERE = {
  framework: 'is of another framework',
  period: 'is of days outside of the period',
  controls: 'bears on none of the controls of the room',
} as const;

/** Releases all of the things or none; the ids of the releases. */
export async function release(
  work: Work,
  id: string,
  named: readonly Named[],
): Promise<Result<readonly string[], Refusal>> {
  const found = await openRoomNamed(work, id);
  if (!found.ok) return found;
  const room = roomOf(found.value.is);
  const held = await standing(work, found.value.id);
  const taken: Taken[] = [];
  for (const each of named) {
    const one = await take(work, room, each);
    if (!one.ok) return one;
    taken.push(one.value);
  }
  const refused = refuse(room, taken, held);
  if (refused) return err(refused);
  const ids: string[] = [];
  for (const each of taken) {
    const thing = `R-${await nextNumber(work.tx, work.scope, 'room release')}`;
    await keep(work, { kind: 'release', thing, document: released(work, found.value.id, each) });
    ids.push(thing);
  }
  return ok(ids);
}

export async function withdraw(
  work: Work,
  of: { readonly room: string; readonly release: string; readonly because: string },
): Promise<Result<string, Refusal>> {
  const found = await openRoomNamed(work, of.room);
  if (!found.ok) return found;
  const held = (await standing(work, found.value.id)).find(({ id }) => id === of.release.toUpperCase());
  if (!held) return err(noRelease(of.release));
  const seen = (await firstViews(work.tx, work.scope, found.value.id)).get(held.id);
  if (seen !== undefined) return err(viewed(held, seen));
  const withdrawn = { by: work.scope.principal.name, at: work.now, because: of.because };
  await keep(work, { kind: 'release', thing: held.id, document: { ...held.is, withdrawn } });
  return ok(held.id);
}

export interface Candidate extends Taken {
  readonly note: string;
}

/** What belongs into a room and is not in it as it stands. */
export async function candidates(work: Work, kept: Kept<'room'>): Promise<readonly Candidate[]> {
  const room = roomOf(kept.is);
  const held = await standing(work, kept.id);
  const { tx, scope } = work;
  const evidence = (await listEvidence(tx, scope, { limit: MOST })).filter(
    (each) => each.erased === null && each.review.state !== 'rejected',
  );
  const policies = (await allPolicies(tx, work)).flatMap(
    (each) => policyTaken(each, each.standing.inForce) ?? [],
  );
  const all = [
    ...(await controls(work, room)).filter(({ of }) => !held.some(({ is }) => is.of.id === of.id)),
    ...policies,
    ...(await statements(work)),
    ...evidence.map(evidenceTaken),
  ];
  return all
    .filter((each) => outsideOf(room, each.bears) === undefined && !same(held, each))
    .map((each) => ({ ...each, note: noteOn(each, work) }));
}

function noteOn({ shown }: Taken, { now }: Work): string {
  if (shown.kind === 'evidence' && shown.review === 'pending') return 'nobody has reviewed it yet';
  if (shown.kind === 'evidence' && shown.reconstructed) return 'made after the days that it speaks for';
  if (shown.kind === 'control' && shown.until > dateOfInstant(now))
    return 'the period is not over: later days are not known yet';
  return '';
}

/** What is in the room and was not taken back. */
async function standing({ tx, scope }: Work, room: string): Promise<readonly Kept<'release'>[]> {
  const all = await listOf(tx, scope, { kind: 'release', room });
  return all.filter(({ is }) => is.withdrawn === null);
}

function refuse(room: Room, taken: readonly Taken[], held: readonly Kept<'release'>[]): Refusal | undefined {
  const outside = taken.flatMap((each, i) => {
    const where = outsideOf(room, each.bears);
    return where ? [{ pointer: `/body/things/${i}`, message: `${each.of.id} ${WHERE[where]}` }] : [];
  });
  const [first] = outside;
  if (first) return { code: 'room.outside', detail: `${first.message}.`, errors: outside };
  const again = taken.find(
    (each, i) => same(held, each) || taken.slice(0, i).some(({ of }) => of.id === each.of.id),
  );
  return again && { code: 'room.released', detail: `${again.of.id} is in the room as it stands now.` };
}

/** Whether the very same is in the room: when it became known does not make another thing of it. */
function same(held: readonly Kept<'release'>[], { of, shown }: Taken): boolean {
  const text = timeless(shown);
  return held.some(({ is }) => is.of.id === of.id && timeless(is.shown) === text);
}

function timeless(shown: Taken['shown']): string {
  return digestOf(shown.kind === 'control' ? { ...shown, known_at: '' } : shown);
}

function digestOf(shown: Taken['shown']): string {
  const text = canonicalText(z.json().parse(JSON.parse(JSON.stringify(shown))));
  if (!text.ok) throw new Error(`a release cannot be written canonically at ${text.error.pointer}`);
  return sha256Hex(text.value);
}

function released({ scope, now }: Work, room: string, taken: Taken): ReleaseDocument {
  const { controls: codes, ...bears } = taken.bears;
  return {
    room,
    of: taken.of,
    title: taken.title,
    bears: { ...bears, controls: [...codes] },
    shown: taken.shown,
    digest: digestOf(taken.shown),
    file: taken.file,
    released_by: scope.principal.name,
    released_at: now,
    withdrawn: null,
  };
}

function viewed({ id }: Kept<'release'>, at: Instant): Refusal {
  return { code: 'room.viewed', detail: `${id} was opened by the audit firm on ${at.slice(0, 10)}.` };
}
