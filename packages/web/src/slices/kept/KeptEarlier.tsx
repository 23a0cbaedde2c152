// Kept tables that were brought before, newest first.
import { Link } from '@tanstack/react-router';
import type { Output, Routes } from '@assay/contract';
import { StatusMark } from '../../ui/marks.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { minuteText } from '../../ui/words.ts';
import type { KeptKind } from './kept.ts';

type Row = Output<Routes['kept.list']>['data'][number];

interface Props {
  readonly org: string;
  readonly kind: KeptKind;
  readonly rows: readonly Row[];
}

export function KeptEarlier({ org, kind, rows }: Props) {
  if (rows.length === 0) return null;
  return (
    <TableSection
      title="Brought before"
      file={`${org}-${kind}-imports`}
      rows={rows}
      keyOf={(row) => row.id}
      columns={columnsOf(org, kind)}
    />
  );
}

function columnsOf(org: string, kind: KeptKind): readonly SmallColumn<Row>[] {
  const to = kind === 'statement' ? '/o/$org/soa/bring' : '/o/$org/risks/bring';
  return [
    {
      name: 'Import',
      show: (row) => (
        <Link to={to} params={{ org }} search={{ id: row.id }} className="id">
          {row.id}
        </Link>
      ),
      value: (row) => row.id,
    },
    { name: 'File', show: (row) => row.filename, value: (row) => row.filename, grow: true },
    {
      name: 'State',
      show: (row) => <StatusMark state={row.state === 'pending' ? 'kept_pending' : row.state} />,
      value: (row) => row.state,
    },
    ...(kind === 'statement'
      ? [{ name: 'Edition', show: (row: Row) => row.edition ?? '', value: (row: Row) => row.edition ?? '' }]
      : []),
    { name: 'Mapped', show: (row) => row.mapped, value: (row) => row.mapped, number: true },
    { name: 'Left', show: (row) => row.left, value: (row) => row.left, number: true },
    { name: 'New', show: (row) => row.counts.new, value: (row) => row.counts.new, number: true },
    { name: 'Changed', show: (row) => row.counts.changed, value: (row) => row.counts.changed, number: true },
    { name: 'By', show: (row) => row.by, value: (row) => row.by },
    { name: 'Brought', show: (row) => minuteText(row.created_at), value: (row) => row.created_at },
  ];
}
