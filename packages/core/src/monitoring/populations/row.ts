// A row of a population as everybody sees it: one canonical JSON text, the same bytes for whoever writes it.
import { canonicalText, toUtf8 } from '../../evidence/index.ts';
import { parsePlainDate, type PlainDate } from '../../kernel/index.ts';

/** One event: what it is called in its source, its day, the day on which it was dealt with, and what else is kept. */
export interface PopulationRow {
  /** What the source calls it: a ticket, a person's number, a commit. */
  readonly key: string;
  readonly day: PlainDate;
  /** Day of the act that answers the event, where the source knows it (access removed on); absent when it has none. */
  readonly done: PlainDate | undefined;
  /** Other columns as text, under the names that the mapping gave them. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * A row in canonical JSON (RFC 8785): `{"day":…,"done":…,"fields":{…},"key":…}`, without `done` where there is none.
 * Undefined when a text in it has no UTF-8 (a lone surrogate), which a reader refuses before.
 */
export function rowText(row: PopulationRow): string | undefined {
  const { key, day, done, fields } = row;
  const text = canonicalText(done === undefined ? { key, day, fields } : { key, day, done, fields });
  return text.ok ? text.value : undefined;
}

/** The row of a canonical text; undefined when it is not one. */
export function readRow(text: string): PopulationRow | undefined {
  const value = parsed(text);
  if (!isObject(value)) return undefined;
  const { key, day, done, fields } = value;
  if (typeof key !== 'string' || typeof day !== 'string' || !isObject(fields)) return undefined;
  const on = parsePlainDate(day);
  const doneOn = typeof done === 'string' ? parsePlainDate(done) : undefined;
  const entries = Object.entries(fields).filter(
    (each): each is [string, string] => typeof each[1] === 'string',
  );
  if (!on || (done !== undefined && !doneOn)) return undefined;
  const row = { key, day: on, done: doneOn, fields: Object.fromEntries(entries) };
  return rowText(row) === text ? row : undefined;
}

/** UTF-8 of canonical texts in the order of their bytes; equal rows stay, each counts. Undefined when one has no UTF-8. */
export function sortedRows(texts: readonly string[]): readonly Uint8Array[] | undefined {
  const rows: Uint8Array[] = [];
  for (const text of texts) {
    const bytes = toUtf8(text);
    if (!bytes) return undefined;
    rows.push(bytes);
  }
  return rows.sort(compareBytes);
}

/** Order of byte strings, unsigned, the shorter first where one begins the other. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
