// Checks: what scanners look at, what they found last, and for which controls it speaks.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table.tsx';
import { ControlTabs } from '../controls/tabs.tsx';

export function ChecksPage() {
  const { org } = useParams({ from: '/o/$org' });
  const search = useSearch({ from: '/o/$org/checks' });
  const navigate = useNavigate({ from: '/o/$org/checks' });
  const query = {
    limit: '200',
    q: search.q,
    ...(search.state === 'unmapped'
      ? { unmapped: 'true', seen: 'true' }
      : search.state === 'all'
        ? {}
        : { seen: 'true' }),
  };
  const checks = useOrg(org, ['checks', query], () => api['checks.list']({ params: { org }, query }));
  const change = useChange(org);
  const [editing, setEditing] = useState<string | undefined>();
  const [codes, setCodes] = useState('');
  return (
    <Loaded of={checks}>
      {({ data, total }) => (
        <div className="page">
          <PageHead
            title="Checks"
            name="Checks"
            sentence={`${total ?? data.length} checks; ${data.filter((row) => row.latest.fail > 0).length} of those shown fail somewhere, ${data.filter((row) => row.controls.length === 0).length} speak for no control.`}
          />
          <ControlTabs org={org} />
          {editing ? (
            <form
              className="toolbar"
              onSubmit={(event) => {
                event.preventDefault();
                const key = editing;
                setEditing(undefined);
                change.mutate({
                  act: () =>
                    api['checks.map']({
                      params: { org, check: key },
                      body: {
                        controls: codes
                          .split(/[\s,]+/)
                          .map((each) => each.toUpperCase())
                          .filter((each) => each !== ''),
                      },
                    }),
                  done: `${key} is mapped.`,
                });
              }}
            >
              <label className="field">
                <span>
                  Controls that <code>{editing}</code> speaks for
                </span>
                <input
                  className="input mono"
                  autoFocus
                  value={codes}
                  onChange={(event) => setCodes(event.target.value)}
                  placeholder="C-53, C-55"
                />
              </label>
              <button type="submit" className="button primary">
                Map
              </button>
              <button type="button" className="button quiet" onClick={() => setEditing(undefined)}>
                Cancel
              </button>
            </form>
          ) : null}
          <DataTable
            caption="Checks"
            file="checks"
            rows={data}
            keyOf={(row) => row.key}
            empty={
              <Empty title="No check matches">
                <p>Import a scanner’s file, or look at the whole catalogue.</p>
              </Empty>
            }
            tools={
              <>
                <input
                  className="input"
                  type="search"
                  aria-label="Filter checks"
                  placeholder="Words in key or title"
                  value={search.q ?? ''}
                  onChange={(event) =>
                    void navigate({ search: { ...search, q: event.target.value }, replace: true })
                  }
                />
                <select
                  className="input"
                  aria-label="Which"
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
                  <option value="">seen in imports</option>
                  <option value="unmapped">seen, without a control</option>
                  <option value="all">whole catalogue</option>
                </select>
              </>
            }
            columns={[
              {
                name: 'Check',
                grow: true,
                value: (row) => row.key,
                show: (row) => (
                  <>
                    <span className="mono small">{row.key}</span>
                    {row.title === row.key ? null : (
                      <>
                        <br />
                        <span className="muted small">{row.title}</span>
                      </>
                    )}
                  </>
                ),
              },
              {
                name: 'Result',
                value: (row) => row.latest.fail,
                show: (row) => (
                  <StatusMark
                    state={
                      row.latest.fail > 0
                        ? 'fail'
                        : row.latest.unknown + row.latest.error > 0
                          ? 'unknown'
                          : row.latest.pass > 0
                            ? 'pass'
                            : 'undecided'
                    }
                  >
                    {row.last_seen === null
                      ? 'Not seen'
                      : row.latest.fail > 0
                        ? `${row.latest.fail} fail`
                        : row.latest.unknown + row.latest.error > 0
                          ? `${row.latest.unknown + row.latest.error} unknown`
                          : `${row.latest.pass} pass`}
                  </StatusMark>
                ),
              },
              {
                name: 'Last seen',
                value: (row) => row.last_seen ?? '',
                show: (row) => row.last_seen?.slice(0, 10) ?? '',
              },
              {
                name: 'Controls',
                value: (row) => row.controls.join(' '),
                show: (row) => (
                  <span className="toolbar">
                    {row.controls.map((code) => (
                      <Link
                        key={code}
                        className="id"
                        to="/o/$org/controls/$control"
                        params={{ org, control: code }}
                      >
                        {code}
                      </Link>
                    ))}
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() => {
                        setEditing(row.key);
                        setCodes(row.controls.join(', '));
                      }}
                    >
                      {row.controls.length === 0 ? 'Map' : 'Change'}
                      <span className="sr"> {row.key}</span>
                    </button>
                  </span>
                ),
              },
            ]}
          />
        </div>
      )}
    </Loaded>
  );
}
