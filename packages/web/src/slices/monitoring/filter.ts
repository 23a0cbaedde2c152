// Which checks a list shows; every filter stands in the address.
import { stateOfCheck, type CheckRow } from './checks.ts';

const KEYS = ['q', 'state', 'source', 'result', 'sort'] as const;
export type CheckSearch = { [K in (typeof KEYS)[number]]?: string | undefined };

export function checkSearch(given: Record<string, unknown>): CheckSearch {
  const kept: CheckSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    if (typeof value === 'string' && value !== '') kept[key] = value;
  }
  return kept;
}

/** `state`: nothing for what was seen, `unmapped` for what was seen and speaks for no control, `all` for everything known. */
export function filterChecks(rows: readonly CheckRow[], by: CheckSearch): readonly CheckRow[] {
  const words = (by.q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (by.state === 'all' || row.last_seen !== null) &&
      (by.state !== 'unmapped' || row.controls.length === 0) &&
      (by.source === undefined || row.scanner === by.source) &&
      (by.result === undefined || stateOfCheck(row) === by.result) &&
      words.every((word) => textOf(row).includes(word)),
  );
}

export function scannersOf(rows: readonly CheckRow[]): readonly string[] {
  return [...new Set(rows.map((row) => row.scanner))].sort();
}

function textOf(row: CheckRow): string {
  return `${row.key} ${row.title} ${row.service ?? ''} ${row.controls.join(' ')}`.toLowerCase();
}
