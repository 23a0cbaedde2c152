// A small table under its own heading, as detail pages have several: in the order it comes, as CSV, as cards on a phone.
import { useId, useState, type ReactNode } from 'react';
import { CsvButton } from './CsvButton.tsx';
import { classOf, type Column } from './table.tsx';

/** A column of a small table; one without a value, such as its buttons, is no part of the CSV. */
export interface SmallColumn<T> extends Omit<Column<T>, 'value'> {
  readonly value?: Column<T>['value'];
}

interface Props<T> {
  readonly title: string;
  readonly rows: readonly T[];
  readonly columns: readonly SmallColumn<T>[];
  readonly keyOf: (row: T) => string;
  /** File name of the CSV. */
  readonly file: string;
  /** Columns that only the CSV has. */
  readonly more?: readonly { readonly name: string; readonly value: (row: T) => string | number }[];
  readonly acts?: ReactNode;
  readonly empty?: ReactNode;
  readonly note?: ReactNode;
  /** How many rows are shown before somebody asks for all; the CSV has all of them. */
  readonly first?: number;
}

export function TableSection<T>(props: Props<T>) {
  const { rows, columns, more = [] } = props;
  const id = useId();
  const [whole, showWhole] = useState(false);
  const shown = whole || props.first === undefined ? rows : rows.slice(0, props.first);
  const fields = columns.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{props.title}</h2>
        <span className="ids">
          {props.acts}
          {rows.length === 0 ? null : (
            <CsvButton file={props.file} rows={rows} fields={[...fields, ...more]} of={props.title} />
          )}
        </span>
      </div>
      {rows.length === 0 ? (
        props.empty
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <caption className="sr">{props.title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.name} scope="col" className={classOf(column)}>
                    {column.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={props.keyOf(row)}>
                  {columns.map((column) => (
                    <td key={column.name} className={classOf(column)}>
                      {column.show(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < rows.length ? (
        <button type="button" className="button quiet" onClick={() => showWhole(true)}>
          Show all {rows.length}
        </button>
      ) : null}
      {props.note}
    </section>
  );
}
