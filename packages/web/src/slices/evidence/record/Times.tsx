// Four times on one axis against the examined period, and the same as a table.
import { dayWords } from '@assay/core';
import { useWidth } from '../../../ui/useWidth.ts';
import { CsvButton } from '../../../ui/CsvButton.tsx';
import { StatusMark } from '../../../ui/marks.tsx';
import { coversText } from '../covers.ts';
import type { EvidenceRow } from '../records.ts';
import { against, axisOf, dayOf, place, type Axis, type Span } from './timeline.ts';
import { minuteText } from '../../../ui/words.ts';

interface Mark {
  readonly name: string;
  readonly from: number;
  /** First day that it no longer covers. */
  readonly until: number;
  readonly said: string;
}

interface Props {
  readonly row: EvidenceRow;
  readonly period: Span | undefined;
  readonly today: string;
}

export function Times({ row, period, today }: Props) {
  const marks = marksOf(row);
  return (
    <section className="section" aria-labelledby="times">
      <div className="section-head">
        <h2 id="times">Four times</h2>
        <CsvButton
          of="times"
          file={`${row.code}-times`}
          rows={marks}
          fields={[
            { name: 'Time', value: (mark) => mark.name },
            { name: 'When', value: (mark) => mark.said },
            { name: 'In the SOC 2 period', value: (mark) => inPeriod(mark, period) },
          ]}
        />
      </div>
      <Picture marks={marks} period={period} today={dayOf(today)} />
      <div className="table-wrap">
        <table className="table times">
          <caption className="sr">The four times</caption>
          <thead>
            <tr>
              <th>Time</th>
              <th>When</th>
              <th>In the SOC 2 period</th>
            </tr>
          </thead>
          <tbody>
            {marks.map((mark) => (
              <tr key={mark.name}>
                <td>{mark.name}</td>
                <td>{mark.said}</td>
                <td className="muted">{inPeriod(mark, period)}</td>
              </tr>
            ))}
            {row.captured_at === null ? (
              <tr>
                <td>Captured</td>
                <td className="faint">its source does not say</td>
                <td />
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
      <p className="small muted">
        {row.freshness_days === null
          ? 'It stays fresh as long as each of its controls says.'
          : `It stays fresh for ${row.freshness_days} days by its own rule, which goes before its controls’.`}
      </p>
      {row.reconstructed ? (
        <p className="small">
          <StatusMark state="stale">
            Captured long after it was performed: it needs independent support.
          </StatusMark>
        </p>
      ) : null}
    </section>
  );
}

const LANE = 26;
const LABELS = 84;

function Picture(props: {
  readonly marks: readonly Mark[];
  readonly period: Span | undefined;
  readonly today: number;
}) {
  const { marks, period, today } = props;
  const [box, width] = useWidth<SVGSVGElement>(600);
  const height = marks.length * LANE + 44;
  const axis = axisOf([
    ...marks.flatMap((mark) => [mark.from, mark.until]),
    ...(period ? [dayOf(period.from), dayOf(period.until)] : []),
  ]);
  const x = (day: number): number => LABELS + place(axis, day) * (width - LABELS);
  return (
    <svg ref={box} className="timeline" height={height} role="img" aria-label={sentence(marks, period)}>
      {period ? (
        <g>
          <rect
            className="period"
            x={x(dayOf(period.from))}
            y={18}
            width={x(dayOf(period.until)) - x(dayOf(period.from))}
            height={height - 40}
          />
          <text className="soc2" x={x(dayOf(period.from)) + 4} y={12}>
            SOC 2 period
          </text>
        </g>
      ) : null}
      <Ticks axis={axis} x={x} height={height} width={width} />
      {today >= axis.from && today <= axis.until ? (
        <line className="now" x1={x(today)} x2={x(today)} y1={18} y2={height - 22} />
      ) : null}
      {marks.map((mark, i) => (
        <Lane key={mark.name} mark={mark} y={18 + i * LANE + LANE / 2} x={x} />
      ))}
    </svg>
  );
}

type Scale = (day: number) => number;

function Lane({ mark, y, x }: { readonly mark: Mark; readonly y: number; readonly x: Scale }) {
  const long = mark.until - mark.from > 1;
  return (
    <g>
      <text className="lane" x={0} y={y + 4}>
        {mark.name}
      </text>
      {long ? (
        <rect
          className="covers"
          x={x(mark.from)}
          y={y - 4}
          width={Math.max(2, x(mark.until) - x(mark.from))}
          height={8}
        />
      ) : (
        <circle className="day" cx={x(mark.from)} cy={y} r={4.5} />
      )}
    </g>
  );
}

function Ticks(props: {
  readonly axis: Axis;
  readonly x: Scale;
  readonly height: number;
  readonly width: number;
}) {
  const { axis, x, height, width } = props;
  const base = height - 22;
  return (
    <g className="axis">
      <line x1={LABELS} x2={width} y1={base} y2={base} />
      {axis.ticks.map(({ at, label }) => (
        <g key={at}>
          <line x1={x(at)} x2={x(at)} y1={base} y2={base + 4} />
          {x(at) < width - 24 ? (
            <text x={x(at)} y={height - 4}>
              {label}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}

function marksOf(row: EvidenceRow): readonly Mark[] {
  const one = (name: string, text: string, said = text): Mark => ({
    name,
    from: dayOf(text),
    until: dayOf(text) + 1,
    said,
  });
  return [
    one('Performed', row.performed_at),
    ...(row.covers
      ? [
          {
            name: 'Covers',
            from: dayOf(row.covers.from),
            until: dayOf(row.covers.until),
            said: coversText(row.covers),
          },
        ]
      : [one('Covers', row.performed_at, 'that day')]),
    ...(row.captured_at === null ? [] : [one('Captured', row.captured_at, minute(row.captured_at))]),
    one('Received', row.received_at, minute(row.received_at)),
  ];
}

function inPeriod(mark: Mark, period: Span | undefined): string {
  if (!period) return 'no period is chosen';
  const first = against(mark.from, period);
  const last = against(mark.until - 1, period);
  return first === last ? first : `${first} to ${last}`;
}

function sentence(marks: readonly Mark[], period: Span | undefined): string {
  const times = marks.map((mark) => `${mark.name} ${mark.said}`).join(', ');
  return period
    ? `${times}; the SOC 2 period runs from ${dayWords(period.from)} until ${dayWords(period.until)}.`
    : `${times}.`;
}

function minute(instant: string): string {
  return `${minuteText(instant)} UTC`;
}
