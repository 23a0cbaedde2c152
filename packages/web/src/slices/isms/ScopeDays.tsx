// Which scope held on which day: one line a framework, a mark where a version begins; the table below says the same.
import { useQueries } from '@tanstack/react-query';
import { dayOfDate, inTurn, parsePlainDate, type InTurn } from '@assay/core';
import { api, take } from '../../data/api.ts';
import { hueOf } from '../../ui/links.tsx';
import { useToday } from '../../ui/useToday.ts';
import { useWidth } from '../../ui/useWidth.ts';
import type { Of } from './records.ts';

const LABEL = 72;
const ROW = 30;

export function ScopeDays({
  org,
  scopes,
}: {
  readonly org: string;
  readonly scopes: readonly Of<'scope'>[];
}) {
  const all = useQueries({
    queries: scopes.map(({ id }) => ({
      queryKey: ['org', org, 'isms', id, 'versions'],
      queryFn: async () => take(await api['isms.versions']({ params: { org, record: id } })),
    })),
  });
  const lines = scopes.map((scope, i) => ({
    scope,
    spans: inTurn(
      (all[i]?.data?.data ?? []).flatMap(({ record, approval, revision }) =>
        record.kind === 'scope' && approval ? [{ revision, from: record.from }] : [],
      ),
    ),
  }));
  const first = lines.flatMap(({ spans }) => spans.map(({ from }) => from)).toSorted()[0];
  return first === undefined ? null : <Picture lines={lines} first={first} />;
}

/** A version with the days on which it held. */
type ScopeSpan = InTurn<{ readonly revision: number; readonly from: string }>;
type Line = { readonly scope: Of<'scope'>; readonly spans: readonly ScopeSpan[] };

function Picture({ lines, first }: { readonly lines: readonly Line[]; readonly first: string }) {
  const today = useToday();
  const [box, width] = useWidth<HTMLElement>(720);
  const [begin, now] = [day(first), day(today)];
  const end = Math.max(now, ...lines.flatMap(({ spans }) => spans.map(({ from }) => day(from)))) + 14;
  const x = (date: string): number =>
    LABEL + ((day(date) - begin) / Math.max(1, end - begin)) * (width - LABEL - 8);
  const height = lines.length * ROW + 22;
  return (
    <figure className="isms-scopes" ref={box}>
      <svg width={width} height={height} role="img" aria-label={saidOf(lines)}>
        {lines.map(({ scope, spans }, i) => (
          <g
            key={scope.id}
            transform={`translate(0 ${i * ROW + 4})`}
            className={hueOf(scope.record.framework)}
          >
            <text className="isms-mono" x="0" y="15">
              {scope.id}
            </text>
            {spans.map((span) => (
              <Span key={span.version.revision} span={span} x={x} end={width - 8} />
            ))}
          </g>
        ))}
        <path className="isms-now" d={`M${Math.round(x(today))}.5 0V${height - 16}`} />
        <text className="isms-axis" x={x(today)} y={height - 3} textAnchor="end">
          today
        </text>
        <text className="isms-axis" x={LABEL} y={height - 3}>
          {first}
        </text>
      </svg>
    </figure>
  );
}

function Span(props: {
  readonly span: ScopeSpan;
  readonly x: (date: string) => number;
  readonly end: number;
}) {
  const { span, x, end } = props;
  const [from, to] = [x(span.from), span.until === undefined ? end : x(span.until)];
  const room = to - from;
  return (
    <>
      <rect className="isms-span" x={from} y="3" width={Math.max(2, room - 2)} height="16" />
      <path className="isms-begin" d={`M${from} 0V22`} />
      {room > 90 ? (
        <text className="isms-on-span" x={from + 8} y="15">
          version {span.version.revision}
        </text>
      ) : null}
    </>
  );
}

function saidOf(lines: readonly Line[]): string {
  return lines
    .map(
      ({ scope, spans }) =>
        `${scope.title}: ${spans.map(({ version, from }) => `version ${version.revision} from ${from}`).join(', ') || 'never in force'}`,
    )
    .join('; ');
}

function day(text: string): number {
  const found = parsePlainDate(text.slice(0, 10));
  return found ? dayOfDate(found) : 0;
}
