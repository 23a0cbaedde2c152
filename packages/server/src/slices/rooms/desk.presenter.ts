// A room as the audit firm gets it. Preview and desk are this one code; nothing here asks who reads.
import type { Output, Routes } from '@assay/contract';
import { controlsShown } from '@assay/core';
import { shownOf } from './rooms.presenter.ts';
import type { Kept } from './rooms.repository.ts';
import { deskSentence } from './rooms.sentences.ts';
import { roomOf, type ReleaseDocument, type RoomDocument } from './stored.ts';

export type DeskView = Output<Routes['desk.read']>;
export type DeskItemView = Output<Routes['desk.item']>;

/** Everything that a room's page is made of. */
export interface Laid {
  readonly room: Kept<'room'>;
  readonly organisation: string;
  readonly releases: readonly Kept<'release'>[];
  /** Names of controls by code. */
  readonly names: ReadonlyMap<string, string>;
}

export function presentDesk({ room: { id, is }, organisation, releases, names }: Laid): DeskView {
  const items = shownOf(is, releases).map((each) => lineOf(is, each));
  return {
    id,
    title: is.title,
    organisation,
    kind: is.engagement,
    framework: is.framework,
    firm: is.firm,
    systems: is.systems,
    from: is.from,
    until: is.until,
    ends_on: is.ends_on,
    controls: is.controls.map((code) => ({
      code,
      name: names.get(code) ?? code,
      items: items.filter(({ controls }) => controls.includes(code)).length,
    })),
    items,
    sentence: deskSentence(items.length, is),
  };
}

/** One released thing; undefined where the audit firm does not see it. */
export function presentItem(
  { is: room }: Kept<'room'>,
  releases: readonly Kept<'release'>[],
  id: string,
): { readonly view: DeskItemView; readonly is: ReleaseDocument } | undefined {
  const found = shownOf(room, releases).find((each) => each.id === id.toUpperCase());
  if (!found) return undefined;
  const { is } = found;
  const view = { ...lineOf(room, found), file: is.file, digest: is.digest, shown: is.shown };
  return { view, is };
}

function lineOf(room: RoomDocument, { id, is }: Kept<'release'>) {
  return {
    id,
    kind: is.of.kind,
    thing: is.of.id,
    title: is.title,
    controls: [...controlsShown(roomOf(room), is.bears.controls)],
    released_at: is.released_at,
    file: is.file !== null,
  };
}
