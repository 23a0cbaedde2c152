// What a file says and what it would change; the same picture before and after the commit.
import { Link } from '@tanstack/react-router';
import type { api } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';

export type Import = Extract<
  Awaited<ReturnType<(typeof api)['imports.start']>>,
  { ok: true }
>['value']['data'];

export function DryRun({
  org,
  of,
  commit,
  undo,
}: {
  readonly org: string;
  readonly of: Import;
  readonly commit: () => void;
  readonly undo: () => void;
}) {
  const { observations: o, change } = of;
  return (
    <section className="section" aria-labelledby="dry-run">
      <h2 id="dry-run">
        {of.filename}: {sentence(of)}
      </h2>
      <div className="toolbar">
        {of.state === 'pending' && of.same_as === null ? (
          <button type="button" className="button primary" onClick={commit}>
            Commit {of.total > 0 ? `${of.total} results` : 'the file'}
          </button>
        ) : null}
        {of.state === 'committed' ? (
          <>
            <StatusMark state="committed">Committed as {of.evidence}</StatusMark>
            {of.evidence ? (
              <Link
                className="button"
                to="/o/$org/evidence/$evidence"
                params={{ org, evidence: of.evidence }}
              >
                Open {of.evidence}
              </Link>
            ) : null}
            <button type="button" className="button quiet" onClick={undo}>
              Undo the whole import
            </button>
          </>
        ) : null}
        {of.state === 'undone' ? <StatusMark state="undone">Undone; the history keeps it</StatusMark> : null}
        {of.state === 'refused' ? (
          <StatusMark state="refused">Refused, nothing was changed</StatusMark>
        ) : null}
      </div>
      {of.outside_every_window ? (
        <p className="problem">It lies outside the examined SOC 2 period: it will not count there.</p>
      ) : null}
      <dl className="facts">
        <dt>Read as</dt>
        <dd>
          {of.reader_title}, reader version {of.reader_version}
        </dd>
        {of.scope ? (
          <>
            <dt>Looked at</dt>
            <dd>{of.scope}</dd>
          </>
        ) : null}
        {of.ran_at ? (
          <>
            <dt>Ran</dt>
            <dd>{of.ran_at.slice(0, 19).replace('T', ' ')} UTC</dd>
          </>
        ) : null}
        <dt>Results</dt>
        <dd>
          {o.pass} pass, {o.fail} fail, {o.unknown} unknown, {o.error} error, {o.not_applicable} not
          applicable
        </dd>
        <dt>Change</dt>
        <dd>
          {change.new} new, {change.changed} changed, {change.unchanged} unchanged
        </dd>
        {of.population_rows > 0 ? (
          <>
            <dt>Lists</dt>
            <dd>{of.population_rows} rows</dd>
          </>
        ) : null}
      </dl>
      {of.controls.length > 0 ? (
        <div className="table-wrap">
          <table className="table cards">
            <thead>
              <tr>
                <th>Control</th>
                <th>Name</th>
                <th className="num">Pass</th>
                <th className="num">Fail</th>
                <th className="num">Unknown</th>
              </tr>
            </thead>
            <tbody>
              {of.controls.map((row) => (
                <tr key={row.code}>
                  <td>
                    <Link className="id" to="/o/$org/controls/$control" params={{ org, control: row.code }}>
                      {row.code}
                    </Link>
                  </td>
                  <td className="grow">{row.name}</td>
                  <td className="num">
                    {row.pass}
                    <span className="only-phone faint"> pass</span>
                  </td>
                  <td className="num">
                    {row.fail}
                    <span className="only-phone faint"> fail</span>
                  </td>
                  <td className="num">
                    {row.unknown}
                    <span className="only-phone faint"> unknown</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {of.unmapped.length > 0 ? (
        <p className="muted">
          No control claims {of.unmapped.length} of its checks:{' '}
          <span className="mono small">
            {of.unmapped
              .slice(0, 6)
              .map((each) => each.check)
              .join(', ')}
          </span>
          {of.unmapped.length > 6 ? ' and more' : ''}.{' '}
          <Link to="/o/$org/checks" params={{ org }} search={{ state: 'unmapped' }}>
            Map them
          </Link>
        </p>
      ) : null}
      {of.problems.first.map((problem) => (
        <p className="problem" key={`${problem.code}${problem.position}`}>
          {problem.message}{' '}
          <span className="muted">
            {problem.position}. {problem.remedy}
          </span>
        </p>
      ))}
    </section>
  );
}

function sentence(of: Import): string {
  if (of.state === 'refused') return 'refused';
  if (of.same_as !== null) return 'this very file is in already, nothing would change';
  if (of.state === 'committed') return of.total > 0 ? `${of.total} results are in` : 'kept as evidence';
  if (of.state === 'undone') return 'undone';
  return of.total > 0
    ? `${of.total} results, not committed yet`
    : 'a file that says nothing by itself, not committed yet';
}
