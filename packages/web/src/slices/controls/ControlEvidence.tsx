// The evidence of one control, each piece with its verdict in both views.
import { Link } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { May } from '../../data/may.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded } from '../../ui/page.tsx';
import { TableSection } from '../../ui/TableSection.tsx';

const SHOWN = 50;

interface Props {
  readonly org: string;
  readonly code: string;
}

export function ControlEvidence({ org, code }: Props) {
  const evidence = useOrg(org, ['control-evidence', code], () =>
    api['evidence.list']({ params: { org }, query: { control: code, limit: String(SHOWN) } }),
  );
  return (
    <Loaded of={evidence}>
      {({ data, has_more }) => (
        <TableSection
          title="Evidence"
          file={`${code}-evidence`}
          rows={data.map((row) => ({ row, own: row.controls.find((each) => each.code === code) }))}
          keyOf={({ row }) => row.id}
          columns={[
            {
              name: 'Id',
              value: ({ row }) => row.code,
              show: ({ row }) => (
                <Link className="id" to="/o/$org/evidence/$evidence" params={{ org, evidence: row.code }}>
                  {row.code}
                </Link>
              ),
            },
            { name: 'Title', grow: true, value: ({ row }) => row.title, show: ({ row }) => row.title },
            {
              name: 'Performed',
              value: ({ row }) => row.performed_at,
              show: ({ row }) => row.performed_at,
            },
            {
              name: 'ISO',
              value: ({ own }) => own?.iso.state ?? '',
              show: ({ own }) => (own ? <StatusMark state={own.iso.state} /> : null),
            },
            {
              name: 'SOC 2',
              value: ({ own }) => own?.soc2.state ?? '',
              show: ({ own }) => (own ? <StatusMark state={own.soc2.state} /> : null),
            },
          ]}
          more={[
            { name: 'Why ISO', value: ({ own }) => own?.iso.reason ?? '' },
            { name: 'Why SOC 2', value: ({ own }) => own?.soc2.reason ?? '' },
          ]}
          empty={
            <Empty title="No evidence yet">
              <p>Bring the file that is described above; it counts for both frameworks at once.</p>
              <May org={org} needs="evidence.add">
                <Link className="button" to="/o/$org/import" params={{ org }}>
                  Bring evidence
                </Link>
              </May>
            </Empty>
          }
          note={
            has_more ? (
              <p className="small muted">The newest {SHOWN} are shown; the library has all.</p>
            ) : null
          }
        />
      )}
    </Loaded>
  );
}
