// The matrix's rows, columns and the rules between their groups. Pure.
import { byId } from '@assay/core';

interface Ends {
  readonly tsc: string;
  readonly iso: string;
}

export const CELL = 18;

export interface Axis {
  readonly refs: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  /** Places before which a rule parts two groups. */
  readonly rules: readonly number[];
}

export interface Grid {
  readonly columns: Axis;
  readonly rows: Axis;
  readonly width: number;
  readonly height: number;
}

/** Criteria across by series, security first; Annex A down by theme. */
export function gridOf(pairs: readonly Ends[]): Grid {
  const columns = axis(
    pairs.map((pair) => pair.tsc),
    (ref) => idOf(ref).replace(/\.\d+$/, ''),
    (a, b) => seriesRank(a) - seriesRank(b) || byId(a, b),
  );
  const rows = axis(
    pairs.map((pair) => pair.iso),
    (ref) => idOf(ref).replace(/^(A\.\d).*$/, '$1'),
    byId,
  );
  return { columns, rows, width: columns.refs.length * CELL, height: rows.refs.length * CELL };
}

/** The pair that an arrow key reaches from another, along its row or its column. */
export function step<T extends Ends>(pairs: readonly T[], from: T, key: string): T | undefined {
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  if (!sideways && key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const order = gridOf(pairs);
  const along = (pair: T): number =>
    (sideways ? order.columns.at.get(pair.tsc) : order.rows.at.get(pair.iso)) ?? 0;
  const line = pairs
    .filter((pair) => (sideways ? pair.iso === from.iso : pair.tsc === from.tsc))
    .sort((a, b) => along(a) - along(b));
  const forward = key === 'ArrowRight' || key === 'ArrowDown';
  return line[line.indexOf(from) + (forward ? 1 : -1)];
}

export function keyOf(pair: Ends): string {
  return `${pair.tsc}|${pair.iso}`;
}

/** The id without its framework. */
export function idOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

function axis(
  all: readonly string[],
  groupOf: (ref: string) => string,
  order: (a: string, b: string) => number,
): Axis {
  const refs = [...new Set(all)].sort(order);
  return {
    refs,
    at: new Map(refs.map((ref, i) => [ref, i])),
    rules: refs.flatMap((ref, i) => (i > 0 && groupOf(refs[i - 1] ?? '') !== groupOf(ref) ? [i] : [])),
  };
}

/** Common criteria stand before the categories that are chosen. */
function seriesRank(ref: string): number {
  return idOf(ref).startsWith('CC') ? 0 : 1;
}
