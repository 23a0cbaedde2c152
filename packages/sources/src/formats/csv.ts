// Any CSV whose columns a person has named.
import type { ObservationStatus } from '@assay/core';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import { fatal, refused, unknownStatus } from '../read/problem.ts';
import type { ColumnMapping, Reader, Sink } from '../read/reader.ts';
import { STATUS_WORDS, statusOfWord } from './statusWords.ts';
import { readTable, type Row } from './table.ts';

export const csv: Reader = {
  id: 'csv',
  title: 'CSV table',
  version: 1,
  manual: {
    recognised: 'only when somebody has named its columns; Assay suggests which',
    reads: 'stream',
    fields: {
      check: 'the column named for it',
      subject: 'the column named for it',
      observedAt: 'the column named for it',
      severity: 'the column named for it',
      message: 'the column named for it',
    },
    words: [{ field: 'the status column, without words of the mapping’s own', table: STATUS_WORDS }],
    also: [],
    otherwise:
      'With words of its own the mapping is the whole truth. Any other word becomes unknown, with the problem csv.status_unknown at its line.',
  },
  // A table is read as observations only when a person has said which column holds what.
  recognise: () => 0,
  read: async (bytes, sink, { columns }) => {
    if (!columns) {
      sink.problem(
        fatal('csv.no_mapping', 'A CSV table needs to be told which column holds what.', {
          remedy: 'Name the columns for check, subject and status.',
        }),
      );
      return;
    }
    const statuses = wordsOf(columns);
    let told = false;
    await readTable(bytes, { sink, columns: namedBy(columns) }, (row) => {
      const ranAt = instantOf(row.cell(columns.observedAt));
      if (!told) sink.source({ tool: 'csv', ...(ranAt ? { ranAt } : {}) });
      told = true;
      return readRow(row, { columns, statuses }, sink);
    });
  },
};

type Statuses = (word: string) => ObservationStatus | undefined;

/** With words of its own a mapping is the whole truth; the usual words count only without. */
function wordsOf(columns: ColumnMapping): Statuses {
  if (!columns.statuses) return statusOfWord;
  const own = new Map(
    Object.entries(columns.statuses).map(([word, status]) => [word.trim().toLowerCase(), status]),
  );
  return (word) => own.get(word.toLowerCase());
}

function namedBy(columns: ColumnMapping): readonly string[] {
  return [
    columns.check,
    columns.subject,
    columns.status,
    columns.observedAt,
    columns.severity,
    columns.message,
  ].filter((name) => name !== undefined);
}

function readRow(
  { cell, position }: Row,
  by: { readonly columns: ColumnMapping; readonly statuses: Statuses },
  sink: Sink,
): void | Promise<void> {
  const { columns, statuses } = by;
  const check = cell(columns.check);
  if (check === undefined)
    return sink.problem(
      refused('csv.no_check', 'A row names no check.', {
        position,
        remedy: 'Fill the cell, or leave the row out.',
      }),
    );
  const word = cell(columns.status) ?? '';
  const status = statuses(word);
  if (!status) sink.problem(unknownStatus('csv', word, position));
  const when = cell(columns.observedAt);
  const observedAt = instantOf(when);
  if (when !== undefined && !observedAt)
    sink.problem({
      code: 'csv.time_unread',
      level: 'warning',
      message: `The time “${when.slice(0, 60)}” could not be read; the row is kept without one.`,
      position,
      remedy: 'Write times as 2026-01-31 or 2026-01-31T12:00:00Z.',
    });
  return sink.observation(
    observation({
      tool: 'csv',
      check,
      subject: cell(columns.subject),
      status: status ?? 'unknown',
      observedAt,
      severity: severityOf(cell(columns.severity)),
      message: cell(columns.message),
    }),
  );
}
