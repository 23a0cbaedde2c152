// Months and, where there is room, days; the line of the day of looking; a press on a day shows what was known then.
import { dayAt, edgeOf, type StripColumns } from '@assay/core';
import type { MouseEvent } from 'react';
import { columnAt, type StripGeometry } from './geometry.ts';

/** Which days can be looked back at, and how. */
export interface LookBack {
  /** The last column whose day is not in the future; undefined when the window has not begun. */
  readonly last: number | undefined;
  /** The column under the pointer, for the line that says what a press does. */
  readonly aim: (column: number | undefined) => void;
  readonly show: (column: number) => void;
}

interface Props {
  readonly columns: StripColumns;
  readonly geometry: StripGeometry;
  /** Whether the strip shows the past. */
  readonly past: boolean;
  readonly back: LookBack;
}

export function StripAxis({ columns, geometry, past, back }: Props) {
  const now = columns.today === undefined ? undefined : edgeOf(columns.today + 1, geometry);
  const under = (event: MouseEvent<SVGElement>): number | undefined => {
    const column = columnAt(
      event.clientX - event.currentTarget.getBoundingClientRect().left,
      geometry,
      columns.count,
    );
    return back.last !== undefined && column <= back.last ? column : undefined;
  };
  return (
    <svg
      className="strip-axis"
      width={geometry.width}
      height="30"
      aria-hidden="true"
      onPointerMove={(event) => back.aim(under(event))}
      onPointerLeave={() => back.aim(undefined)}
      onClick={(event) => {
        const column = under(event);
        if (column !== undefined) back.show(column);
      }}
    >
      {back.last === undefined ? null : (
        <rect className="back" width={edgeOf(back.last + 1, geometry)} height="30" />
      )}
      {columns.months.map(({ column, days, name, year }, at) => {
        const left = edgeOf(column, geometry);
        const room = edgeOf(column + days, geometry) - left;
        const said = at === 0 || name === 'Jan' ? `${name} ${year}` : name;
        const fits = room > said.length * 7 ? said : room > 26 ? name : '';
        return (
          <g key={column}>
            <path className="month" d={`M${left}.5 0V30`} />
            <text x={left + 4} y="11">
              {fits}
            </text>
          </g>
        );
      })}
      {geometry.day >= 14 ? <Days columns={columns} geometry={geometry} /> : null}
      {now === undefined ? null : (
        <text className="now" x={now > 60 ? now - 4 : now + 4} y="26" textAnchor={now > 60 ? 'end' : 'start'}>
          {geometry.day >= 14 ? '' : past ? 'known then' : 'today'}
        </text>
      )}
    </svg>
  );
}

function Days({ columns, geometry }: Pick<Props, 'columns' | 'geometry'>) {
  return Array.from({ length: columns.count }, (_, column) => (
    <text
      key={column}
      className={column === columns.today ? 'dayno now' : 'dayno'}
      x={(edgeOf(column, geometry) + edgeOf(column + 1, geometry)) / 2}
      y="26"
      textAnchor="middle"
    >
      {Number(dayAt(columns, column).slice(8))}
    </text>
  ));
}

/** Month rules and the line of the day of looking, behind all rows. */
export function StripRules({ columns, geometry }: Pick<Props, 'columns' | 'geometry'>) {
  return (
    <>
      {columns.months.slice(1).map(({ column }) => (
        <span
          key={column}
          className="strip-rule"
          style={{ left: geometry.label + edgeOf(column, geometry) }}
        />
      ))}
      {columns.today === undefined ? null : (
        <span
          className="strip-rule now"
          style={{ left: geometry.label + edgeOf(columns.today + 1, geometry) }}
        />
      )}
    </>
  );
}
