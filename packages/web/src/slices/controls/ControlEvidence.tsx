// The evidence of one control, each piece with its verdict in both views.
import { Link } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded } from '../../ui/page.tsx';

interface Props {
  readonly org: string;
  readonly code: string;
}

export function ControlEvidence({ org, code }: Props) {
  const evidence = useOrg(org, ['control-evidence', code], () =>
    api['evidence.list']({ params: { org }, query: { control: code, limit: '50' } }),
  );
  return (
    <section className="section" aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      <Loaded of={evidence}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title="No evidence yet">
              <p>Bring the file that is described above; it counts for both frameworks at once.</p>
              <Link className="button" to="/o/$org/import" params={{ org }}>
                Bring evidence
              </Link>
            </Empty>
          ) : (
            <table className="table cards">
              <thead>
                <tr>
                  <th scope="col">Id</th>
                  <th scope="col">Title</th>
                  <th scope="col">Performed</th>
                  <th scope="col">ISO</th>
                  <th scope="col">SOC 2</th>
                </tr>
              </thead>
              <tbody>
                {data.map((row) => {
                  const own = row.controls.find((each) => each.code === code);
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
          )
        }
      </Loaded>
    </section>
  );
}
