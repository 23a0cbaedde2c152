// Populations: every list that an auditor samples from, how far it is, and what is doubtful about it.
import { Link, useParams } from '@tanstack/react-router';
import { KINDS } from '@assay/core';
import { api, useOrg } from '../../../data/api.ts';
import { counted } from '../../../ui/counted.tsx';
import { Empty, Loaded, PageHead } from '../../../ui/page.tsx';
import { DataTable, type Column } from '../../../ui/table.tsx';
import { EvidenceTabs } from '../../evidence/EvidenceTabs.tsx';
import { BringList } from './BringList.tsx';
import { stateOf, type Population } from './populations.ts';
import './populations.css';

export function PopulationsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const found = useOrg(org, ['populations'], () =>
    api['populations.list']({ params: { org }, query: { limit: '200' } }),
  );
  return (
    <Loaded of={found}>
      {({ data }) => (
        <div className="page">
          <PageHead title="Evidence" name="Populations" sentence={sentence(data)} />
          <EvidenceTabs org={org} />
          <BringList org={org} />
          <DataTable
            caption="Populations"
            file="populations"
            rows={data}
            keyOf={(row) => row.id}
            columns={columnsOf(org)}
            empty={
              <Empty title="No list yet">
                <p>
                  An auditor asks for complete lists of what happened, and takes samples from them: who left,
                  what was changed, which incidents there were.
                </p>
              </Empty>
            }
          />
        </div>
      )}
    </Loaded>
  );
}

function columnsOf(org: string): readonly Column<Population>[] {
  return [
    {
      name: 'List',
      grow: true,
      value: (row) => row.id,
      show: (row) => (
        <>
          <Link to="/o/$org/populations/$population" params={{ org, population: row.id }}>
            <span className="mono">{row.id}</span> {row.title}
          </Link>
          <span className="under">
            {KINDS[row.kind].title}
            {row.scope === null ? '' : `, ${row.scope}`}; {row.provenance.source ?? row.filename}
          </span>
        </>
      ),
    },
    { name: 'State', value: stateOf, show: stateOf },
    counted('Rows', (row) => row.rows),
    {
      name: 'Days',
      value: (row) => row.provenance.range?.from ?? '',
      show: (row) =>
        row.provenance.range
          ? `${row.provenance.range.from} until ${row.provenance.range.until}`
          : 'not said',
    },
    {
      name: 'Controls',
      value: (row) => row.controls.join(' '),
      show: (row) => row.controls.join(' ') || 'none',
    },
    counted('Doubts', (row) => row.warnings.length),
  ];
}

function sentence(rows: readonly Population[]): string {
  const frozen = rows.filter((row) => row.state === 'frozen' && row.superseded_by === null).length;
  const drafts = rows.filter((row) => row.state === 'draft').length;
  return `${frozen} ${frozen === 1 ? 'list is' : 'lists are'} frozen and can be sampled; ${drafts} ${drafts === 1 ? 'draft waits' : 'drafts wait'}.`;
}
