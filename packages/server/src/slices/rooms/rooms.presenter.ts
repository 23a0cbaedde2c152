// Rooms as the organisation sees them.
import type { Output, Routes } from '@assay/contract';
import { commentsFor, outsideOf, roomState, shownIn, type Instant, type PlainDate } from '@assay/core';
import type { Kept } from './rooms.repository.ts';
import { roomSentence } from './rooms.sentences.ts';
import { roomOf, type ReleaseDocument, type RoomDocument } from './stored.ts';

export type RoomView = Output<Routes['rooms.read']>;
export type ReleaseView = Output<Routes['rooms.withdraw']>;
type ReadView = Output<Routes['rooms.reads']>['data'][number];
type CommentView = Output<Routes['rooms.comment']>;

/** What belongs to a room. */
export interface Inside {
  readonly releases: readonly Kept<'release'>[];
  readonly auditors: number;
  readonly invited: number;
  readonly reads: number;
  readonly comments: number;
}

export function presentRoom({ id, is, ...kept }: Kept<'room'>, inside: Inside, today: PlainDate): RoomView {
  const room = roomOf(is);
  const state = roomState(room, today);
  const standing = inside.releases.map((each) => standingOf(is, each.is));
  const counts = {
    shown: standing.filter((each) => each === 'shown').length,
    withdrawn: standing.filter((each) => each === 'withdrawn').length,
    outside: standing.filter((each) => each === 'outside').length,
    auditors: inside.auditors,
    invited: inside.invited,
    reads: inside.reads,
    comments: inside.comments,
  };
  return {
    id,
    title: is.title,
    kind: is.engagement,
    framework: is.framework,
    firm: is.firm,
    systems: is.systems,
    from: is.from,
    until: is.until,
    controls: is.controls,
    ends_on: is.ends_on,
    state,
    ended: is.ended,
    sentence: roomSentence(is, state, counts),
    counts,
    revision: kept.revision,
    by: kept.by,
    since: kept.since,
  };
}

export function presentRelease(
  room: RoomDocument,
  { id, is }: Kept<'release'>,
  first: Instant | undefined,
): ReleaseView {
  return {
    id,
    kind: is.of.kind,
    thing: is.of.id,
    title: is.title,
    controls: is.bears.controls,
    from: is.bears.from,
    until: is.bears.until,
    digest: is.digest,
    file: is.file,
    state: standingOf(room, is),
    released_by: is.released_by,
    released_at: is.released_at,
    withdrawn: is.withdrawn,
    first_viewed: first ?? null,
  };
}

function presentRead({ id, is }: Kept<'read'>): ReadView {
  return { id, what: is.what, release: is.release, title: is.title, by: is.reader, at: is.at };
}

/** Newest first. */
export function presentReads(reads: readonly Kept<'read'>[]): ReadView[] {
  return reads.toReversed().map(presentRead);
}

export function presentComment({ id, is }: Kept<'comment'>): CommentView {
  const { release, audience, side, text, author, at } = is;
  return { id, release, audience, side, text, by: author, at };
}

/** Comments that the audit firm reads, without saying that there are others. */
export function sharedComments(comments: readonly Kept<'comment'>[]) {
  return commentsFor('auditor', comments.map(presentComment)).map(({ id, release, side, text, by, at }) => ({
    id,
    release,
    side,
    text,
    by,
    at,
  }));
}

/** Releases that the audit firm sees. */
export function shownOf(
  room: RoomDocument,
  releases: readonly Kept<'release'>[],
): readonly Kept<'release'>[] {
  const facts = releases.map((kept) => ({
    kept,
    bears: kept.is.bears,
    withdrawn: kept.is.withdrawn !== null,
  }));
  return shownIn(roomOf(room), facts).map(({ kept }) => kept);
}

function standingOf(room: RoomDocument, { bears, withdrawn }: ReleaseDocument): ReleaseView['state'] {
  if (withdrawn) return 'withdrawn';
  return outsideOf(roomOf(room), bears) === undefined ? 'shown' : 'outside';
}
