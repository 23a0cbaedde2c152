// What must still happen, by due day: the dated list that a window is won by.
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataTable, type Column } from '../../../../ui/table.tsx';
import type { WindowStart } from '../window.ts';
import { whatColumn } from '../whatColumn.tsx';

type Need = WindowStart['needs'][number];

export function Needs({ org, told }: { readonly org: string; readonly told: WindowStart }) {
  const columns = useMemo(() => columnsFor(org), [org]);
  return (
    <section className="section" aria-labelledby="needs">
      <h2 id="needs">What must happen, and by when</h2>
      <DataTable
        rows={told.needs}
        columns={columns}
        keyOf={(each) => `${each.of} ${each.scope} ${each.first} ${each.due} ${each.item ?? ''}`}
        groupOf={(each) => each.due.slice(0, 7)}
        caption="What must happen, by due day"
        file="window-needs"
        empty={<p className="muted">Nothing more falls due in these days.</p>}
      />
    </section>
  );
}

function columnsFor(org: string): readonly Column<Need>[] {
  return [
    { name: 'Due', show: (each) => each.due, value: (each) => each.due },
    {
      name: 'Control',
      show: (each) => (
        <Link className="id" to="/o/$org/controls/$control" params={{ org, control: each.of }}>
          {each.of}
        </Link>
      ),
      value: (each) => each.of,
    },
    whatColumn(),
    { name: 'From', show: (each) => each.first, value: (each) => each.first, wide: true },
    {
      name: 'With grace until',
      show: (each) => each.grace_until,
      value: (each) => each.grace_until,
      wide: true,
    },
  ];
}
