// What became of Annex A of 2013 in 2022, control by control (ISO/IEC 27002:2022 Annex B), from the side of the newer one.
import { splitRef, type EditionPairs } from '../../frameworks/index.ts';

/** one_to_one: one control before, and it alone; merged: several, or one that was split; new: none before. */
export type Origin = 'one_to_one' | 'merged' | 'new';

export interface Ancestry {
  readonly id: string;
  readonly origin: Origin;
  /** Ids of 2013 in the order of that annex; `split` says that the older one went into several. */
  readonly parents: readonly { readonly id: string; readonly split: boolean }[];
}

/** The origin of each control of the newer edition, in the order that is given. */
export function ancestryOf(edition: EditionPairs, ids: readonly string[]): readonly Ancestry[] {
  return ids.map((id) => {
    const pairs = edition.pairs.filter((pair) => idOf(pair.to) === id);
    const parents = pairs.map((pair) => ({ id: idOf(pair.from), split: pair.kind === 'split' }));
    return { id, origin: originOf(pairs), parents };
  });
}

function originOf(pairs: EditionPairs['pairs']): Origin {
  if (pairs.length === 0) return 'new';
  return pairs.every(({ kind }) => kind === 'one-to-one') ? 'one_to_one' : 'merged';
}

function idOf(ref: string): string {
  return splitRef(ref)?.id ?? ref;
}
