// What changed between two statements, field by field.
import type { Output, Routes } from '@assay/contract';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { RowId } from './links.tsx';

type Difference = Output<Routes['soa.differences']>['data'][number];

interface Props {
  readonly org: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Difference[];
}

export function Differences({ org, from, to, rows }: Props) {
  const last = to === 'now' ? 'now' : to;
  return (
    <TableSection
      title={`From ${from} to ${last}, field by field`}
      file={`statement-${from}-${to}`}
      rows={rows}
      keyOf={(row) => `${row.row} ${row.field}`}
      columns={columnsOf(org)}
      empty={<p className="muted">No field of any row differs.</p>}
    />
  );
}

/** How many fields of how many rows, for the sentence of a page. */
export function differenceSentence(from: string, to: string, rows: readonly Difference[]): string {
  const touched = new Set(rows.map(({ row }) => row)).size;
  if (touched === 0) return `Nothing differs from ${from} to ${to}.`;
  return `${rows.length} ${rows.length === 1 ? 'field' : 'fields'} of ${touched} ${touched === 1 ? 'row' : 'rows'} ${rows.length === 1 ? 'differs' : 'differ'} from ${from} to ${to}.`;
}

function columnsOf(org: string): readonly SmallColumn<Difference>[] {
  return [
    { name: 'Row', value: (row) => row.row, show: (row) => <RowId org={org} id={row.row} /> },
    {
      name: 'Title',
      value: (row) => row.title,
      show: (row) => <span className="wrap-anywhere">{row.title}</span>,
    },
    { name: 'Field', value: (row) => row.field, show: (row) => row.field },
    {
      name: 'Before',
      grow: true,
      value: (row) => row.before,
      show: (row) => <Side of={row.before} gone />,
    },
    { name: 'After', grow: true, value: (row) => row.after, show: (row) => <Side of={row.after} /> },
  ];
}

function Side({ of, gone }: { readonly of: string; readonly gone?: true }) {
  if (of === '') return <span className="faint">nothing</span>;
  return gone ? <del className="field-diff">{of}</del> : <ins className="field-diff">{of}</ins>;
}
