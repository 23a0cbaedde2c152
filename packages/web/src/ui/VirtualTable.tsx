// A long list: only the rows in sight are drawn, so that thousands scroll as one does. The page itself
// scrolls; heads stay; a phone sees cards. Printing draws every row.
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type MouseEvent } from 'react';
import type { Sort } from './sort.ts';
import type { Column } from './table.tsx';
import { usePrinting } from './usePrinting.ts';
import './virtual.css';

export interface WideColumn<T> extends Column<T> {
  /** Pixels on a wide screen; the growing column takes what is left. */
  readonly width?: number;
}

/** Rows that can be picked: which are, and what a press on a box does. */
export interface Picking {
  readonly picked: ReadonlySet<string>;
  readonly pick: (key: string, range: boolean) => void;
  readonly pickAll: () => void;
}

interface Props<T> {
  readonly rows: readonly T[];
  readonly columns: readonly WideColumn<T>[];
  readonly keyOf: (row: T) => string;
  readonly nameOf: (row: T) => string;
  readonly caption: string;
  readonly sort?: Sort | undefined;
  readonly sortBy?: (name: string) => void;
  readonly picking?: Picking;
  /** The row that is shown beside the list. */
  readonly current?: string | undefined;
  readonly onRow?: (key: string) => void;
}

const ROW = 37;
const OVERSCAN = 12;

export function VirtualTable<T>(props: Props<T>) {
  const { rows, columns, picking } = props;
  const box = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const whole = usePrinting();
  useLayoutEffect(() => {
    if (box.current) setMargin(box.current.getBoundingClientRect().top + scrollY);
  }, [rows.length]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    scrollMargin: margin,
    getItemKey: (i) => {
      const row = rows[i];
      return row === undefined ? i : props.keyOf(row);
    },
  });
  const items = virtual.getVirtualItems();
  const shown = whole ? rows.map((_, index) => index) : items.map((item) => item.index);
  const before = whole ? 0 : (items[0]?.start ?? margin) - margin;
  const after = whole ? 0 : virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
  const width = columns.length + (picking ? 1 : 0);
  return (
    <div className="virtual" ref={box}>
      <table className="table cards" aria-rowcount={rows.length + 1}>
        <caption className="sr">{props.caption}</caption>
        <colgroup>
          {picking ? <col className="pick-col" /> : null}
          {columns.map((column) => (
            <col key={column.name} style={column.width ? { width: column.width } : {}} />
          ))}
        </colgroup>
        <Head {...props} />
        <tbody>
          <Gap height={before} width={width} />
          {shown.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = props.keyOf(row);
            return (
              <tr
                key={key}
                ref={whole ? undefined : virtual.measureElement}
                data-index={index}
                data-key={key}
                aria-rowindex={index + 2}
                className={rowClass(picking?.picked.has(key) ?? false, props.current === key)}
                onFocus={() => props.onRow?.(key)}
                onClick={(event) => {
                  if (!onControl(event)) props.onRow?.(key);
                }}
              >
                {picking ? (
                  <td className="pick">
                    <input
                      type="checkbox"
                      aria-label={`Select ${props.nameOf(row)}`}
                      checked={picking.picked.has(key)}
                      onClick={(event) => picking.pick(key, event.shiftKey)}
                      onChange={() => undefined}
                    />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <td key={column.name} className={classOf(column)}>
                    {column.show(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap height={after} width={width} />
        </tbody>
      </table>
    </div>
  );
}

function Head<T>({ columns, sort, sortBy, picking, rows }: Props<T>) {
  return (
    <thead>
      <tr>
        {picking ? (
          <th className="pick">
            <input
              type="checkbox"
              aria-label="Select all"
              checked={rows.length > 0 && picking.picked.size === rows.length}
              onChange={picking.pickAll}
            />
          </th>
        ) : null}
        {columns.map((column) => {
          const here = sort?.name === column.name;
          return (
            <th
              key={column.name}
              scope="col"
              className={classOf(column)}
              aria-sort={here ? (sort.down ? 'descending' : 'ascending') : undefined}
            >
              {sortBy ? (
                <button type="button" onClick={() => sortBy(column.name)}>
                  {column.name}
                  {here ? (sort.down ? ' ↓' : ' ↑') : ''}
                </button>
              ) : (
                column.name
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Room for the rows that are not drawn. */
function Gap({ height, width }: { readonly height: number; readonly width: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className="gap">
      <td colSpan={width} style={{ height }} />
    </tr>
  );
}

function onControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button, input, select') !== null;
}

function rowClass(picked: boolean, current: boolean): string | undefined {
  return picked || current ? `${picked ? 'picked' : ''} ${current ? 'current' : ''}`.trim() : undefined;
}

function classOf<T>(column: Column<T>): string | undefined {
  return column.number ? 'num' : column.grow ? 'grow' : undefined;
}
