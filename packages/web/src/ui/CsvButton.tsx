// The way of every table into a spreadsheet: what is seen, as it is ordered.
import { saveCsv } from './csv.ts';

/** A column as a file has it. */
export interface Field<T> {
  readonly name: string;
  readonly value: (row: T) => string | number;
}

interface Props<T> {
  /** Name of the file, without its ending. */
  readonly file: string;
  readonly rows: readonly T[];
  readonly fields: readonly Field<T>[];
  /** Which table, for those who do not see it, where a page has several. */
  readonly of?: string;
}

export function CsvButton<T>({ file, rows, fields, of }: Props<T>) {
  const save = (): void =>
    saveCsv(file, [
      fields.map((field) => field.name),
      ...rows.map((row) => fields.map((field) => String(field.value(row)))),
    ]);
  return (
    <button type="button" className="button quiet" onClick={save}>
      CSV{of === undefined ? null : <span className="sr"> of {of}</span>}
    </button>
  );
}
