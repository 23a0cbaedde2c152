// What the other framework asks that the same controls answer, computed by the crosswalk.
import { api, useOrg } from '../../data/api.ts';
import { ControlId, RequirementId } from '../../ui/links.tsx';
import { IdList } from '../../ui/IdList.tsx';
import { TableSection } from '../../ui/TableSection.tsx';

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
    <TableSection
      title={`Met at once in ${soc2 ? 'ISO/IEC 27001' : 'SOC 2'}`}
      file={`${id}-counterparts`}
      rows={found.map((pair) => ({ pair, other: soc2 ? pair.iso : pair.tsc }))}
      keyOf={({ other }) => other}
      columns={[
        {
          name: 'Requirement',
          value: ({ other }) => other,
          show: ({ other }) => <RequirementId org={org} reference={other} />,
        },
        { name: 'Strength', value: ({ pair }) => pair.strength, show: ({ pair }) => pair.strength },
        {
          name: 'Relation',
          value: ({ pair }) => pair.relation,
          show: ({ pair }) => <span className="muted">{pair.relation}</span>,
        },
        {
          name: 'Through',
          grow: true,
          value: ({ pair }) => pair.via.map((path) => path.control).join(' '),
          show: ({ pair }) => (
            <IdList
              most={8}
              ids={pair.via.map((path) => path.control)}
              link={(code) => <ControlId org={org} code={code} />}
            />
          ),
        },
      ]}
    />
  );
}
