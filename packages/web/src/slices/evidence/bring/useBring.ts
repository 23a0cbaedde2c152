// Sends the files one after the other, has each read, and keeps what came of it.
import { allPages } from '@assay/contract';
import { useEffect, useReducer, useRef } from 'react';
import { ApiFailure, api, queries, take } from '../../../data/api.ts';
import { Cancelled, upload } from '../../../data/upload.ts';
import { periodOf } from '../covers.ts';
import type { ImportRow } from '../records.ts';
import type { Fields } from '../RecordFields.tsx';
import type { Dropped } from './dropped.ts';
import { guess } from './guess.ts';
import { untilRead } from './untilRead.ts';
import { withPreset, type BringSearch } from './preset.ts';
import { advance, type Event, type Item } from './queue.ts';
import type { Columns } from './columns.ts';

const HEAD_BYTES = 8192;

export interface Bring {
  readonly items: readonly Item[];
  readonly add: (files: readonly Dropped[]) => void;
  readonly cancel: (item: Item) => void;
  readonly drop: (item: Item) => void;
  /** Reads a file again with what was set by hand. */
  readonly again: (item: Item, fields: Fields | undefined, columns?: Columns) => Promise<void>;
  /** Throws a dry run away and takes its file off the list. */
  readonly discard: (item: Item, of: ImportRow) => Promise<void>;
  readonly commit: (items: readonly { readonly item: Item; readonly of: ImportRow }[]) => Promise<void>;
  readonly undo: (item: Item, of: ImportRow) => Promise<void>;
}

export function useBring(org: string, preset: BringSearch): Bring {
  const [items, tell] = useReducer(advance, []);
  const cancels = useRef(new Map<number, () => void>());
  const busy = useRef(false);
  const waiting = items.find((item) => item.step.kind === 'waiting');
  useEffect(() => {
    if (!waiting || busy.current) return;
    busy.current = true;
    void bringOne({ org, tell, cancels: cancels.current, preset }, waiting).finally(() => {
      busy.current = false;
      cancels.current.delete(waiting.id);
      // Wakes this effect for the next file.
      tell({ kind: 'know', id: waiting.id, what: {} });
    });
  }, [org, preset, waiting, items]);
  return {
    items,
    add: (files) => tell({ kind: 'add', files }),
    cancel: (item) => cancels.current.get(item.id)?.(),
    drop: (item) => tell({ kind: 'drop', id: item.id }),
    again: async (item, fields, columns) => {
      if (item.sha256 === undefined) return;
      tell({ kind: 'step', id: item.id, step: { kind: 'reading' } });
      await read({ org, tell, cancels: cancels.current, preset }, { ...item, fields }, columns);
    },
    discard: async (item, of) => {
      take(await api['imports.discard']({ params: { org, import: of.id } }));
      tell({ kind: 'drop', id: item.id });
      await queries.invalidateQueries({ queryKey: ['org', org] });
    },
    commit: async (given) => {
      for (const { item, of } of given)
        await settle(item, tell, async () =>
          take(await api['imports.commit']({ params: { org, import: of.id } })),
        );
      await queries.invalidateQueries({ queryKey: ['org', org] });
    },
    undo: async (item, of) => {
      await settle(item, tell, async () =>
        take(await api['imports.undo']({ params: { org, import: of.id } })),
      );
      await queries.invalidateQueries({ queryKey: ['org', org] });
    },
  };
}

type Tell = (event: Event) => void;

interface Where {
  readonly org: string;
  readonly tell: Tell;
  /** How each file that is on its way is stopped. */
  readonly cancels: Map<number, () => void>;
  readonly preset: BringSearch;
}

async function bringOne(where: Where, item: Item): Promise<void> {
  const { org, tell, cancels, preset } = where;
  const began = performance.now();
  const sending = (sent: number): void =>
    tell({ kind: 'step', id: item.id, step: { kind: 'sending', sent, began, now: performance.now() } });
  sending(0);
  try {
    const sent = upload(org, item.file, sending);
    cancels.set(item.id, sent.cancel);
    const { sha256 } = await sent.done;
    const head = await item.file.slice(0, HEAD_BYTES).text();
    const today = new Date().toISOString().slice(0, 10);
    const guesses = withPreset(guess(item.path, head.includes('\0') ? '' : head, today), preset);
    tell({ kind: 'know', id: item.id, what: { sha256, guesses } });
    tell({ kind: 'step', id: item.id, step: { kind: 'reading' } });
    await read(where, { ...item, sha256, guesses });
  } catch (cause) {
    const why = cause instanceof Cancelled ? 'Cancelled; nothing was kept.' : whyOf(cause);
    tell({ kind: 'step', id: item.id, step: { kind: 'stopped', why } });
  }
}

/** Has the server read the bytes; a file that says nothing by itself is read again with the guesses. */
async function read(where: Where, item: Item, columns?: Columns): Promise<void> {
  const { org, tell, cancels } = where;
  await settle(item, tell, async () => {
    const first = await readOnce(where, item, columns);
    if (
      item.fields !== undefined ||
      first.total > 0 ||
      item.guesses === undefined ||
      first.state !== 'pending'
    )
      return first;
    const { from: _, ...fields } = item.guesses;
    const known = await knownControls(org, fields.controls);
    const guessed = { ...fields, fresh: '', controls: known };
    tell({ kind: 'know', id: item.id, what: { fields: guessed } });
    return readOnce(where, { ...item, fields: guessed, run: first });
  });
  cancels.delete(item.id);
}

/** One reading, from its opening until it has ended; the dry run before it, if there was one, makes room. */
async function readOnce({ org, tell, cancels }: Where, item: Item, columns?: Columns): Promise<ImportRow> {
  const opened = take(await api['imports.start']({ params: { org }, body: bodyOf(item, columns) }));
  if (opened.state === 'committed') tell({ kind: 'know', id: item.id, what: { here: true } });
  const cancelled = { yes: false };
  cancels.set(item.id, () => {
    cancelled.yes = true;
    void api['imports.discard']({ params: { org, import: opened.id } });
  });
  const done = await untilRead(org, opened, (of) =>
    tell({ kind: 'step', id: item.id, step: { kind: 'reading', of } }),
  ).catch((cause: unknown) => {
    throw cancelled.yes ? new Cancelled('Cancelled; nothing was kept.') : cause;
  });
  tell({ kind: 'know', id: item.id, what: { run: done } });
  const before = item.run;
  if (before?.state === 'pending' && before.id !== done.id)
    await api['imports.discard']({ params: { org, import: before.id } });
  return done;
}

function bodyOf(item: Item, columns?: Columns) {
  const { fields } = item;
  const covers = fields && periodOf(fields.first, fields.last);
  return {
    artefact: item.sha256 ?? '',
    filename: item.file.name,
    controls: [...(fields?.controls ?? [])],
    ...(fields && fields.title.trim() !== '' ? { title: fields.title.trim() } : {}),
    ...(fields && fields.performed !== '' ? { performed_at: fields.performed } : {}),
    ...(fields ? { kind: fields.kind } : {}),
    ...(covers ? { covers } : {}),
    ...(fields && fields.fresh !== '' ? { freshness_days: Number(fields.fresh) } : {}),
    ...(columns ? { columns } : {}),
  };
}

async function settle(item: Item, tell: Tell, act: () => Promise<ImportRow>): Promise<void> {
  try {
    tell({ kind: 'step', id: item.id, step: { kind: 'read', of: await act() } });
  } catch (cause) {
    tell({ kind: 'step', id: item.id, step: { kind: 'stopped', why: whyOf(cause) } });
  }
}

/** Only controls of the set: a guess from a name must not make the server refuse the file. */
async function knownControls(org: string, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const { data } = await queries.ensureQueryData({
    queryKey: ['org', org, 'controls'],
    queryFn: async () =>
      take(await allPages((page) => api['controls.list']({ params: { org }, query: page }))),
  });
  return codes.filter((code) => data.some((control) => control.code === code));
}

function whyOf(cause: unknown): string {
  if (cause instanceof ApiFailure) return cause.failure.detail;
  return cause instanceof Error ? cause.message : 'The file could not be read.';
}
