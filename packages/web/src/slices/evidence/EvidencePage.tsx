// Evidence: what there is, what waits for a reviewer, what came in by import.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table.tsx';

const REVIEWS = ['pending', 'accepted', 'rejected'] as const;

export function EvidencePage() {
  const { org } = useParams({ from: '/o/$org' });
  const search = useSearch({ from: '/o/$org/evidence' });
  const navigate = useNavigate({ from: '/o/$org/evidence' });
  const review = REVIEWS.find((each) => each === search.state);
  const evidence = useOrg(org, ['evidence', search.q, review], () =>
    api['evidence.list']({
      params: { org },
      query: { limit: '200', include_total: 'true', q: search.q, review },
    }),
  );
  const imports = useOrg(org, ['imports'], () =>
    api['imports.list']({ params: { org }, query: { limit: '10' } }),
  );
  return (
    <Loaded of={evidence}>
      {({ data, total }) => {
        const waiting = data.filter((row) => row.review.state === 'pending').length;
        return (
          <div className="page">
            <PageHead
              title="Evidence"
              name="Evidence"
              sentence={`${total ?? data.length} pieces of evidence; ${waiting} of those shown wait for a reviewer.`}
            >
              <Link className="button primary" to="/o/$org/import" params={{ org }}>
                Bring evidence
              </Link>
            </PageHead>
            <DataTable
              caption="Evidence"
              file="evidence"
              rows={data}
              keyOf={(row) => row.id}
              empty={
                <Empty title={search.q || review ? 'Nothing matches' : 'No evidence yet'}>
                  <p>One file can serve many controls and both frameworks.</p>
                  <Link className="button" to="/o/$org/import" params={{ org }}>
                    Bring a file
                  </Link>
                </Empty>
              }
              tools={
                <>
                  <input
                    className="input"
                    type="search"
                    aria-label="Filter evidence"
                    placeholder="Title, file, source or E-12"
                    value={search.q ?? ''}
                    onChange={(event) =>
                      void navigate({ search: { ...search, q: event.target.value }, replace: true })
                    }
                  />
                  <select
                    className="input"
                    aria-label="Review"
                    value={review ?? ''}
                    onChange={(event) =>
                      void navigate({
                        search: {
                          ...(search.q ? { q: search.q } : {}),
                          ...(event.target.value ? { state: event.target.value } : {}),
                        },
                      })
                    }
                  >
                    <option value="">any review</option>
                    {REVIEWS.map((each) => (
                      <option key={each}>{each}</option>
                    ))}
                  </select>
                </>
              }
              columns={[
                {
                  name: 'Id',
                  value: (row) => row.code,
                  show: (row) => (
                    <Link className="id" to="/o/$org/evidence/$evidence" params={{ org, evidence: row.code }}>
                      {row.code}
                    </Link>
                  ),
                },
                {
                  name: 'Title',
                  grow: true,
                  value: (row) => row.title,
                  show: (row) => (
                    <>
                      {row.title} <span className="faint small">{row.source}</span>
                    </>
                  ),
                },
                { name: 'Performed', value: (row) => row.performed_at, show: (row) => row.performed_at },
                {
                  name: 'Review',
                  value: (row) => row.review.state,
                  show: (row) => <StatusMark state={row.review.state} />,
                },
                {
                  name: 'Controls',
                  value: (row) => row.controls.map((each) => each.code).join(' '),
                  show: (row) => (
                    <span className="toolbar">
                      {row.controls.slice(0, 4).map((each) => (
                        <Link
                          key={each.code}
                          className="id"
                          to="/o/$org/controls/$control"
                          params={{ org, control: each.code }}
                        >
                          {each.code}
                        </Link>
                      ))}
                      {row.controls.length > 4 ? (
                        <span className="faint small">+{row.controls.length - 4}</span>
                      ) : null}
                    </span>
                  ),
                },
              ]}
            />
            <section className="section">
              <h2>Imports</h2>
              {imports.data?.data.length ? (
                <div className="table-wrap">
                  <table className="table cards">
                    <thead>
                      <tr>
                        <th>File</th>
                        <th>Read as</th>
                        <th className="num">Results</th>
                        <th>State</th>
                        <th>Evidence</th>
                      </tr>
                    </thead>
                    <tbody>
                      {imports.data.data.map((row) => (
                        <tr key={row.id}>
                          <td className="grow">
                            {row.filename}{' '}
                            <span className="faint small">
                              {row.created_at.slice(0, 16).replace('T', ' ')}
                            </span>
                          </td>
                          <td>{row.reader_title}</td>
                          <td className="num">{row.total}</td>
                          <td>
                            <StatusMark state={row.state === 'pending' ? 'planned' : row.state}>
                              {row.state === 'pending' ? 'Dry run' : undefined}
                            </StatusMark>
                          </td>
                          <td>
                            {row.evidence ? (
                              <Link
                                className="id"
                                to="/o/$org/evidence/$evidence"
                                params={{ org, evidence: row.evidence }}
                              >
                                {row.evidence}
                              </Link>
                            ) : null}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              ) : (
                <p className="muted">No imports yet.</p>
              )}
            </section>
          </div>
        );
      }}
    </Loaded>
  );
}
