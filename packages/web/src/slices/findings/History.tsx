// Every version of a finding: who wrote it, when, and which parts of the record it changed.
import { api, useOrg } from '../../data/api.ts';
import { StatusMark, stateOf } from '../../ui/marks.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { minuteText } from '../../ui/words.ts';
import type { Finding, FindingVersion } from './findings.ts';
import { changedIn } from './history.ts';

type Row = FindingVersion & { readonly what: string };

export function History({ org, finding }: { readonly org: string; readonly finding: Finding }) {
  const found = useOrg(org, ['findings', finding.id, 'versions'], () =>
    api['findings.history']({ params: { org, finding: finding.id } }),
  );
  const versions = found.data?.data ?? [];
  const rows = versions
    .map((version, i) => ({ ...version, what: changedIn(versions[i - 1], version) }))
    .toReversed();
  return (
    <TableSection
      title="History"
      rows={rows}
      columns={COLUMNS}
      keyOf={(row) => String(row.revision)}
      file={`${finding.id}-history`}
    />
  );
}

const COLUMNS: readonly SmallColumn<Row>[] = [
  { name: 'Version', number: true, value: (row) => row.revision, show: (row) => row.revision },
  {
    name: 'At (UTC)',
    value: (row) => row.at,
    show: (row) => <time dateTime={row.at}>{minuteText(row.at)}</time>,
  },
  { name: 'By', value: (row) => row.by, show: (row) => row.by },
  {
    name: 'State',
    value: (row) => stateOf(`finding_${row.state}`)[0],
    show: (row) => <StatusMark state={`finding_${row.state}`} />,
  },
  { name: 'What changed', grow: true, value: (row) => row.what, show: (row) => row.what },
];
