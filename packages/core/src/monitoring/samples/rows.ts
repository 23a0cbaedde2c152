// A population as a draw sees it: its rows in one order that everybody finds again, and one digest over them all.
import { canonicalText, type JsonValue, type NotCanonical, type Sha256 } from '../../evidence/index.ts';
import { err, ok, type Result } from '../../kernel/index.ts';
import { populationDigest } from '../populations/index.ts';

/** Rows in canonical JSON (RFC 8785), sorted by their UTF-8 bytes; equal rows stay, each is a row of its own. */
export interface OrderedRows {
  readonly rows: readonly string[];
  /** RFC 6962 root over the rows' bytes in this order, lower-case hexadecimal. */
  readonly digest: string;
}

/** A row that has no canonical form; `row` counts from 0 in the order in which rows were given. */
export interface RowNotCanonical extends NotCanonical {
  readonly row: number;
}

/** Orders rows in whatever order they come. Errors: the first row that has no canonical form. */
export function orderRows(rows: readonly JsonValue[], sha256: Sha256): Result<OrderedRows, RowNotCanonical> {
  const texts: string[] = [];
  for (const [row, value] of rows.entries()) {
    const text = canonicalText(value);
    if (!text.ok) return err({ ...text.error, row });
    texts.push(text.value);
  }
  return ok(orderTexts(texts, sha256));
}

/** The same for rows that are canonical already. */
export function orderTexts(texts: readonly string[], sha256: Sha256): OrderedRows {
  const rows = texts.toSorted(compareUtf8);
  const digest = populationDigest(rows, sha256);
  if (digest === undefined) throw new Error('a text that claims to be canonical has no UTF-8');
  return { rows, digest };
}

/**
 * Compares texts by their UTF-8 bytes. That is the order of code points; JavaScript's own order, by UTF-16 units, puts
 * what lies beyond U+FFFF before U+E000.
 */
export function compareUtf8(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i += 1) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** The row of a canonical text. */
export function rowOf(text: string): JsonValue {
  const value: unknown = JSON.parse(text);
  if (!isJson(value)) throw new Error('a row that is no JSON');
  return value;
}

function isJson(value: unknown): value is JsonValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return typeof value === 'object' && Object.values(value).every(isJson);
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
