// An objective over time: a mark for each measurement, filled on the good side of the target, and the target as a line.
import { useWidth } from '../../../ui/useWidth.ts';
import type { Of } from '../records.ts';
import { trendLayout, type TrendPoint } from './trend.layout.ts';

type Objective = Of<'objective'>['record'];

const HEIGHT = 200;
const MARGIN = { left: 52, right: 20, top: 14, bottom: 28 };

export function TrendPicture({ objective }: { readonly objective: Objective }) {
  if (objective.measurements.length === 0) return <p className="muted">It was never measured.</p>;
  return <Picture objective={objective} />;
}

function Picture({ objective }: { readonly objective: Objective }) {
  const [box, width] = useWidth<HTMLElement>(720);
  const right = width - MARGIN.right;
  const layout = trendLayout(objective, {
    left: MARGIN.left + 8,
    top: MARGIN.top,
    width: width - MARGIN.left - MARGIN.right - 16,
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  });
  const first = layout.points[0];
  const last = layout.points.at(-1);
  if (!first || !last) return null;
  return (
    <figure className="isms-trend" ref={box}>
      <svg width={width} height={HEIGHT} role="img" aria-label={saidOf(objective)}>
        {layout.ticks.map(({ value, y }) => (
          <g key={value}>
            <path className="isms-grid" d={`M${MARGIN.left} ${y}H${right}`} />
            <text className="isms-axis" x={MARGIN.left - 8} y={y + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        <path className="isms-target" d={`M${MARGIN.left} ${layout.target}H${right}`} />
        <path className="isms-line" d={layout.path} />
        {layout.points.map((point) => (
          <Point key={point.on} point={point} unit={objective.unit} />
        ))}
        <text className="isms-axis" x={first.x} y={HEIGHT - 6}>
          {first.on}
        </text>
        {first === last ? null : (
          <text className="isms-axis" x={last.x} y={HEIGHT - 6} textAnchor="end">
            {last.on}
          </text>
        )}
      </svg>
      <figcaption className="small muted">
        Dashed: the target, {objective.direction === 'at_least' ? 'at least' : 'at most'} {objective.target}{' '}
        {objective.unit}. Filled marks are on its good side; the table of measurements says the same.
      </figcaption>
    </figure>
  );
}

/** The same in a line of a table: no axis, the newest value as its end. */
export function SmallTrend({ objective }: { readonly objective: Objective }) {
  const layout = trendLayout(objective, { left: 4, top: 4, width: 112, height: 20 });
  if (layout.points.length === 0) return <span className="muted">never measured</span>;
  return (
    <svg className="isms-small-trend" width="120" height="28" role="img" aria-label={saidOf(objective)}>
      <path className="isms-target" d={`M0 ${layout.target}H120`} />
      <path className="isms-line" d={layout.path} />
      {layout.points.slice(-1).map((point) => (
        <Point key={point.on} point={point} unit={objective.unit} />
      ))}
    </svg>
  );
}

function Point({ point, unit }: { readonly point: TrendPoint; readonly unit: string }) {
  const { x, y, good, on, value } = point;
  return (
    <rect className={good ? 'isms-point good' : 'isms-point'} x={x - 3.5} y={y - 3.5} width="7" height="7">
      <title>{`${on}: ${value} ${unit}`}</title>
    </rect>
  );
}

function saidOf({ measurements, unit, target, direction }: Objective): string {
  const side = direction === 'at_least' ? 'at least' : 'at most';
  const values = measurements
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ on, value }) => `${on} ${value}`)
    .join(', ');
  return `Target ${side} ${target} ${unit}. Measured: ${values}.`;
}
