// The columns of the statement: decision, how far it is put in place, who answers, and how far its chain goes.
import { reachedBy, STATIONS, waysOf, type Reached } from '@assay/core';
import { StatusMark } from '../../ui/marks.tsx';
import type { Column } from '../../ui/table.tsx';
import { RowId } from './links.tsx';
import { ruleTitle, type SoaLint, type SoaRow } from './soa.ts';
import { STATION_NAMES } from './Reach.tsx';
import { TraceGlyph } from './TraceRow.tsx';

interface Asked<Row> {
  readonly org: string;
  readonly lints: readonly SoaLint[];
  readonly isOpen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** Left out where nothing can be decided any more. */
  readonly edit?: (row: Row) => void;
}

export function statementColumns<Row extends SoaRow>(asked: Asked<Row>): readonly Column<Row>[] {
  const { org, lints, isOpen, toggle, edit } = asked;
  const blocking = Map.groupBy(
    lints.filter(({ blocks }) => blocks),
    ({ row }) => row,
  );
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <RowId org={org} id={row.id} /> },
    {
      name: 'Control',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          {row.title}
          {row.justification === '' ? null : <span className="block muted small">{row.justification}</span>}
          {(blocking.get(row.id) ?? []).map((lint) => (
            <Broken key={lint.code} lint={lint} />
          ))}
        </>
      ),
    },
    {
      name: 'Decision',
      value: (row) => row.decision,
      show: (row) => <StatusMark state={row.decision} />,
    },
    {
      name: 'Status',
      value: (row) => row.status,
      show: (row) =>
        row.implementation === null ? null : (
          <>
            <StatusMark state={row.implementation} />
            {row.due === null ? null : <span className="under">by {row.due}</span>}
          </>
        ),
    },
    {
      name: 'Owner',
      wide: true,
      value: (row) => row.owner ?? '',
      show: (row) => <span className="muted">{row.owner}</span>,
    },
    {
      name: 'Trace',
      value: (row) => traceWords(row),
      show: (row) => <TraceButton row={row} open={isOpen(row.id)} toggle={() => toggle(row.id)} />,
    },
    ...(edit
      ? [
          {
            name: 'Decide',
            value: (row: Row) => row.due ?? '',
            show: (row: Row) => (
              <button type="button" className="plain" onClick={() => edit(row)}>
                {row.decision === 'undecided' ? 'decide' : 'change'}
                <span className="sr"> {row.id}</span>
              </button>
            ),
          },
        ]
      : []),
  ];
}

/** What breaks a rule, and what to do about it. */
export function Broken({ lint }: { readonly lint: SoaLint }) {
  return (
    <span className="block small">
      <StatusMark state={lint.blocks ? 'failing' : 'stale'}>
        <span className="sr">{ruleTitle(lint.code)}: </span>
      </StatusMark>{' '}
      {lint.detail} <span className="muted">{lint.remedy}</span>
    </span>
  );
}

function TraceButton(props: { readonly row: SoaRow; readonly open: boolean; readonly toggle: () => void }) {
  const { row, open, toggle } = props;
  if (row.decision === 'out') return null;
  return (
    <button
      type="button"
      className="trace-button"
      aria-expanded={open}
      aria-label={`Trace of ${row.id}: ${traceWords(row)}`}
      title={traceWords(row)}
      onClick={toggle}
    >
      <TraceGlyph shapes={shapesOf(row)} />
    </button>
  );
}

const SHAPES: Readonly<Record<Reached, 'filled' | 'notched' | 'empty'>> = {
  whole: 'filled',
  partly: 'notched',
  none: 'empty',
};

function shapesOf(row: SoaRow) {
  const ways = waysOf(row);
  return STATIONS.map((name) => SHAPES[reachedBy(ways, name)]);
}

/** What the trace lacks, in words: "whole", or "no evidence, last proof in part". */
function traceWords(row: SoaRow): string {
  if (row.decision === 'out') return '';
  const ways = waysOf(row);
  const lacking = STATIONS.flatMap((name) => {
    const reached = reachedBy(ways, name);
    const word = STATION_NAMES[name].toLowerCase();
    if (reached === 'whole') return [];
    return [reached === 'partly' ? `${word} in part` : `no ${word}`];
  });
  return lacking.length === 0 ? 'whole' : lacking.join(', ');
}
