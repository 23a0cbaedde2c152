// What is kept version by version can be held against the ledger: each such table says how its rows and the ledger's
// entries speak of the same thing.
import type { Instant, JsonValue } from '@assay/core';
import type { Tx } from './database.ts';

export type Document = Readonly<Record<string, JsonValue>>;

/** One version of one thing, as it is stored. */
export interface HistoryRow {
  /** Which thing: the same name as in what its entries tell. */
  readonly thing: string;
  /** What the version says, in the words of the ledger's payload. */
  readonly document: Document;
  /** Undefined where a table keeps only what was said last, and not when. */
  readonly from: Instant | undefined;
  readonly until: Instant | null;
  /** Who wrote it, where the table says so. */
  readonly by?: string;
}

/** What an entry says of a thing: its next version, its end, or (before payloads were whole) only that it changed. */
export type Told =
  | { readonly thing: string; readonly says: 'version'; readonly document: Document }
  | { readonly thing: string; readonly says: 'end' }
  | { readonly thing: string; readonly says: 'changed' };

export interface History<Scope> {
  /** What a thing is called to a reader: "state of control". */
  readonly title: string;
  /** Whether an organisation starts with versions of it; their digest stands in its first entry. */
  readonly founded: boolean;
  /** Whether the table keeps only the last version of each thing, and the ledger alone those before it. */
  readonly last?: boolean;
  /** All versions, those of one thing from the first to the last. */
  readonly rows: (tx: Tx, scope: Scope) => Promise<readonly HistoryRow[]>;
  /** Kinds of the entries that tell of it. */
  readonly kinds: readonly string[];
  /** What an entry says; of several things where it speaks of several. */
  readonly told: (kind: string, payload: Document, subject: string) => Told | readonly Told[];
}

/** A field of a payload that is a text; empty where it is none. */
export function textIn(payload: Document, field: string): string {
  const value = payload[field];
  return typeof value === 'string' ? value : '';
}

/** An entry whose payload is the version and who wrote it. */
export function wholeVersion(payload: Document, thing: string): Told {
  const { by: _, ...document } = payload;
  return { thing, says: 'version', document };
}
