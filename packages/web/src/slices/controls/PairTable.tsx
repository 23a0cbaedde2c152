// The crosswalk as a table: what the matrix shows, in words.
import type { CrosswalkPair } from '../../data/rows.ts';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId, RequirementId } from '../../ui/links.tsx';
import { DataTable } from '../../ui/table.tsx';
import { idOf, keyOf } from './matrix.layout.ts';

interface Props {
  readonly org: string;
  readonly pairs: readonly CrosswalkPair[];
  readonly titles: ReadonlyMap<string, string>;
}

export function PairTable({ org, pairs, titles }: Props) {
  return (
    <DataTable
      caption="Crosswalk"
      file="crosswalk"
      rows={pairs}
      keyOf={keyOf}
      columns={[
        {
          name: 'Criterion',
          value: (row) => idOf(row.tsc),
          show: (row) => <RequirementId org={org} reference={row.tsc} title={titles.get(row.tsc)} />,
        },
        {
          name: 'Annex A',
          value: (row) => idOf(row.iso),
          show: (row) => <RequirementId org={org} reference={row.iso} title={titles.get(row.iso)} />,
        },
        { name: 'Strength', value: (row) => row.strength, show: (row) => row.strength },
        { name: 'Relation', value: (row) => row.relation, show: (row) => row.relation },
        {
          name: 'Through',
          grow: true,
          value: (row) => row.via.map((path) => path.control).join(' '),
          show: (row) => (
            <IdList
              most={8}
              ids={row.via.map((path) => path.control)}
              link={(code) => (
                <ControlId
                  org={org}
                  code={code}
                  title={row.via.find((path) => path.control === code)?.name}
                />
              )}
            />
          ),
        },
      ]}
    />
  );
}
