// One control: what is done, what an auditor asks for, both verdicts, what it answers and why.
import { Link, useParams } from '@tanstack/react-router';
import { api, useChange, useOrg } from '../../data/api.ts';
import { FrameworkMark, StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DecideControl } from './DecideControl.tsx';

export function ControlPage() {
  const { org, control } = useParams({ from: '/o/$org/controls/$control' });
  const found = useOrg(org, ['control', control], () => api['controls.read']({ params: { org, control } }));
  const evidence = useOrg(org, ['control-evidence', control], () =>
    api['evidence.list']({ params: { org }, query: { control, limit: '50' } }),
  );
  const observations = useOrg(org, ['control-observations', control], () =>
    api['observations.list']({ params: { org }, query: { control, limit: '100' } }),
  );
  const change = useChange(org);
  return (
    <Loaded of={found}>
      {(data) => (
        <div className="page">
          <PageHead
            title={
              <>
                <span className="mono faint">{data.code}</span> {data.name}
              </>
            }
            name={`${data.code} ${data.name}`}
            sentence={data.objective}
            crumbs={
              <>
                <Link to="/o/$org/controls" params={{ org }}>
                  Controls
                </Link>
                <span>{data.domain}</span>
              </>
            }
          />
          <div className="pair">
            {(
              [
                ['iso', 'ISO/IEC 27001', data.iso],
                ['soc2', 'SOC 2', data.soc2],
              ] as const
            ).map(([view, name, proof]) => (
              <section className="side" key={view} aria-label={name}>
                <h2>
                  <FrameworkMark view={view}>{name}</FrameworkMark>
                </h2>
                <StatusMark state={proof.state} />
                <p>{proof.reason}</p>
                <p className="small muted">
                  {proof.last_proof ? `Last proof ${proof.last_proof}.` : 'No proof so far.'}{' '}
                  {proof.checks.pass + proof.checks.fail > 0
                    ? `Checks: ${proof.checks.pass} pass, ${proof.checks.fail} fail, ${proof.checks.unknown + proof.checks.error} unknown.`
                    : ''}
                </p>
              </section>
            ))}
          </div>
          <section className="section">
            <h2>What is done</h2>
            <p className="prose">{data.activity}</p>
            <dl className="facts">
              <dt>Owner</dt>
              <dd>{data.state.owner ?? data.owner_role.replaceAll('_', ' ')}</dd>
              <dt>Kind</dt>
              <dd>
                {data.kind}, {data.frequency.replaceAll('_', ' ')}
              </dd>
              <dt>Evidence is fresh for</dt>
              <dd>{data.freshness_days} days</dd>
              <dt>First effort</dt>
              <dd>{data.effort_days} person-days</dd>
            </dl>
            <DecideControl
              state={data.state}
              decide={(decision, done) =>
                change.mutate({
                  act: () => api['controls.decide']({ params: { org, control }, body: decision }),
                  done,
                  undo: () => api['controls.decide']({ params: { org, control }, body: before(data.state) }),
                })
              }
            />
          </section>
          <section className="section">
            <h2>What an auditor asks for</h2>
            <p className="prose">{data.evidence_wanted.ask}</p>
            <dl className="facts">
              <dt>Passes</dt>
              <dd className="prose">{data.evidence_wanted.good}</dd>
              <dt>Is sent back</dt>
              <dd className="prose">{data.evidence_wanted.bad}</dd>
            </dl>
          </section>
          <section className="section">
            <h2>Evidence</h2>
            {evidence.data?.data.length === 0 ? (
              <Empty title="No evidence yet">
                <p>Bring the file that is described above; it counts for both frameworks at once.</p>
                <Link className="button primary" to="/o/$org/import" params={{ org }}>
                  Bring evidence
                </Link>
              </Empty>
            ) : (
              <table className="table cards">
                <thead>
                  <tr>
                    <th>Id</th>
                    <th>Title</th>
                    <th>Performed</th>
                    <th>ISO</th>
                    <th>SOC 2</th>
                  </tr>
                </thead>
                <tbody>
                  {evidence.data?.data.map((row) => {
                    const own = row.controls.find((each) => each.code === control);
                    return (
                      <tr key={row.id}>
                        <td>
                          <Link
                            className="id"
                            to="/o/$org/evidence/$evidence"
                            params={{ org, evidence: row.code }}
                          >
                            {row.code}
                          </Link>
                        </td>
                        <td className="grow">{row.title}</td>
                        <td>{row.performed_at}</td>
                        <td>{own ? <StatusMark state={own.iso.state} /> : null}</td>
                        <td>{own ? <StatusMark state={own.soc2.state} /> : null}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            )}
          </section>
          {observations.data && observations.data.data.length > 0 ? (
            <section className="section">
              <h2>Automated results</h2>
              <div className="table-wrap">
                <table className="table cards">
                  <thead>
                    <tr>
                      <th>Check</th>
                      <th>Subject</th>
                      <th>Result</th>
                      <th>Observed</th>
                    </tr>
                  </thead>
                  <tbody>
                    {observations.data.data.map((row) => (
                      <tr key={`${row.check}${row.subject}`}>
                        <td className="mono small">{row.check}</td>
                        <td className="grow small">{row.subject}</td>
                        <td>
                          <StatusMark state={row.status} />
                        </td>
                        <td>{row.observed_at.slice(0, 10)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
          ) : null}
          <section className="section">
            <h2>What it answers</h2>
            <div className="table-wrap">
              <table className="table cards">
                <thead>
                  <tr>
                    <th>Requirement</th>
                    <th>Why</th>
                    <th>Relation</th>
                    <th>Strength</th>
                    <th>Reviewer</th>
                  </tr>
                </thead>
                <tbody>
                  {data.mappings.map((row) => (
                    <tr key={row.to}>
                      <td>
                        <span className={row.to.startsWith('soc2') ? 'soc2' : 'iso'}>
                          <span className="id">{row.to.slice(row.to.indexOf('/') + 1)}</span>
                        </span>
                      </td>
                      <td className="grow">
                        {row.title.slice(row.title.indexOf(' ') + 1)}
                        <br />
                        <span className="muted small">{row.rationale}</span>
                      </td>
                      <td>{row.relation}</td>
                      <td>{row.strength}</td>
                      <td className={row.reviewer === 'unreviewed' ? 'faint' : undefined}>{row.reviewer}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        </div>
      )}
    </Loaded>
  );
}

type State = {
  readonly state: 'undecided' | 'adopted' | 'not_adopted';
  readonly implementation: 'planned' | 'implemented' | null;
  readonly because: string | null;
};

/** The decision that leads back to a state. */
function before(state: State) {
  if (state.state === 'not_adopted')
    return { state: 'not_adopted' as const, because: state.because ?? 'as before' };
  if (state.state === 'adopted')
    return { state: 'adopted' as const, implementation: state.implementation ?? ('planned' as const) };
  return { state: 'undecided' as const };
}
