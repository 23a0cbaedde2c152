// One framework's view: each requirement with its decision, its controls and its state.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { FrameworkMark, StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Applicability } from './Applicability.tsx';
import { ControlTabs } from './tabs.tsx';

const STATES = [
  'undecided',
  'not_in_place',
  'failing',
  'unknown',
  'outside_window',
  'stale',
  'pending_review',
  'proved',
  'not_applicable',
] as const;

export function ViewPage() {
  const { org, framework } = useParams({ from: '/o/$org/view/$framework' });
  const search = useSearch({ from: '/o/$org/view/$framework' });
  const navigate = useNavigate({ from: '/o/$org/view/$framework' });
  const [deciding, setDeciding] = useState<string | undefined>();
  const posture = useOrg(org, ['posture', framework], () =>
    api['posture.read']({ params: { org }, query: { framework } }),
  );
  const change = useChange(org);
  return (
    <Loaded of={posture}>
      {({ data: [view] }) => {
        if (!view)
          return (
            <div className="page">
              <PageHead title="Not in use" name="Not in use" />
              <Empty title="This framework is not in use">
                <p>Choose it in Settings.</p>
              </Empty>
            </div>
          );
        const words = (search.q ?? '').toLowerCase();
        const rows = view.requirements.filter(
          (row) =>
            `${row.id} ${row.title}`.toLowerCase().includes(words) &&
            (search.state === undefined || row.state === search.state),
        );
        const chosen = view.requirements.find((row) => row.ref === deciding);
        return (
          <div className="page">
            <PageHead
              title={<FrameworkMark view={view.view}>{view.title}</FrameworkMark>}
              name={view.title}
              sentence={view.sentence}
            />
            <ControlTabs org={org} />
            {chosen ? (
              <Applicability
                requirement={chosen}
                close={() => setDeciding(undefined)}
                decide={(body, done) => {
                  const params = { org, framework, requirement: chosen.id };
                  setDeciding(undefined);
                  change.mutate({
                    act: () => api['applicability.decide']({ params, body }),
                    done,
                    undo: () =>
                      chosen.decision === null
                        ? api['applicability.withdraw']({ params })
                        : api['applicability.decide']({
                            params,
                            body: chosen.applies
                              ? { applies: true, because: chosen.decision }
                              : { applies: false, why: chosen.decision },
                          }),
                  });
                }}
              />
            ) : null}
            <DataTable
              caption={view.title}
              file={framework.replace(':', '-')}
              rows={rows}
              keyOf={(row) => row.ref}
              empty={
                <Empty title="Nothing matches">
                  <p>Change the words or the state.</p>
                </Empty>
              }
              tools={
                <>
                  <input
                    className="input"
                    type="search"
                    aria-label="Filter requirements"
                    placeholder="Filter by id or title"
                    value={search.q ?? ''}
                    onChange={(event) =>
                      void navigate({ search: { ...search, q: event.target.value }, replace: true })
                    }
                  />
                  <select
                    className="input"
                    aria-label="State"
                    value={search.state ?? ''}
                    onChange={(event) =>
                      void navigate({
                        search: {
                          ...(search.q ? { q: search.q } : {}),
                          ...(event.target.value ? { state: event.target.value } : {}),
                        },
                      })
                    }
                  >
                    <option value="">any state</option>
                    {STATES.map((state) => (
                      <option key={state} value={state}>
                        {state.replaceAll('_', ' ')}
                      </option>
                    ))}
                  </select>
                </>
              }
              columns={[
                {
                  name: 'Id',
                  value: (row) => row.id,
                  show: (row) => (
                    <span className={`id ${view.view === 'soc2' ? 'soc2' : 'iso'}`}>{row.id}</span>
                  ),
                },
                {
                  name: 'Requirement',
                  grow: true,
                  value: (row) => row.title,
                  show: (row) => (
                    <>
                      {row.title}
                      <br />
                      <span className="muted small">{row.decision ?? row.reason}</span>
                    </>
                  ),
                },
                {
                  name: 'State',
                  value: (row) => row.state,
                  show: (row) => (
                    <span title={row.reason}>
                      <StatusMark state={row.state} />
                    </span>
                  ),
                },
                {
                  name: 'Controls',
                  value: (row) => row.controls.map((each) => each.code).join(' '),
                  show: (row) => (
                    <span className="toolbar">
                      {row.controls
                        .filter((each) => each.strength !== 'supporting')
                        .map((each) => (
                          <Link
                            key={each.code}
                            className={`id ${each.adopted ? '' : 'faint'}`}
                            title={`${each.name}, ${each.strength}`}
                            to="/o/$org/controls/$control"
                            params={{ org, control: each.code }}
                          >
                            {each.code}
                          </Link>
                        ))}
                    </span>
                  ),
                },
                {
                  name: 'Decision',
                  value: (row) => (row.decided ? (row.applies ? 'applies' : 'excluded') : ''),
                  show: (row) =>
                    row.kind === 'clause' ? (
                      <span className="faint small">always applies</span>
                    ) : (
                      <button type="button" className="button" onClick={() => setDeciding(row.ref)}>
                        {row.decision === null ? 'Decide' : 'Change'}
                        <span className="sr"> {row.id}</span>
                      </button>
                    ),
                },
              ]}
            />
          </div>
        );
      }}
    </Loaded>
  );
}
