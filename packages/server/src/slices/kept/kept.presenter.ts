// Imports of kept tables as the API shows them.
import { columnLetters } from '@assay/core';
import { keptSentence } from './kept.sentences.ts';
import { countsOf, type Shown } from './shown.ts';

export function presentKept({ record, outcome, draft }: Shown) {
  const { reading } = record;
  const mapped = reading.rows.length;
  const counts = countsOf(outcome);
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    sentence: keptSentence(record, counts, draft),
    filename: record.filename,
    sha256: record.artefact,
    edition: reading.kind === 'statement' ? reading.edition : null,
    draft,
    found: mapped + reading.leftCount,
    mapped,
    left: reading.leftCount,
    counts,
    by: record.by,
    created_at: record.createdAt,
    committed_at: record.committedAt,
    undone_at: record.undoneAt,
  };
}

export function presentWhole(shown: Shown) {
  const { reading } = shown.record;
  return {
    ...presentKept(shown),
    tables: reading.tables.map(({ sheet, headRow, columns }) => ({
      sheet,
      head_row: headRow,
      columns: columns.map(({ index, heading, field, examples }) => ({
        column: columnLetters(index),
        heading,
        field,
        examples,
      })),
    })),
    sheets: reading.sheets,
    rows: shown.outcome.map((row) => ({ ...row })),
    rows_left: reading.left,
  };
}
