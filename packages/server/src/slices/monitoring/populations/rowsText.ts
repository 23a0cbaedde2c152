// Rows on their way out: canonical lines in the order of the digest, or CSV in the order of the source.
import { sortedRows, type PopulationRow } from '@assay/core';
import { csvText } from '../../documents/documents.module.ts';
import type { DraftMapping } from './draftRows.ts';

/** One canonical row a line, sorted by their bytes: whoever hashes them as RFC 6962 leaves gets the digest. */
export function canonicalLines(bodies: readonly string[]): Response {
  const rows = sortedRows(bodies) ?? [];
  const text = Buffer.concat(rows.flatMap((row) => [row, Buffer.from('\n')]));
  return new Response(text, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'private, no-store' },
  });
}

export function csvOf(rows: readonly PopulationRow[], { fields }: DraftMapping): string {
  return csvText(
    ['key', 'day', 'done', ...fields],
    rows.map((row) => [row.key, row.day, row.done ?? '', ...fields.map((name) => row.fields[name] ?? '')]),
  );
}
