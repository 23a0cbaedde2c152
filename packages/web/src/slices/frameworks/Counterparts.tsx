// What the other framework asks that the same controls answer, computed by the crosswalk.
import { api, useOrg } from '../../data/api.ts';
import { ControlId, RequirementId } from '../../ui/links.tsx';
import { IdList } from '../../ui/IdList.tsx';

interface Props {
  readonly org: string;
  readonly reference: string;
}

export function Counterparts({ org, reference }: Props) {
  const soc2 = reference.startsWith('soc2');
  const id = reference.slice(reference.indexOf('/') + 1);
  const pairs = useOrg(org, ['crosswalk', reference], () =>
    api['crosswalk.read']({ params: { org }, query: soc2 ? { tsc: id } : { iso: id } }),
  );
  const found = pairs.data?.data ?? [];
  if (found.length === 0) return null;
  return (
    <section className="section" aria-labelledby="counterparts">
      <h2 id="counterparts">Met at once in {soc2 ? 'ISO/IEC 27001' : 'SOC 2'}</h2>
      <div className="table-wrap">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Strength</th>
              <th scope="col">Relation</th>
              <th scope="col">Through</th>
            </tr>
          </thead>
          <tbody>
            {found.map((pair) => {
              const other = soc2 ? pair.iso : pair.tsc;
              return (
                <tr key={other}>
                  <td>
                    <RequirementId org={org} reference={other} />
                  </td>
                  <td>{pair.strength}</td>
                  <td className="muted">{pair.relation}</td>
                  <td className="grow">
                    <IdList
                      most={8}
                      ids={pair.via.map((path) => path.control)}
                      link={(code) => <ControlId org={org} code={code} />}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
