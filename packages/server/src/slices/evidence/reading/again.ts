// The same file twice: which import that is here already answers for it.
import type { Instant } from '@assay/core';
import { readers } from '@assay/sources';
import type { ImportRecord } from '../imports.repository.ts';
import type { Alike } from './reading.repository.ts';
import { stateAt } from './state.ts';

export type Found =
  /** It counts already: reading it once more would find the same. */
  | { readonly kind: 'counts'; readonly held: ImportRecord }
  /** Its dry run waits, or is under way. */
  | { readonly kind: 'waits'; readonly held: ImportRecord }
  /** It was refused or cut off: it is read again, in its own place. */
  | { readonly kind: 'again'; readonly held: ImportRecord }
  | { readonly kind: 'new' };

/** The import that answers for the same bytes; a reader of a newer version may find other things, so it reads anew. */
export function standingFor(alike: readonly Alike[], now: Instant): Found {
  const counts = alike.find(
    ({ held, read }) => read && stateAt(held, now) === 'committed' && sameReader(held),
  );
  if (counts) return { kind: 'counts', held: counts.held };
  for (const { held, asked } of alike) {
    if (!asked) continue;
    const state = stateAt(held, now);
    if (state === 'reading' || (state === 'pending' && sameReader(held))) return { kind: 'waits', held };
    if (state !== 'committed' && state !== 'undone') return { kind: 'again', held };
  }
  return { kind: 'new' };
}

function sameReader({ summary }: ImportRecord): boolean {
  return readers.some(({ id, version }) => id === summary.reader && version === summary.readerVersion);
}
