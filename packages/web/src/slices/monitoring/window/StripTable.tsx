// The strip's twin: the same rows in words and numbers.
import { sayRow, STANDING_WORDS, type StripColumns, type StripRow } from '@assay/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataTable, type Column } from '../../../ui/table.tsx';
import { Standing } from './Standing.tsx';

interface Props {
  readonly org: string;
  readonly window: string;
  readonly rows: readonly StripRow[];
  readonly columns: StripColumns;
}

export function StripTable({ org, window, rows, columns }: Props) {
  const table = useMemo(() => tableColumns(org, window, columns), [org, window, columns]);
  return (
    <DataTable
      rows={rows}
      columns={table}
      keyOf={(row) => row.control}
      caption="Controls with what their days show"
      file="window-controls"
      empty={<p className="muted">No control matches; all filters have to hold at once.</p>}
    />
  );
}

function tableColumns(org: string, window: string, days: StripColumns): readonly Column<StripRow>[] {
  return [
    {
      name: 'Control',
      show: ({ control }) => (
        <Link className="id" to="/o/$org/windows/$window/$control" params={{ org, window, control }}>
          {control}
        </Link>
      ),
      value: ({ control }) => control,
    },
    {
      name: 'Name and days',
      grow: true,
      show: (row) => (
        <>
          {row.name}
          <span className="under wrap">{sayRow(row, days)}</span>
        </>
      ),
      value: (row) => `${row.name}: ${sayRow(row, days)}`,
    },
    { name: 'Owner', show: (row) => row.owner ?? '', value: (row) => row.owner ?? '' },
    {
      name: 'Standing',
      show: (row) => <Standing of={row.standing} />,
      value: (row) => STANDING_WORDS[row.standing].word,
    },
    {
      name: 'Filled',
      number: true,
      show: ({ coverage }) => (
        <>
          {coverage.filled} <span className="faint">/ {coverage.of}</span>
        </>
      ),
      value: ({ coverage }) => `${coverage.filled} / ${coverage.of}`,
    },
    {
      name: 'Deviations',
      number: true,
      show: ({ deviations }) => deviations,
      value: ({ deviations }) => deviations,
    },
    {
      name: 'Longest gap, days',
      number: true,
      show: (row) => row.longestGapDays,
      value: (row) => row.longestGapDays,
    },
  ];
}
