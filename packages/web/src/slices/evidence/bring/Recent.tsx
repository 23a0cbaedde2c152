// The last imports, under an empty drop zone: what was brought before, and the way to it.
import { Link } from '@tanstack/react-router';
import { api, useOrg } from '../../../data/api.ts';
import { StatusMark } from '../../../ui/marks.tsx';
import { EvidenceId } from '../links.tsx';
import { minuteText } from '../../../ui/words.ts';

const SHOWN = '6';

export function Recent({ org }: { readonly org: string }) {
  const found = useOrg(org, ['imports', 'recent'], () =>
    api['imports.list']({ params: { org }, query: { limit: SHOWN } }),
  );
  const rows = found.data?.data ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="recent">
      <h2 id="recent">Brought before</h2>
      <div className="table-wrap">
        <table className="table cards">
          <thead>
            <tr>
              <th>File</th>
              <th>Read as</th>
              <th className="num">Results</th>
              <th>When</th>
              <th>State</th>
              <th>Record</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="grow">
                  <Link to="/o/$org/import" params={{ org }} search={{ id: row.id }}>
                    {row.filename}
                  </Link>
                </td>
                <td className="muted">{row.reader_title}</td>
                <td className="num">
                  {row.total}
                  <span className="only-phone faint"> results</span>
                </td>
                <td>{minuteText(row.created_at)}</td>
                <td>
                  <StatusMark state={row.state === 'pending' ? 'planned' : row.state}>
                    {row.state === 'pending' ? 'Dry run' : undefined}
                  </StatusMark>
                </td>
                <td>{row.evidence === null ? null : <EvidenceId org={org} code={row.evidence} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Link to="/o/$org/evidence/imports" params={{ org }}>
          All imports
        </Link>
      </p>
    </section>
  );
}
