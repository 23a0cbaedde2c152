// Comments of a room: internal unless somebody shares them; what the audit firm says is always shared.
import { ok, err, type Audience, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { nextNumber } from '../access/access.module.ts';
import { keep, type Work } from './keep.ts';
import { shownOf } from './rooms.presenter.ts';
import { noRelease } from './rooms.refusals.ts';
import { findThing, listOf, type Kept } from './rooms.repository.ts';

interface Said {
  readonly side: 'organisation' | 'auditor';
  readonly audience: Audience;
  readonly text: string;
  readonly release: string | null;
}

export async function comment(
  work: Work,
  room: Kept<'room'>,
  said: Said,
): Promise<Result<Kept<'comment'>, Refusal>> {
  const release = said.release?.toUpperCase() ?? null;
  if (release !== null) {
    const all = await listOf(work.tx, work.scope, { kind: 'release', room: room.id });
    // Each side names only what it sees, so that neither learns what the other has.
    const seen = said.side === 'auditor' ? shownOf(room.is, all) : all;
    if (!seen.some(({ id }) => id === release)) return err(noRelease(release));
  }
  const thing = `${await nextNumber(work.tx, work.scope, 'room comment')}`;
  const document = {
    room: room.id,
    release,
    audience: said.audience,
    side: said.side,
    text: said.text,
    author: work.scope.principal.name,
    at: work.now,
  };
  await keep(work, { kind: 'comment', thing, document });
  const kept = await findThing(work.tx, work.scope, { kind: 'comment', thing });
  if (!kept) throw new Error(`comment ${thing} was written and is not there`);
  return ok(kept);
}
