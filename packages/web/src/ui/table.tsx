// A list as people read it: grouped, sorted by a click (kept in the address), as CSV, as cards on a phone.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { CsvButton } from './CsvButton.tsx';
import { readSort, sorted, writeSort } from './sort.ts';

export interface Column<T> {
  readonly name: string;
  readonly show: (row: T) => ReactNode;
  /** What sorting and CSV use; text or number. */
  readonly value: (row: T) => string | number;
  readonly number?: true;
  readonly grow?: true;
  /** Left out of the cards that a phone shows. */
  readonly wide?: true;
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
  /** Heading under which a row stands while nothing is sorted. */
  readonly groupOf?: (row: T) => string;
  /** What stands below a row over the whole width; undefined where nothing does. */
  readonly below?: (row: T) => ReactNode;
}

export function DataTable<T>(props: Props<T>) {
  const { rows, columns, groupOf } = props;
  const search: { readonly sort?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const sort = readSort(search.sort);
  const shown = useMemo(() => {
    const column = columns.find((each) => each.name === sort?.name);
    return column ? sorted(rows, column.value, sort?.down ?? false) : rows;
  }, [rows, columns, sort?.name, sort?.down]);
  const sortBy = (name: string): void => {
    const next = writeSort(name, sort);
    void navigate({
      to: '.',
      search: (before: Readonly<Record<string, unknown>>) => ({ ...before, sort: next }),
      replace: true,
    });
  };
  return (
    <div className="section">
      <div className="toolbar">
        {props.tools}
        <span className="count">
          {shown.length} {shown.length === 1 ? 'row' : 'rows'}
        </span>
        <CsvButton file={props.file} rows={shown} fields={columns} />
      </div>
      {shown.length === 0 ? (
        props.empty
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <caption className="sr">{props.caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column.name}
                    scope="col"
                    className={classOf(column)}
                    aria-sort={
                      sort?.name === column.name ? (sort.down ? 'descending' : 'ascending') : undefined
                    }
                  >
                    <button type="button" onClick={() => sortBy(column.name)}>
                      {column.name}
                      {sort?.name === column.name ? (sort.down ? ' ↓' : ' ↑') : ''}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            {groupsOf(shown, sort ? undefined : groupOf).map(([heading, members]) => (
              <tbody key={heading}>
                {heading === '' ? null : (
                  <tr className="group">
                    <th scope="rowgroup" colSpan={columns.length}>
                      {heading}
                    </th>
                  </tr>
                )}
                {members.map((row) => (
                  <Row key={props.keyOf(row)} row={row} columns={columns} below={props.below?.(row)} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </div>
  );
}

interface RowProps<T> {
  readonly row: T;
  readonly columns: readonly Column<T>[];
  readonly below: ReactNode;
}

function Row<T>({ row, columns, below }: RowProps<T>) {
  const opened = below !== undefined;
  return (
    <>
      <tr className={opened ? 'opened' : undefined}>
        {columns.map((column) => (
          <td key={column.name} className={classOf(column)}>
            {column.show(row)}
          </td>
        ))}
      </tr>
      {opened ? (
        <tr className="below">
          <td className="below" colSpan={columns.length}>
            {below}
          </td>
        </tr>
      ) : null}
    </>
  );
}

function groupsOf<T>(
  rows: readonly T[],
  groupOf: ((row: T) => string) | undefined,
): readonly (readonly [string, readonly T[]])[] {
  if (!groupOf) return [['', rows]];
  return [...Map.groupBy(rows, groupOf)];
}

/** Classes of a column's cells. */
export function classOf(column: Pick<Column<never>, 'number' | 'grow' | 'wide'>): string | undefined {
  const names = [column.number && 'num', column.grow && 'grow', column.wide && 'hide-phone'];
  return names.filter((name) => name !== undefined).join(' ') || undefined;
}
