// What automated checks last found for one control; nothing where none speaks for it.
import { api, useOrg } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';

const SHOWN = 100;

interface Props {
  readonly org: string;
  readonly code: string;
}

export function ControlResults({ org, code }: Props) {
  const observations = useOrg(org, ['control-observations', code], () =>
    api['observations.list']({ params: { org }, query: { control: code, limit: String(SHOWN) } }),
  );
  const rows = observations.data?.data ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="results">
      <h2 id="results">Automated results</h2>
      <div className="table-wrap">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">Result</th>
              <th scope="col">Check</th>
              <th scope="col">Subject</th>
              <th scope="col">Observed</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.check}${row.subject}`}>
                <td>
                  <StatusMark state={row.status} />
                </td>
                <td className="mono small">{row.check}</td>
                <td className="grow small wrap-anywhere">{row.subject}</td>
                <td>{row.observed_at.slice(0, 10)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {observations.data?.has_more === true ? (
        <p className="small muted">The first {SHOWN} are shown; Checks has all.</p>
      ) : null}
    </section>
  );
}
