// One record: its four times, its two verdicts for each control, its review, its proof in the ledger.
import { addressOf } from '@assay/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { FrameworkMark, StatusMark } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';

export function RecordPage() {
  const { org, evidence } = useParams({ from: '/o/$org/evidence/$evidence' });
  const params = { org, evidence };
  const found = useOrg(org, ['record', evidence], () => api['evidence.read']({ params }));
  const history = useOrg(org, ['history', evidence], () => api['evidence.revisions']({ params }));
  const entries = useOrg(org, ['entries', evidence], () =>
    api['ledger.entries']({ params: { org }, query: { subject: evidence, limit: '50' } }),
  );
  const change = useChange(org);
  const [reason, setReason] = useState('');
  return (
    <Loaded of={found}>
      {(data) => (
        <div className="page">
          <PageHead
            title={
              <>
                <span className="mono faint">{data.code}</span> {data.title}
              </>
            }
            name={`${data.code} ${data.title}`}
            crumbs={
              <>
                <Link to="/o/$org/evidence" params={{ org }}>
                  Evidence
                </Link>
                <span>{data.kind}</span>
              </>
            }
            sentence={
              data.withdrawn
                ? 'This record is withdrawn; it counts for nothing.'
                : data.outside_every_window
                  ? 'It lies outside the examined SOC 2 period and will not count there.'
                  : data.controls.length === 0
                    ? 'It serves no control yet.'
                    : `It serves ${data.controls.length} control${data.controls.length === 1 ? '' : 's'}, in both views.`
            }
          >
            <a className="button" href={addressOf('evidence.download', { params })}>
              Download
            </a>
            {data.withdrawn ? (
              <button
                type="button"
                className="button"
                onClick={() =>
                  change.mutate({
                    act: () => api['evidence.restore']({ params }),
                    done: `${data.code} is back.`,
                  })
                }
              >
                Restore
              </button>
            ) : (
              <button
                type="button"
                className="button quiet"
                onClick={() =>
                  change.mutate({
                    act: () => api['evidence.withdraw']({ params }),
                    done: `${data.code} is withdrawn.`,
                    undo: () => api['evidence.restore']({ params }),
                  })
                }
              >
                Withdraw
              </button>
            )}
          </PageHead>
          <section className="section" aria-labelledby="verdicts">
            <h2 id="verdicts">Two verdicts</h2>
            {data.controls.length === 0 ? (
              <p className="muted">Link it to a control, and both views judge it.</p>
            ) : (
              <div className="table-wrap">
                <table className="table cards">
                  <thead>
                    <tr>
                      <th>Control</th>
                      <th>Name</th>
                      <th>
                        <FrameworkMark view="iso">ISO/IEC 27001</FrameworkMark>
                      </th>
                      <th>
                        <FrameworkMark view="soc2">SOC 2</FrameworkMark>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.controls.map((each) => (
                      <tr key={each.code}>
                        <td>
                          <Link
                            className="id"
                            to="/o/$org/controls/$control"
                            params={{ org, control: each.code }}
                          >
                            {each.code}
                          </Link>
                        </td>
                        <td className="grow">{each.name}</td>
                        <td>
                          <span className="only-phone iso">ISO </span>
                          <StatusMark state={each.iso.state} />
                          <br />
                          <span className="muted small">{each.iso.reason}</span>
                        </td>
                        <td>
                          <span className="only-phone soc2">SOC 2 </span>
                          <StatusMark state={each.soc2.state} />
                          <br />
                          <span className="muted small">{each.soc2.reason}</span>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
          <div className="pair">
            <section className="side" aria-label="Times">
              <h2>Four times</h2>
              <dl className="facts">
                <dt>Performed</dt>
                <dd>{data.performed_at}</dd>
                <dt>Covers</dt>
                <dd>{data.covers ? `${data.covers.from} until ${data.covers.until}` : 'that day'}</dd>
                <dt>Captured</dt>
                <dd>{data.captured_at?.slice(0, 19).replace('T', ' ') ?? 'not said'}</dd>
                <dt>Received</dt>
                <dd>{data.received_at.slice(0, 19).replace('T', ' ')} UTC</dd>
              </dl>
              {data.reconstructed ? (
                <p className="small">
                  <StatusMark state="stale">
                    Captured long after it was performed: it needs independent support.
                  </StatusMark>
                </p>
              ) : null}
            </section>
            <section className="side" aria-label="Review">
              <h2>Review</h2>
              <StatusMark state={data.review.state} />
              {data.review.by ? (
                <p>
                  {data.review.by}, {data.review.at?.slice(0, 10)}
                  {data.review.reason ? `: ${data.review.reason}` : ''}
                </p>
              ) : (
                <p className="muted">Brought by {data.collected_by}.</p>
              )}
              {data.review.state === 'pending' ? (
                <form
                  className="stack"
                  onSubmit={(event) => {
                    event.preventDefault();
                    change.mutate({
                      act: () => api['evidence.review']({ params, body: { decision: 'reject', reason } }),
                      done: `${data.code} is rejected.`,
                      undo: () => api['evidence.review']({ params, body: { decision: 'reopen' } }),
                    });
                  }}
                >
                  <div>
                    <button
                      type="button"
                      className="button primary"
                      onClick={() =>
                        change.mutate({
                          act: () => api['evidence.review']({ params, body: { decision: 'accept' } }),
                          done: `${data.code} is accepted.`,
                          undo: () => api['evidence.review']({ params, body: { decision: 'reopen' } }),
                        })
                      }
                    >
                      Accept {data.code}
                    </button>
                  </div>
                  <label className="field">
                    <span>Or reject it, because</span>
                    <input
                      className="input"
                      required
                      minLength={3}
                      value={reason}
                      onChange={(event) => setReason(event.target.value)}
                    />
                  </label>
                  <div>
                    <button type="submit" className="button">
                      Reject {data.code}
                    </button>
                  </div>
                </form>
              ) : (
                <div>
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() =>
                      change.mutate({
                        act: () => api['evidence.review']({ params, body: { decision: 'reopen' } }),
                        done: `${data.code} waits for review again.`,
                      })
                    }
                  >
                    Review again
                  </button>
                </div>
              )}
            </section>
          </div>
          <section className="section">
            <h2>Artefact and proof</h2>
            <dl className="facts">
              <dt>File</dt>
              <dd>
                {data.artefact.filename}, {data.artefact.size.toLocaleString('en')} bytes
              </dd>
              <dt>SHA-256</dt>
              <dd className="mono small">{data.artefact.sha256}</dd>
              {data.observations ? (
                <>
                  <dt>Results</dt>
                  <dd>
                    {data.observations.pass} pass, {data.observations.fail} fail, {data.observations.unknown}{' '}
                    unknown, {data.observations.error} error, {data.observations.not_applicable} not
                    applicable
                  </dd>
                </>
              ) : null}
              <dt>Ledger</dt>
              <dd>
                {entries.data?.data.length ? (
                  <>
                    entries {entries.data.data.map((entry) => entry.index).join(', ')} ·{' '}
                    <a
                      href={addressOf('ledger.prove', { params: { org }, query: { subject: data.code } })}
                      download={`${data.code}-proof.json`}
                    >
                      proof to keep
                    </a>
                  </>
                ) : (
                  '…'
                )}
              </dd>
            </dl>
          </section>
          <section className="section">
            <h2>History</h2>
            <div className="table-wrap">
              <table className="table cards">
                <thead>
                  <tr>
                    <th className="num">Version</th>
                    <th>When</th>
                    <th>Who</th>
                    <th>What</th>
                  </tr>
                </thead>
                <tbody>
                  {history.data?.data.map((row) => (
                    <tr key={row.revision}>
                      <td className="num">{row.revision}</td>
                      <td>{row.at.slice(0, 16).replace('T', ' ')}</td>
                      <td>{row.by}</td>
                      <td className="grow">{row.note || 'recorded'}</td>
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
