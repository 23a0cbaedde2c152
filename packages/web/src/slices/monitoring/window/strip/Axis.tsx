// Months and, where there is room, days; the line of the day of looking; a press on a day shows what was known then.
import { dayAt, edgeOf, type StripColumns } from '@assay/core';
import type { StripGeometry } from './geometry.ts';

interface Props {
  readonly columns: StripColumns;
  readonly geometry: StripGeometry;
  /** Whether the strip shows the past. */
  readonly past: boolean;
}

export function StripAxis({ columns, geometry, past }: Props) {
  const now = columns.today === undefined ? undefined : edgeOf(columns.today + 1, geometry);
  return (
    <svg className="strip-axis" width={geometry.width} height="30" aria-hidden="true">
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

function Days({ columns, geometry }: Omit<Props, 'past'>) {
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
export function StripRules({ columns, geometry }: Omit<Props, 'past'>) {
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
