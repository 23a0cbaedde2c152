// What the statement shows of its rows, as its address says it.
import { reachedBy, STATIONS, waysOf } from '@assay/core';
import type { SoaLint, SoaRow } from './soa.ts';

const KEYS = ['q', 'state', 'status', 'rule', 'lacks', 'open', 'sort'] as const;
export type SoaSearch = { [K in (typeof KEYS)[number]]?: string | undefined };

export function soaSearch(given: Record<string, unknown>): SoaSearch {
  const kept: SoaSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') kept[key] = String(value);
  }
  return kept;
}

/** A version's page may hold it against another one. */
export function versionSearch(given: Record<string, unknown>): SoaSearch & { against?: string | undefined } {
  const { against } = given;
  return { ...soaSearch(given), ...(typeof against === 'string' && against !== '' ? { against } : {}) };
}

/** Word of the filter for rows that break a rule which an approval waits for. */
export const BLOCKING = 'blocking';

export function filtered<Row extends SoaRow>(
  rows: readonly Row[],
  lints: readonly SoaLint[],
  search: SoaSearch,
): readonly Row[] {
  const words = (search.q ?? '').toLowerCase();
  const broken = new Set(
    lints
      .filter(({ code, blocks }) => (search.rule === BLOCKING ? blocks : code === search.rule))
      .map(({ row }) => row),
  );
  return rows.filter(
    (row) =>
      textOf(row).includes(words) &&
      (search.state === undefined || row.decision === search.state) &&
      (search.status === undefined || row.implementation === search.status) &&
      (search.rule === undefined || broken.has(row.id) || row.controls.some((code) => broken.has(code))) &&
      (search.lacks === undefined || lacks(row, search.lacks)),
  );
}

/** Rows that are opened: ids in the address, or all of them. */
export function isOpen(search: SoaSearch, id: string): boolean {
  return search.open === 'all' || openIds(search).includes(id);
}

/** The address after a row was opened or closed. */
export function toggled(search: SoaSearch, id: string): string | undefined {
  const held = openIds(search);
  const next = held.includes(id) ? held.filter((each) => each !== id) : [...held, id];
  return next.length === 0 ? undefined : next.join(',');
}

function openIds({ open }: SoaSearch): readonly string[] {
  return open === undefined || open === 'all' ? [] : open.split(',');
}

function lacks(row: SoaRow, name: string): boolean {
  const station = STATIONS.find((each) => each === name);
  return station !== undefined && row.decision === 'in' && reachedBy(waysOf(row), station) !== 'whole';
}

function textOf(row: SoaRow): string {
  const { id, title, justification, owner, controls, risks, reasons } = row;
  const refs = reasons.map(({ ref }) => ref ?? '');
  return [id, title, justification, owner ?? '', ...controls, ...risks, ...refs].join(' ').toLowerCase();
}
