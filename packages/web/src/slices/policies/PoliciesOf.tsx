// The policies that speak of a requirement or a control, where there are any.
import { Link } from '@tanstack/react-router';
import { StatusMark } from '../../ui/marks.tsx';
import { TableSection } from '../../ui/TableSection.tsx';
import { usePolicies, type PolicyRow } from './policies.ts';

interface Props {
  readonly org: string;
  /** Reference of a requirement, or code of a control. */
  readonly of: string;
}

export function PoliciesOf({ org, of }: Props) {
  const policies = usePolicies(org);
  const rows = (policies.data?.data ?? []).filter(
    ({ state, answers, controls }) => state !== 'retired' && (answers.includes(of) || controls.includes(of)),
  );
  if (rows.length === 0) return null;
  return (
    <TableSection
      title="Policies"
      rows={rows}
      keyOf={(row) => row.code}
      file={`${of.replaceAll(/[:/]/g, '-')}-policies`}
      columns={[
        {
          name: 'Policy',
          grow: true,
          value: (row: PolicyRow) => `${row.code} ${row.title}`,
          show: (row: PolicyRow) => (
            <>
              <Link className="id" to="/o/$org/policies/$policy" params={{ org, policy: row.code }}>
                {row.code}
              </Link>{' '}
              {row.title}
            </>
          ),
        },
        {
          name: 'State',
          value: (row: PolicyRow) => row.state,
          show: (row: PolicyRow) => <StatusMark state={`policy_${row.state}`} />,
        },
      ]}
    />
  );
}
