// Strata and how many items each gives: parts of the population that a sample must touch in proportion.
import type { JsonValue } from '../../evidence/index.ts';
import { compareUtf8 } from './rows.ts';

/**
 * How rows are told apart. `month` reads `YYYY-MM` at the front of a column, `column` takes its text, `none` is one
 * stratum. A column is the row's member of that name; where it has none, that of its `fields`.
 */
export type StrataRule =
  | { readonly by: 'month'; readonly column: string }
  | { readonly by: 'column'; readonly column: string }
  | { readonly by: 'none' };

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])(?=$|-)/;

/**
 * Name of a row's stratum. Rows where the column is missing, null or (for months) no ISO date stand together in the
 * stratum without a name. Values that are not texts are named by their canonical JSON.
 */
export function stratumOf(row: JsonValue, rule: StrataRule, canonical: (value: JsonValue) => string): string {
  if (rule.by === 'none') return '';
  const own = memberOf(row, rule.column);
  const value = own === undefined ? memberOf(memberOf(row, 'fields'), rule.column) : own;
  if (value === undefined || value === null) return '';
  if (rule.by === 'month') return typeof value === 'string' ? (MONTH.exec(value)?.[0] ?? '') : '';
  return typeof value === 'string' ? value : canonical(value);
}

/** A stratum: its name and the places of its rows in the ordered population, ascending. */
export interface Stratum {
  readonly name: string;
  readonly ranks: readonly number[];
}

/** Strata by their names' UTF-8 bytes. */
export function strataOf(names: readonly string[]): readonly Stratum[] {
  const ranks = new Map<string, number[]>();
  for (const [rank, name] of names.entries()) {
    const held = ranks.get(name);
    if (held) held.push(rank);
    else ranks.set(name, [rank]);
  }
  return [...ranks]
    .map(([name, members]) => ({ name, ranks: members }))
    .toSorted((a, b) => compareUtf8(a.name, b.name));
}

/**
 * Shares `n` items among strata of these sizes by largest remainder (Hamilton): each gets the whole part of
 * `n * size / total`, what is left goes one by one to the largest remainders, at a tie to the stratum that stands
 * earlier. No stratum gets more than it has, as long as `n` is at most the total; more is cut to the total.
 */
export function allocate(n: number, sizes: readonly number[]): readonly number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(n, total);
  if (wanted === 0) return sizes.map(() => 0);
  // n * size may pass 2^53: whole numbers without a limit.
  const products = sizes.map((size) => BigInt(wanted) * BigInt(size));
  const shares = products.map((product) => Number(product / BigInt(total)));
  const left = wanted - shares.reduce((sum, share) => sum + share, 0);
  const first = products
    .map((product, at) => ({ at, remainder: product % BigInt(total) }))
    .toSorted((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left);
  const more = new Set(first.map(({ at }) => at));
  return shares.map((share, at) => share + (more.has(at) ? 1 : 0));
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (value === undefined || value === null || typeof value !== 'object' || isList(value)) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
