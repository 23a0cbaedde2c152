// The controls that answer a requirement: how strongly, why, and how each stands.
import { allPages } from '@assay/contract';
import { api, useOrg } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';
import type { RequirementPosture } from '../../data/rows.ts';
import { ControlId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty } from '../../ui/page.tsx';

interface Props {
  readonly org: string;
  readonly requirement: RequirementPosture;
}

export function AnsweredBy({ org, requirement }: Props) {
  const { day, query } = useAsOf();
  const controls = useOrg(org, ['controls', day ?? ''], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: { ...query, ...page } })),
  );
  const mappingOf = (code: string) =>
    controls.data?.data
      .find((each) => each.code === code)
      ?.mappings.find((mapping) => mapping.to === requirement.ref);
  return (
    <section className="section" aria-labelledby="answered">
      <h2 id="answered">Answered by</h2>
      {requirement.controls.length === 0 ? (
        <Empty title="No control answers it yet">
          <p>Open a control and map it to this requirement with a reason.</p>
        </Empty>
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">Control</th>
                <th scope="col">Why it answers</th>
                <th scope="col">Strength</th>
                <th scope="col">Relation</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {strongestFirst(requirement.controls).map((each) => (
                <tr key={each.code}>
                  <td>
                    <ControlId org={org} code={each.code} />
                  </td>
                  <td className="grow">
                    {each.name}
                    <span className="block muted small">{mappingOf(each.code)?.rationale}</span>
                  </td>
                  <td>{each.strength}</td>
                  <td className="muted">{mappingOf(each.code)?.relation}</td>
                  <td>
                    <StatusMark
                      state={each.implemented ? each.state : each.adopted ? 'planned' : 'undecided'}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const RANK = { full: 0, partial: 1, supporting: 2 } as const;

function strongestFirst(controls: RequirementPosture['controls']): RequirementPosture['controls'] {
  return [...controls].sort((a, b) => RANK[a.strength] - RANK[b.strength]);
}
