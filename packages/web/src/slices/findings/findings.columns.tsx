// The columns of findings as a list.
import { FINDING_KIND_WORDS } from '@assay/core';
import { IdList } from '../../ui/IdList.tsx';
import { FindingId, RequirementId } from '../../ui/links.tsx';
import { StatusMark, stateOf } from '../../ui/marks.tsx';
import type { Column } from '../../ui/table.tsx';
import { nextClock, type Finding } from './findings.ts';
import { Clock } from './Clock.tsx';

export function findingColumns(org: string): readonly Column<Finding>[] {
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <FindingId org={org} id={row.id} /> },
    {
      name: 'Finding',
      grow: true,
      value: (row) => row.statement,
      show: (row) => (
        <>
          {row.statement}
          <span className="block muted small">
            {FINDING_KIND_WORDS[row.kind]}
            {row.where === '' ? '' : `, ${row.where}`}, found on {row.found_on}
          </span>
        </>
      ),
    },
    {
      name: 'State',
      value: (row) => stateOf(`finding_${row.state}`)[0],
      show: (row) => <StatusMark state={`finding_${row.state}`} />,
    },
    {
      name: 'Due',
      value: (row) => nextClock(row)?.until ?? '',
      show: (row) => <Clock finding={row} />,
    },
    {
      name: 'Owner',
      value: (row) => row.action?.owner ?? row.owner ?? '',
      show: (row) => row.action?.owner ?? row.owner ?? <span className="muted">nobody</span>,
    },
    {
      name: 'Against',
      value: (row) => row.requirements.join(' '),
      show: (row) => (
        <IdList ids={row.requirements} most={2} link={(ref) => <RequirementId org={org} reference={ref} />} />
      ),
    },
  ];
}
