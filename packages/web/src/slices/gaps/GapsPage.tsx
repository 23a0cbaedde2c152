// What both frameworks lack: one list of actions, each done once; its twin says it requirement by requirement.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { HomeTabs } from '../../ui/HomeTabs.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { DataTable } from '../../ui/table.tsx';
import { AddTask } from '../../ui/AddTask.tsx';
import { actionColumns, gapColumns, type Action } from './gaps.columns.tsx';

export function GapsPage() {
  const { org } = useParams({ from: '/o/$org/gaps' });
  const search = useSearch({ from: '/o/$org/gaps' });
  const navigate = useNavigate({ from: '/o/$org/gaps' });
  const [planning, setPlanning] = useState<Action>();
  const gaps = useOrg(org, ['gaps'], () => api['gaps.list']({ params: { org } }));
  const has = (text: string): boolean => text.toLowerCase().includes((search.q ?? '').toLowerCase());
  const twin = search.as === 'table';
  const tools = (
    <>
      <SearchBox
        label="Filter"
        hint="Control, requirement or words"
        value={search.q}
        change={(q) => void navigate({ search: { ...search, q }, replace: true })}
      />
      <Link className="button quiet" to="/o/$org/gaps" params={{ org }} search={twin ? {} : { as: 'table' }}>
        {twin ? 'By action' : 'By requirement'}
      </Link>
    </>
  );
  const empty = (
    <Empty title="Nothing is missing here">
      <p>Change the words, or look at what an auditor would not find.</p>
    </Empty>
  );
  return (
    <Loaded of={gaps}>
      {(found) => (
        <div className="page">
          <PageHead title="Gaps" name="Gaps" sentence={found.sentence}>
            <PrintLinks org={org} document="gaps" />
          </PageHead>
          <HomeTabs org={org} />
          {twin ? (
            <DataTable
              caption="Gaps by requirement"
              file="gaps"
              rows={found.gaps.filter((row) =>
                has(`${row.id} ${row.title} ${row.missing} ${row.controls.join(' ')}`),
              )}
              columns={gapColumns(org)}
              keyOf={(row) => `${row.requirement} ${row.missing}`}
              tools={tools}
              empty={empty}
            />
          ) : (
            <DataTable
              caption="Actions that close gaps"
              file="gap-actions"
              rows={found.actions.filter((row) =>
                has(
                  `${row.title} ${row.target} ${row.closes.join(' ')} ${row.helps.join(' ')} ${row.owner ?? ''}`,
                ),
              )}
              columns={actionColumns(org, setPlanning)}
              keyOf={(row) => row.id}
              tools={tools}
              empty={empty}
            />
          )}
          {planning ? (
            <AddTask
              org={org}
              title={planning.title}
              control={planning.target.startsWith('C-') ? planning.target : undefined}
              close={() => setPlanning(undefined)}
            />
          ) : null}
        </div>
      )}
    </Loaded>
  );
}
