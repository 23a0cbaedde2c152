// The control set: what the company does once, with its state in both views.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table.tsx';
import { ControlTabs } from './tabs.tsx';

const STATES = ['proved', 'failing', 'stale', 'unknown', 'pending_review', 'outside_window'] as const;

export function ControlsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const search = useSearch({ from: '/o/$org/controls' });
  const navigate = useNavigate({ from: '/o/$org/controls' });
  const controls = useOrg(org, ['controls'], () => api['controls.list']({ params: { org } }));
  return (
    <Loaded of={controls}>
      {({ data }) => {
        const words = (search.q ?? '').toLowerCase();
        const rows = data.filter(
          (row) =>
            `${row.code} ${row.name} ${row.domain}`.toLowerCase().includes(words) &&
            (search.state === undefined || row.iso.state === search.state || row.soc2.state === search.state),
        );
        const adopted = data.filter((row) => row.state.state === 'adopted').length;
        const both = data.filter((row) => row.iso.state === 'proved' && row.soc2.state === 'proved').length;
        return (
          <div className="page">
            <PageHead
              title="Controls"
              name="Controls"
              sentence={`${adopted} of ${data.length} controls are adopted; ${both} are proved in both views.`}
            />
            <ControlTabs org={org} />
            <DataTable
              caption="Controls"
              file="controls"
              rows={rows}
              keyOf={(row) => row.code}
              empty={
                <Empty title="No control matches">
                  <p>Change the words or the state.</p>
                </Empty>
              }
              tools={
                <>
                  <input
                    className="input"
                    type="search"
                    aria-label="Filter controls"
                    placeholder="Filter by id, name, domain"
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
                  value: (row) => row.code,
                  show: (row) => (
                    <Link className="id" to="/o/$org/controls/$control" params={{ org, control: row.code }}>
                      {row.code}
                    </Link>
                  ),
                },
                {
                  name: 'Control',
                  grow: true,
                  value: (row) => row.name,
                  show: (row) => (
                    <>
                      {row.name} <span className="faint small">{row.domain}</span>
                    </>
                  ),
                },
                {
                  name: 'State',
                  value: (row) => row.state.implementation ?? row.state.state,
                  show: (row) => <StatusMark state={row.state.implementation ?? row.state.state} />,
                },
                {
                  name: 'ISO',
                  value: (row) => row.iso.state,
                  show: (row) => (
                    <span title={row.iso.reason}>
                      <span className="only-phone iso">ISO </span>
                      <StatusMark state={row.iso.state} />
                    </span>
                  ),
                },
                {
                  name: 'SOC 2',
                  value: (row) => row.soc2.state,
                  show: (row) => (
                    <span title={row.soc2.reason}>
                      <span className="only-phone soc2">SOC 2 </span>
                      <StatusMark state={row.soc2.state} />
                    </span>
                  ),
                },
                {
                  name: 'Evidence',
                  number: true,
                  value: (row) => row.evidence_count,
                  show: (row) => (
                    <>
                      {row.evidence_count}
                      <span className="only-phone faint"> evidence</span>
                    </>
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
