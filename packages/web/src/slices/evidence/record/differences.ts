// What changed from one revision of a record to the next, field by field.
import type { RevisionRow } from '../records.ts';
import { coversText } from '../covers.ts';
import { minuteText } from '../../../ui/words.ts';

export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const FIELDS: readonly (readonly [string, (row: RevisionRow) => string])[] = [
  ['Title', (row) => row.title],
  ['Kind', (row) => row.kind],
  ['Controls', (row) => row.controls.join(' ') || 'none'],
  ['Performed', (row) => row.performed_at],
  ['Covers', (row) => coversText(row.covers)],
  [
    'Stays fresh',
    (row) => (row.freshness_days === null ? 'as each control says' : `${row.freshness_days} days`),
  ],
  ['Captured', (row) => (row.captured_at ? minuteText(row.captured_at) : 'not said')],
  ['File', (row) => row.filename],
  ['SHA-256', (row) => row.sha256.slice(0, 12)],
  ['Review', (row) => (row.reason === null ? row.review : `${row.review}: ${row.reason}`)],
  ['Standing', (row) => (row.withdrawn ? 'withdrawn' : 'stands')],
];

/** Fields that differ; none for the first revision, which has nothing before it. */
export function differences(before: RevisionRow | undefined, after: RevisionRow): readonly Difference[] {
  if (!before) return [];
  return FIELDS.map(([field, read]) => ({ field, before: read(before), after: read(after) })).filter(
    (each) => each.before !== each.after,
  );
}
