// One framework's view: each requirement with its decision, its controls and its state.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';
import type { FrameworkPosture } from '../../data/rows.ts';
import { AsOf, PastNotice } from '../../ui/AsOf.tsx';
import { FrameworkMark, REQUIREMENT_STATES } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Applicability } from './Applicability.tsx';
import { ControlTabs } from './tabs.tsx';
import { groupTitle, requirementColumns } from './view.columns.tsx';

export function ViewPage() {
  const { org, framework } = useParams({ from: '/o/$org/view/$framework' });
  const search = useSearch({ from: '/o/$org/view/$framework' });
  const navigate = useNavigate({ from: '/o/$org/view/$framework' });
  const [deciding, setDeciding] = useState<string | undefined>();
  const { day, query } = useAsOf();
  const posture = useOrg(org, ['posture', framework, day ?? ''], () =>
    api['posture.read']({ params: { org }, query: { framework, ...query } }),
  );
  return (
    <Loaded of={posture}>
      {({ data: [view] }) => {
        if (!view) return <NotInUse />;
        const words = (search.q ?? '').toLowerCase();
        const named = view.requirements.filter((row) =>
          `${row.id} ${row.title}`.toLowerCase().includes(words),
        );
        const rows = named.filter((row) => search.state === undefined || row.state === search.state);
        const chosen = view.requirements.find((row) => row.ref === deciding);
        return (
          <div className="page">
            <PageHead
              title={<FrameworkMark view={view.view}>{view.title}</FrameworkMark>}
              name={view.title}
              sentence={view.sentence}
            >
              {day === undefined ? <PrintLinks org={org} document="posture" of={framework} /> : null}
              <AsOf />
            </PageHead>
            <PastNotice />
            <ScopeLine org={org} scope={view.scope} />
            <ControlTabs org={org} />
            {chosen ? (
              <Applicability
                org={org}
                framework={framework}
                requirement={chosen}
                close={() => setDeciding(undefined)}
              />
            ) : null}
            <div className="section">
              <StateFilter
                label="Requirements in this state"
                states={REQUIREMENT_STATES}
                countOf={(state) => named.filter((row) => row.state === state).length}
                chosen={search.state}
                choose={(state) => void navigate({ search: { ...search, state } })}
              />
              <DataTable
                caption={view.title}
                file={framework.replace(':', '-')}
                rows={rows}
                groupOf={(row) => groupTitle(row.group)}
                keyOf={(row) => row.ref}
                empty={
                  <Empty title="Nothing matches">
                    <p>Change the words or the state.</p>
                  </Empty>
                }
                tools={
                  <SearchBox
                    label="Filter requirements"
                    hint="Id or title"
                    value={search.q}
                    change={(q) => void navigate({ search: { ...search, q }, replace: true })}
                  />
                }
                columns={requirementColumns(org, day === undefined ? setDeciding : undefined)}
              />
            </div>
          </div>
        );
      }}
    </Loaded>
  );
}

/** What the numbers speak of: the scope that is in force on the day. */
function ScopeLine({ org, scope }: { readonly org: string; readonly scope: FrameworkPosture['scope'] }) {
  if (!scope)
    return (
      <p className="muted">
        No approved scope is in force.{' '}
        <Link to="/o/$org/company" params={{ org }}>
          Company
        </Link>{' '}
        has its draft, or the way to write it.
      </p>
    );
  return (
    <p className="muted">
      Scope since {scope.from}:{' '}
      <Link className="id" to="/o/$org/company/$record" params={{ org, record: scope.record }}>
        {scope.record}
      </Link>{' '}
      version {scope.version}. {scope.statement}
    </p>
  );
}

function NotInUse() {
  return (
    <div className="page">
      <PageHead title="Not in use" name="Not in use" />
      <Empty title="This framework is not in use">
        <p>Choose it under Frameworks.</p>
      </Empty>
    </div>
  );
}
