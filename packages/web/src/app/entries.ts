// What the palette offers: places to go, acts to do, things to find. Pure, so that its order can be tested.
import type { Permission } from '@assay/core';

export interface Entry {
  readonly id: string;
  readonly label: string;
  /** A key, or what kind of thing it is. */
  readonly hint: string;
  readonly kind: 'go' | 'do' | 'find';
  /** What somebody must hold to go there or do it; absent where everybody may. */
  readonly needs?: Permission | undefined;
  readonly run: () => void;
}

const SHOWN = 14;

/** Entries in which every word occurs; an id that is typed whole or begun stands first. */
export function matching(entries: readonly Entry[], words: string): readonly Entry[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return entries.filter((entry) => entry.kind !== 'find').slice(0, SHOWN);
  const found = entries.filter((entry) => wanted.every((word) => entry.label.toLowerCase().includes(word)));
  const start = wanted.join(' ');
  return [...found].sort((a, b) => rank(a, start) - rank(b, start)).slice(0, SHOWN);
}

/** 0 the id itself, 1 an id that begins so, 2 a label that begins so, 3 the rest in its own order. */
function rank(entry: Entry, start: string): number {
  const [id, label] = [entry.id.toLowerCase(), entry.label.toLowerCase()];
  if (id === start) return 0;
  if (id.startsWith(start)) return 1;
  return label.startsWith(start) ? 2 : 3;
}
