// The control set: what the company does once, with its state in both views.
import { allPages } from '@assay/contract';
import { controlsSentence } from '@assay/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';
import { May } from '../../data/may.tsx';
import { AsOf, PastNotice } from '../../ui/AsOf.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { DataTable } from '../../ui/table.tsx';
import { controlColumns } from './controls.columns.tsx';
import { ControlTabs } from './tabs.tsx';

const STATES = ['proved', 'stale', 'pending_review', 'outside_window', 'failing', 'unknown'] as const;

export function ControlsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const search = useSearch({ from: '/o/$org/controls' });
  const navigate = useNavigate({ from: '/o/$org/controls' });
  const { day, query } = useAsOf();
  const controls = useOrg(org, ['controls', day ?? ''], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: { ...query, ...page } })),
  );
  return (
    <Loaded of={controls}>
      {({ data }) => {
        const words = (search.q ?? '').toLowerCase();
        const named = data.filter((row) =>
          `${row.code} ${row.name} ${row.domain}`.toLowerCase().includes(words),
        );
        const inState = (state: string) =>
          named.filter((row) => row.iso.state === state || row.soc2.state === state);
        const rows = search.state === undefined ? named : inState(search.state);
        return (
          <div className="page">
            <PageHead title="Controls" name="Controls" sentence={controlsSentence(data)}>
              {search.at === undefined ? <PrintLinks org={org} document="control-set" /> : null}
              <AsOf />
              <May org={org} needs="controls.change">
                <Link className="button" to="/o/$org/new-control" params={{ org }}>
                  Add a control
                </Link>
              </May>
            </PageHead>
            <PastNotice />
            <ControlTabs org={org} />
            <div className="section">
              <StateFilter
                label="Controls in this state in either view"
                states={STATES}
                countOf={(state) => inState(state).length}
                chosen={search.state}
                choose={(state) => void navigate({ search: { ...search, state } })}
              />
              <DataTable
                caption="Controls"
                file="controls"
                rows={rows}
                groupOf={(row) => row.domain}
                keyOf={(row) => row.code}
                empty={
                  <Empty title="No control matches">
                    <p>Change the words or the state.</p>
                  </Empty>
                }
                tools={
                  <SearchBox
                    label="Filter controls"
                    hint="Id, name or domain"
                    value={search.q}
                    change={(q) => void navigate({ search: { ...search, q }, replace: true })}
                  />
                }
                columns={controlColumns(org)}
              />
            </div>
          </div>
        );
      }}
    </Loaded>
  );
}
