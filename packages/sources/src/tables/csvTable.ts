// A CSV table row by row; a row that does not fit the header is refused, because its cells may have shifted.
import { fatal, refused } from '../read/problem.ts';
import type { Bytes, Sink } from '../read/reader.ts';
import { csvRowBatches, type CsvRow } from '../stream/csv.ts';
import { columnNames, fieldsOf, TABLE_ROWS } from './header.ts';

export async function readCsvTable(bytes: Bytes, sink: Sink): Promise<void> {
  let table: Table | undefined;
  for await (const rows of csvRowBatches(bytes, { guessed: () => sink.problem(NOT_UTF8) }))
    for (const row of rows) {
      if (isBlank(row)) continue;
      if (!table) {
        table = { columns: columnNames(row.cells), width: row.cells.length };
        sink.source({ tool: 'csv', columns: table.columns });
        continue;
      }
      const waiting = give(row, table, sink);
      if (waiting) await waiting;
    }
  if (!table)
    sink.problem(
      fatal('table.empty', 'The table has no header.', { remedy: 'Export it with its header line.' }),
    );
}

interface Table {
  readonly columns: readonly string[];
  /** Cells of the header line, nameless ones at its end included. */
  readonly width: number;
}

function give({ cells, line }: CsvRow, { columns, width }: Table, sink: Sink): void | Promise<void> {
  const position = `line ${line}`;
  if (cells.length !== width)
    return sink.problem(
      refused('table.cells', `A row has ${cells.length} cells where the header has ${width}.`, {
        position,
        remedy: 'Put cells that contain the separator into quotes, or export again.',
      }),
    );
  return sink.population({ population: TABLE_ROWS, key: position, fields: fieldsOf(columns, cells) });
}

function isBlank({ cells }: CsvRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

const NOT_UTF8 = {
  code: 'csv.windows_1252',
  level: 'warning',
  message: 'The table is not UTF-8; it was read as Windows-1252.',
  position: 'whole file',
  remedy: 'Save it as UTF-8 if letters beyond ASCII look wrong.',
} as const;
