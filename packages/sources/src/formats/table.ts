// Rows of a table by the names of their columns; a row that does not fit the header is refused, because
// a shifted cell could turn a failure into a pass.
import { csvRowBatches, type CsvRow } from '../stream/csv.ts';
import { fatal, refused } from '../read/problem.ts';
import type { Bytes, Sink } from '../read/reader.ts';

/** The cell of a column in this row; undefined when the column is absent or the cell empty. */
export type Cells = (name: string | undefined) => string | undefined;

export interface Row {
  readonly cell: Cells;
  /** `line 7`. */
  readonly position: string;
}

/** Reads every row; `columns` must all be there, once. */
export async function readTable(
  bytes: Bytes,
  table: { readonly sink: Sink; readonly columns: readonly string[] },
  take: (row: Row) => void | Promise<void>,
): Promise<void> {
  const reading: Reading = { table, take, places: undefined, width: 0 };
  for await (const rows of csvRowBatches(bytes, { guessed: () => warnOfEncoding(table.sink) })) {
    for (const row of rows) {
      const waiting = readRow(reading, row);
      if (waiting === 'stop') return;
      if (waiting) await waiting;
    }
  }
  if (!reading.places)
    table.sink.problem(
      fatal('csv.empty', 'The table has no header.', { remedy: 'Export it again with its header line.' }),
    );
}

interface Reading {
  readonly table: { readonly sink: Sink; readonly columns: readonly string[] };
  readonly take: (row: Row) => void | Promise<void>;
  places: ReadonlyMap<string, number> | undefined;
  width: number;
}

/** Reads one row, the header first; `stop` when the header will not do. */
function readRow(reading: Reading, { cells, line }: CsvRow): void | Promise<void> | 'stop' {
  const { table, places, width } = reading;
  if (!places) {
    reading.places = placesOf(cells, table);
    reading.width = cells.length;
    return reading.places ? undefined : 'stop';
  }
  if (cells.length === width) return reading.take({ cell: cellsOf(places, cells), position: `line ${line}` });
  if (cells.length === 1 && cells[0]?.trim() === '') return undefined;
  return table.sink.problem(
    refused('csv.cells', `A row has ${cells.length} cells where the header has ${width}.`, {
      position: `line ${line}`,
      remedy: 'Put cells that contain the separator into quotes, or export again.',
    }),
  );
}

function placesOf(
  header: readonly string[],
  table: { readonly sink: Sink; readonly columns: readonly string[] },
): ReadonlyMap<string, number> | undefined {
  const names = header.map((name) => name.trim());
  const missing = table.columns.find((name) => !names.includes(name));
  if (missing !== undefined) {
    table.sink.problem(
      fatal('csv.no_column', `The table has no column “${missing.slice(0, 60)}”.`, {
        position: 'line 1',
        remedy: `Its columns are: ${names.slice(0, 20).join(', ').slice(0, 500)}.`,
      }),
    );
    return undefined;
  }
  const twice = table.columns.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) {
    table.sink.problem(
      fatal('csv.column_twice', `The table has the column “${twice.slice(0, 60)}” twice.`, {
        position: 'line 1',
        remedy: 'Give each column a name of its own.',
      }),
    );
    return undefined;
  }
  return new Map(names.map((name, i) => [name, i]));
}

function cellsOf(places: ReadonlyMap<string, number>, cells: readonly string[]): Cells {
  return (name) => {
    const place = name === undefined ? undefined : places.get(name);
    const text = place === undefined ? undefined : cells[place]?.trim();
    return text === '' ? undefined : text;
  };
}

function warnOfEncoding(sink: Sink): void {
  sink.problem({
    code: 'csv.windows_1252',
    level: 'warning',
    message: 'The table is not UTF-8; it was read as Windows-1252.',
    position: 'whole file',
    remedy: 'Save it as UTF-8 if letters beyond ASCII look wrong.',
  });
}
