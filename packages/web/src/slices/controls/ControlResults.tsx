// What automated checks last found for one control; nothing where none speaks for it.
import { api, useOrg } from '../../data/api.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { TableSection } from '../../ui/TableSection.tsx';

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
    <TableSection
      title="Automated results"
      file={`${code}-results`}
      rows={rows}
      keyOf={(row) => `${row.check} ${row.subject} ${row.system ?? ''}`}
      columns={[
        { name: 'Result', value: (row) => row.status, show: (row) => <StatusMark state={row.status} /> },
        {
          name: 'Check',
          value: (row) => row.check,
          show: (row) => <span className="mono small">{row.check}</span>,
        },
        {
          name: 'Subject',
          grow: true,
          value: (row) => row.subject,
          show: (row) => <span className="small wrap-anywhere">{row.subject}</span>,
        },
        { name: 'Observed', value: (row) => row.observed_at, show: (row) => row.observed_at.slice(0, 10) },
      ]}
      more={[
        { name: 'System', value: (row) => row.system ?? '' },
        { name: 'Severity', value: (row) => row.severity ?? '' },
        { name: 'Message', value: (row) => row.message ?? '' },
      ]}
      note={
        observations.data?.has_more === true ? (
          <p className="small muted">The first {SHOWN} are shown; Checks has all.</p>
        ) : null
      }
    />
  );
}
