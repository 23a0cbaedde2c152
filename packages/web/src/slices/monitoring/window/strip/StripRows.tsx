// Lines of the strip: a heading, or a control with its label, its days and its end.
import { STANDING_WORDS, drawPin, drawStretches, edgeOf, type StripLine, type StripRow } from '@assay/core';
import { memo, useMemo, type ReactNode } from 'react';
import { daysHeight, GAP, type StripGeometry } from './geometry.ts';
import { Shape } from './Shapes.tsx';

/** What is drawn under a row's days. */
export interface StripMarks {
  /** Days on which a collector was out. */
  readonly outages: readonly { readonly column: number; readonly days: number }[];
}

interface RowProps {
  readonly row: StripRow;
  readonly at: number;
  readonly top: number;
  readonly geometry: StripGeometry;
  readonly marks: StripMarks;
  readonly index: number;
  readonly link: (row: StripRow) => ReactNode;
}

export const StripRowLine = memo(function StripRowLine(props: RowProps & { readonly children?: ReactNode }) {
  const { row, at, top, geometry, marks, index, link } = props;
  const phone = geometry.label === 0;
  const tall = daysHeight(geometry);
  const paths = useMemo(() => drawStretches(row.stretches, geometry), [row, geometry]);
  return (
    <div
      role="row"
      aria-rowindex={index}
      className="strip-row"
      data-at={at}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" className="strip-label">
        {link(row)}
        <span className="strip-name" title={row.name}>
          {row.name}
        </span>
        {phone ? <Ends row={row} /> : null}
      </div>
      <div className="strip-days" style={{ width: geometry.width }}>
        <svg width={geometry.width} height={tall} aria-hidden="true">
          {marks.outages.map(({ column, days }) => (
            <rect
              key={column}
              className="outage"
              x={edgeOf(column, geometry)}
              width={Math.max(2, edgeOf(column + days, geometry) - edgeOf(column, geometry))}
              y="0"
              height={tall}
            />
          ))}
          <g transform={`translate(0 ${GAP})`}>
            {paths.map((path) => (
              <Shape key={path.state + path.part} path={path} />
            ))}
          </g>
          {row.pins.map((pin) => (
            <path key={pin.column} className={`pin ${pin.result}`} d={drawPin(pin, geometry)} />
          ))}
        </svg>
        {props.children}
      </div>
      {phone ? null : <Ends row={row} role="gridcell" />}
    </div>
  );
});

/** How the control stands: at the row's end, or on a phone beside its name. */
function Ends({ row, role }: { readonly row: StripRow; readonly role?: 'gridcell' }) {
  if (row.part)
    return (
      <div className="strip-ends">
        <span role={role} className="strip-coverage" />
        <span role={role} className="strip-standing" />
        <span role={role} className="strip-gap" />
      </div>
    );
  return (
    <div className="strip-ends">
      <span role={role} className="strip-coverage">
        {row.coverage.filled} <span className="faint">/ {row.coverage.of}</span>
      </span>
      <span role={role} className={`strip-standing standing-${row.standing}`}>
        {STANDING_WORDS[row.standing].word}
      </span>
      <span role={role} className="strip-gap">
        {row.longestGapDays > 0 ? row.longestGapDays : ''}
      </span>
    </div>
  );
}

export function StripHeadingLine(props: {
  readonly line: Extract<StripLine, { kind: 'heading' }>;
  readonly top: number;
  readonly index: number;
}) {
  return (
    <div
      role="row"
      aria-rowindex={props.index}
      className="strip-row strip-heading"
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div role="rowheader" className="strip-label">
        <strong>{props.line.title}</strong> <span className="faint">{props.line.rows}</span>
      </div>
    </div>
  );
}
