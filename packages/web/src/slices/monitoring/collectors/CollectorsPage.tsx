// Collectors: who brings results, how they stand, and when the next run is due.
import { allPages } from '@assay/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useOrg } from '../../../data/api.ts';
import { May } from '../../../data/may.tsx';
import { Copy } from '../../../ui/Copy.tsx';
import { StatusMark } from '../../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../../ui/page.tsx';
import { DataTable, type Column } from '../../../ui/table.tsx';
import { EvidenceTabs } from '../../evidence/EvidenceTabs.tsx';
import { CollectorForm } from './CollectorForm.tsx';
import { collectorsSentence, hours, minute, runsSaid, type Collector } from './collectors.ts';
import { RunStrip } from './RunStrip.tsx';

export function CollectorsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const [adding, setAdding] = useState(false);
  const found = useOrg(org, ['collectors'], () =>
    allPages((page) => api['collectors.list']({ params: { org }, query: page })),
  );
  return (
    <Loaded of={found}>
      {({ data }) => (
        <div className="page">
          <PageHead title="Evidence" name="Collectors" sentence={collectorsSentence(data)}>
            <May org={org} needs="monitoring.change">
              <button type="button" className="button primary" onClick={() => setAdding(true)}>
                Declare a collector
              </button>
            </May>
          </PageHead>
          <EvidenceTabs org={org} />
          <DataTable
            caption="Collectors"
            file="collectors"
            rows={data}
            keyOf={(row) => row.name}
            columns={columnsOf(org)}
            empty={<NoCollectors />}
          />
          {adding ? <CollectorForm org={org} close={() => setAdding(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}

function NoCollectors() {
  return (
    <Empty title="No collector is declared yet">
      <p>
        A collector says what it covers and how often it runs. From then on a run that does not come is a gap
        that everybody sees, instead of a silence that nobody does. In a job of CI:
      </p>
      <p className="command">
        <Copy what="the command" text="assay push results.sarif --collector nightly" />
      </p>
    </Empty>
  );
}

function columnsOf(org: string): readonly Column<Collector>[] {
  return [
    {
      name: 'Collector',
      grow: true,
      value: (row) => row.name,
      show: (row) => (
        <>
          <Link to="/o/$org/evidence/collectors/$collector" params={{ org, collector: row.name }}>
            {row.title}
          </Link>
          <span className="under">
            {row.title === row.name ? '' : `${row.name}, `}
            {KINDS[row.kind]}
            {row.scope === null ? '' : `, ${row.scope}`}
          </span>
        </>
      ),
    },
    {
      name: 'State',
      value: (row) => row.state,
      show: (row) => <StatusMark state={`collector_${row.state}`} />,
    },
    { name: 'Every', value: (row) => row.every_hours, show: (row) => hours(row.every_hours) },
    {
      name: 'Next due',
      value: (row) => row.next_due ?? '',
      show: (row) => (row.next_due === null ? <span className="faint">none</span> : minute(row.next_due)),
    },
    {
      name: 'Last runs',
      value: (row) => runsSaid(row.recent),
      show: (row) => <RunStrip runs={row.recent} />,
    },
    {
      name: 'Covers',
      value: (row) => coversSaid(row),
      show: (row) => coversSaid(row),
    },
  ];
}

const KINDS: Readonly<Record<Collector['kind'], string>> = {
  ci: 'a job of CI',
  scheduled: 'a scheduled import',
  person: 'a person',
};

function coversSaid({ controls }: Collector): string {
  if (controls === 'all') return 'everything';
  return controls.length > 4
    ? `${controls.slice(0, 4).join(' ')} and ${controls.length - 4} more`
    : controls.join(' ');
}
