// The files that somebody brings, each with how far it is. A reducer, so that every step is one fact.
import type { ImportRow } from '../records.ts';
import type { Fields } from '../RecordFields.tsx';
import type { Guesses } from './guess.ts';

export interface Item {
  readonly id: number;
  readonly file: File;
  /** Path within the folder that was dropped, else the file's name. */
  readonly path: string;
  readonly step:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'sending'; readonly sent: number; readonly began: number; readonly now: number }
    | { readonly kind: 'reading'; readonly of?: ImportRow }
    | { readonly kind: 'read'; readonly of: ImportRow }
    | { readonly kind: 'stopped'; readonly why: string };
  readonly sha256: string | undefined;
  /** The dry run that stands for the file; one that replaces it takes its place. */
  readonly run: ImportRow | undefined;
  /** It counted before it was brought: nothing was changed. */
  readonly here: boolean;
  readonly guesses: Guesses | undefined;
  /** What was set by hand or taken from the guesses; as the last dry run was made with. */
  readonly fields: Fields | undefined;
}

export type Event =
  | { readonly kind: 'add'; readonly files: readonly { readonly file: File; readonly path: string }[] }
  | { readonly kind: 'step'; readonly id: number; readonly step: Item['step'] }
  | {
      readonly kind: 'know';
      readonly id: number;
      readonly what: Partial<Pick<Item, 'sha256' | 'guesses' | 'fields' | 'run' | 'here'>>;
    }
  | { readonly kind: 'drop'; readonly id: number };

let next = 1;

export function advance(items: readonly Item[], event: Event): readonly Item[] {
  switch (event.kind) {
    case 'add':
      return [...items, ...event.files.map(fresh)];
    case 'step':
      return items.map((item) => (item.id === event.id ? { ...item, step: event.step } : item));
    case 'know':
      return items.map((item) => (item.id === event.id ? { ...item, ...event.what } : item));
    case 'drop':
      return items.filter((item) => item.id !== event.id);
    default:
      return event satisfies never;
  }
}

/** Items whose dry run can be committed. */
export function committable(
  items: readonly Item[],
): readonly { readonly item: Item; readonly of: ImportRow }[] {
  return items.flatMap((item) =>
    item.step.kind === 'read' && item.step.of.state === 'pending' && item.step.of.same_as === null
      ? [{ item, of: item.step.of }]
      : [],
  );
}

function fresh(given: { readonly file: File; readonly path: string }): Item {
  const id = next;
  next += 1;
  return {
    id,
    ...given,
    step: { kind: 'waiting' },
    sha256: undefined,
    run: undefined,
    here: false,
    guesses: undefined,
    fields: undefined,
  };
}
