// What changed between two statements, field by field.
import type { Output, Routes } from '@assay/contract';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { RowId } from './links.tsx';

type Difference = Output<Routes['soa.differences']>['data'][number];

/** Fields that follow from what was proved; nobody decides them. */
const MOVES: readonly string[] = ['evidence', 'last proof'];

interface Props {
  readonly org: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Difference[];
}

export function Differences({ org, from, to, rows }: Props) {
  const decided = rows.filter(({ field }) => !MOVES.includes(field));
  const moved = rows.filter(({ field }) => MOVES.includes(field));
  return (
    <div className="differences">
      <TableSection
        title="What was said anew"
        file={`statement-${from}-${to}`}
        rows={decided}
        keyOf={(row) => `${row.row} ${row.field}`}
        columns={columnsOf(org)}
        empty={<p className="muted">No decision, reason, status, owner or control of any row differs.</p>}
      />
      {moved.length === 0 ? null : (
        <details>
          <summary>
            {moved.length} {moved.length === 1 ? 'field' : 'fields'} of evidence and proof moved by themselves
          </summary>
          <TableSection
            title="Evidence and proof"
            file={`statement-proof-${from}-${to}`}
            rows={moved}
            keyOf={(row) => `${row.row} ${row.field}`}
            columns={columnsOf(org)}
          />
        </details>
      )}
    </div>
  );
}

/** How many fields of how many rows, for the sentence of a page. */
export function differenceSentence(from: string, to: string, rows: readonly Difference[]): string {
  const decided = rows.filter(({ field }) => !MOVES.includes(field));
  const touched = new Set(decided.map(({ row }) => row)).size;
  if (rows.length === 0) return `Nothing differs from ${from} to ${to}.`;
  if (touched === 0) return `Evidence and proof moved from ${from} to ${to}; nothing was said anew.`;
  const fields = `${decided.length} ${decided.length === 1 ? 'field' : 'fields'}`;
  return `${fields} of ${touched} ${touched === 1 ? 'row' : 'rows'} ${decided.length === 1 ? 'was' : 'were'} said anew from ${from} to ${to}.`;
}

function columnsOf(org: string): readonly SmallColumn<Difference>[] {
  return [
    { name: 'Row', value: (row) => row.row, show: (row) => <RowId org={org} id={row.row} /> },
    {
      name: 'Title',
      grow: true,
      value: (row) => row.title,
      show: (row) => row.title,
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
