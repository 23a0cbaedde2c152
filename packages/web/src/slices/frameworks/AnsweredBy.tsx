// The controls that answer a requirement: how strongly, why, and how each stands.
import { allPages } from '@assay/contract';
import { api, useOrg } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';
import type { RequirementPosture } from '../../data/rows.ts';
import { ControlId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty } from '../../ui/page.tsx';
import { TableSection } from '../../ui/TableSection.tsx';

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
    <TableSection
      title="Answered by"
      file={`${requirement.id}-answered-by`}
      rows={strongestFirst(requirement.controls).map((each) => ({ each, mapping: mappingOf(each.code) }))}
      keyOf={({ each }) => each.code}
      columns={[
        {
          name: 'Control',
          value: ({ each }) => each.code,
          show: ({ each }) => <ControlId org={org} code={each.code} />,
        },
        {
          name: 'Why it answers',
          grow: true,
          value: ({ mapping }) => mapping?.rationale ?? '',
          show: ({ each, mapping }) => (
            <>
              {each.name}
              <span className="block muted small">{mapping?.rationale}</span>
            </>
          ),
        },
        { name: 'Strength', value: ({ each }) => each.strength, show: ({ each }) => each.strength },
        {
          name: 'Relation',
          value: ({ mapping }) => mapping?.relation ?? '',
          show: ({ mapping }) => <span className="muted">{mapping?.relation}</span>,
        },
        {
          name: 'State',
          value: ({ each }) => stateOf(each),
          show: ({ each }) => <StatusMark state={stateOf(each)} />,
        },
      ]}
      more={[{ name: 'Name', value: ({ each }) => each.name }]}
      empty={
        <Empty title="No control answers it yet">
          <p>Open a control and map it to this requirement with a reason.</p>
        </Empty>
      }
    />
  );
}

function stateOf(each: RequirementPosture['controls'][number]): string {
  return each.implemented ? each.state : each.adopted ? 'planned' : 'undecided';
}

const RANK = { full: 0, partial: 1, supporting: 2 } as const;

function strongestFirst(controls: RequirementPosture['controls']): RequirementPosture['controls'] {
  return [...controls].sort((a, b) => RANK[a.strength] - RANK[b.strength]);
}
