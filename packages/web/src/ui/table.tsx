// A list as people read it: sorted by a click, filtered by words, as CSV, as cards on a phone.
import { useMemo, useState, type ReactNode } from 'react';
import { saveCsv } from './csv.ts';

export interface Column<T> {
  readonly name: string;
  readonly show: (row: T) => ReactNode;
  /** What sorting and CSV use; text or number. */
  readonly value: (row: T) => string | number;
  readonly number?: true;
  readonly grow?: true;
}

interface Props<T> {
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  readonly caption: string;
  /** File name of the CSV. */
  readonly file: string;
  readonly tools?: ReactNode;
  readonly empty?: ReactNode;
}

export function DataTable<T>(props: Props<T>) {
  const [sort, setSort] = useState<{ readonly name: string; readonly down: boolean } | undefined>();
  const rows = useMemo(() => sorted(props.rows, props.columns, sort), [props.rows, props.columns, sort]);
  const save = (): void =>
    saveCsv(props.file, [
      props.columns.map((column) => column.name),
      ...rows.map((row) => props.columns.map((column) => String(column.value(row)))),
    ]);
  return (
    <div className="section">
      <div className="toolbar">
        {props.tools}
        <span className="count">{rows.length} rows</span>
        <button type="button" className="button quiet" onClick={save}>
          CSV
        </button>
      </div>
      {rows.length === 0 ? (
        props.empty
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <caption className="sr">{props.caption}</caption>
            <thead>
              <tr>
                {props.columns.map((column) => (
                  <th
                    key={column.name}
                    scope="col"
                    className={classOf(column)}
                    aria-sort={
                      sort?.name === column.name ? (sort.down ? 'descending' : 'ascending') : undefined
                    }
                  >
                    <button
                      type="button"
                      onClick={() =>
                        setSort({ name: column.name, down: sort?.name === column.name && !sort.down })
                      }
                    >
                      {column.name}
                      {sort?.name === column.name ? (sort.down ? ' ↓' : ' ↑') : ''}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={props.keyOf(row)}>
                  {props.columns.map((column) => (
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
    </div>
  );
}

function classOf<T>(column: Column<T>): string | undefined {
  return column.number ? 'num' : column.grow ? 'grow' : undefined;
}

function sorted<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sort: { readonly name: string; readonly down: boolean } | undefined,
): readonly T[] {
  const column = columns.find((each) => each.name === sort?.name);
  if (!column) return rows;
  const order = new Intl.Collator('en', { numeric: true });
  const up = [...rows].sort((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    return typeof left === 'number' && typeof right === 'number'
      ? left - right
      : order.compare(String(left), String(right));
  });
  return sort?.down ? up.reverse() : up;
}
