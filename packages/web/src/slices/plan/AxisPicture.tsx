// The one time axis: the cycle of the certificate, the periods and reports of SOC 2, and what serves both between them.
import { useState } from 'react';
import { useWidth } from '../../ui/useWidth.ts';
import { AXIS_BAR, axisDrawing, type AxisItem, type AxisMark } from './axis.layout.ts';
import type { Axis } from './plan.ts';

export function AxisPicture({ axis, today }: { readonly axis: Axis; readonly today: string }) {
  const [box, width] = useWidth<HTMLDivElement>(1000);
  const [seen, setSeen] = useState<AxisItem>();
  const drawing = axisDrawing(axis, today, width);
  return (
    <figure className="gantt-figure" aria-label="One time axis">
      <div ref={box} className="gantt-box">
        <svg
          className="gantt axis"
          data-drawing=""
          width={drawing.width}
          height={drawing.height}
          role="img"
          aria-label={`${axis.items.length} points and periods from ${axis.from} to ${axis.to}; the table lists them.`}
        >
          {drawing.scale.ticks.map(({ x, label, strong }) => (
            <g key={x}>
              <path
                className={strong ? 'grid strong' : 'grid'}
                d={`M${x} ${drawing.top - 6}V${drawing.height}`}
              />
              <text className={strong ? 'tick strong' : 'tick'} x={x + 4} y={drawing.top - 10}>
                {label}
              </text>
            </g>
          ))}
          {drawing.heads.map(({ lane, text, y }) => (
            <text key={lane} className={`head ${lane}`} x={0} y={y}>
              {text}
            </text>
          ))}
          {drawing.marks.map((mark) => (
            <Mark key={mark.key} mark={mark} see={setSeen} />
          ))}
          {drawing.today === undefined ? null : (
            <path className="now" d={`M${drawing.today} ${drawing.top - 6}V${drawing.height}`} />
          )}
        </svg>
      </div>
      <figcaption className="caption small">
        {seen
          ? `${seen.title}: ${daysOf(seen)}. ${seen.because}`
          : 'The thin line is today. A bar lasts, a diamond is a day.'}
      </figcaption>
    </figure>
  );
}

export function daysOf({ from, to }: AxisItem): string {
  return from === to ? from : `${from} to ${to}`;
}

function Mark({
  mark,
  see,
}: {
  readonly mark: AxisMark;
  readonly see: (item: AxisItem | undefined) => void;
}) {
  const { item, point, x, y, width, label } = mark;
  const middle = y + AXIS_BAR / 2;
  return (
    <g className={`lane-${item.lane}`} onPointerEnter={() => see(item)} onPointerLeave={() => see(undefined)}>
      <title>{`${item.title}: ${daysOf(item)}`}</title>
      {point ? (
        <path
          className="gantt-bar critical"
          d={`M${x - 6} ${middle}L${x} ${middle - 6}L${x + 6} ${middle}L${x} ${middle + 6}Z`}
        />
      ) : (
        <rect className="gantt-bar span" x={x} y={y} width={width} height={AXIS_BAR} />
      )}
      <text className={label.inside ? 'label inside' : 'label'} x={label.x} y={middle + 4.5}>
        {label.text}
      </text>
    </g>
  );
}
