// The columns of the control set.
import type { Control } from '../../data/rows.ts';
import { ControlId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import type { Column } from '../../ui/table.tsx';
import { said } from '../../ui/words.ts';

export function controlColumns(org: string): readonly Column<Control>[] {
  return [
    {
      name: 'Id',
      value: (row) => row.code,
      show: (row) => <ControlId org={org} code={row.code} />,
    },
    { name: 'Control', grow: true, value: (row) => row.name, show: (row) => row.name },
    {
      name: 'Owner',
      wide: true,
      value: (row) => row.state.owner ?? said(row.owner_role),
      show: (row) => <span className="muted">{row.state.owner ?? said(row.owner_role)}</span>,
    },
    {
      name: 'Runs',
      wide: true,
      value: (row) => said(row.frequency),
      show: (row) => <span className="muted">{said(row.frequency)}</span>,
    },
    {
      name: 'State',
      value: (row) => row.state.implementation ?? row.state.state,
      show: (row) => <StatusMark state={row.state.implementation ?? row.state.state} />,
    },
    {
      name: 'ISO',
      value: (row) => row.iso.state,
      show: (row) => (
        <span title={row.iso.reason}>
          <span className="only-phone iso">ISO </span>
          <StatusMark state={row.iso.state} />
        </span>
      ),
    },
    {
      name: 'SOC 2',
      value: (row) => row.soc2.state,
      show: (row) => (
        <span title={row.soc2.reason}>
          <span className="only-phone soc2">SOC 2 </span>
          <StatusMark state={row.soc2.state} />
        </span>
      ),
    },
    {
      name: 'Evidence',
      number: true,
      wide: true,
      value: (row) => row.evidence_count,
      show: (row) => row.evidence_count,
    },
  ];
}
