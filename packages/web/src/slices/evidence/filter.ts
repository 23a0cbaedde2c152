// Which records a list shows: every filter of the address must hold, words are looked for in what is seen.
import type { EvidenceRow } from './records.ts';
import type { EvidenceSearch } from './search.ts';

const FILTER_KEYS = ['q', 'state', 'kind', 'source', 'control', 'verdict', 'from', 'until'] as const;

export function filterRecords(rows: readonly EvidenceRow[], by: EvidenceSearch): readonly EvidenceRow[] {
  const words = (by.q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (by.state === undefined || row.review.state === by.state) &&
      (by.kind === undefined || row.kind === by.kind) &&
      (by.source === undefined || row.source === by.source) &&
      (by.control === undefined || servedBy(row, by.control)) &&
      (by.verdict === undefined || judged(row, by.verdict)) &&
      speaksWithin(row, by.from, by.until) &&
      words.every((word) => textOf(row).includes(word)),
  );
}

/** Whether any filter is set; sorting and the name of a view are none. */
export function isFiltered(by: EvidenceSearch): boolean {
  return FILTER_KEYS.some((key) => by[key] !== undefined);
}

/** Sources with how many records each brought, most first. */
export function sourcesOf(rows: readonly EvidenceRow[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.source, (counts.get(row.source) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

function servedBy(row: EvidenceRow, control: string): boolean {
  if (control === 'none') return row.controls.length === 0;
  return row.controls.some(({ code }) => code === control.toUpperCase());
}

/** `iso:stale`: some control that it serves has that verdict in that view. */
function judged(row: EvidenceRow, verdict: string): boolean {
  const [view, state] = verdict.split(':');
  return row.controls.some((control) => (view === 'soc2' ? control.soc2 : control.iso).state === state);
}

/** Some day that it speaks for lies on or between the two days. */
function speaksWithin(row: EvidenceRow, from: string | undefined, until: string | undefined): boolean {
  const first = row.covers && row.covers.from < row.performed_at ? row.covers.from : row.performed_at;
  const last = row.covers && row.covers.until > row.performed_at ? row.covers.until : row.performed_at;
  return (from === undefined || last >= from) && (until === undefined || first <= until);
}

function textOf(row: EvidenceRow): string {
  const controls = row.controls.map(({ code, name }) => `${code} ${name}`).join(' ');
  return `${row.code} ${row.title} ${row.artefact.filename} ${row.source} ${row.kind} ${controls}`.toLowerCase();
}
