// Columns of the list of checks.
import { StatusMark } from '../../ui/marks.tsx';
import type { WideColumn } from '../../ui/VirtualTable.tsx';
import { ControlIds } from '../evidence/links.tsx';
import { CheckName } from './CheckName.tsx';
import { CHECK_STATES, resourcesOf, stateOfCheck, type CheckRow } from './checks.ts';

export function checkColumns(org: string): readonly WideColumn<CheckRow>[] {
  return [
    {
      name: 'Check',
      grow: true,
      value: (row) => row.title,
      show: (row) => <CheckName org={org} check={row} />,
    },
    {
      name: 'Result',
      width: 116,
      value: (row) => CHECK_STATES.indexOf(stateOfCheck(row)),
      show: (row) => <StatusMark state={stateOfCheck(row)} />,
    },
    number('Fail', 56, (row) => row.latest.fail),
    number('Resources', 92, resourcesOf),
    {
      name: 'Last seen',
      width: 100,
      value: (row) => row.last_seen ?? '',
      show: (row) => row.last_seen?.slice(0, 10) ?? '',
    },
    {
      name: 'Controls',
      width: 150,
      value: (row) => row.controls.join(' '),
      show: (row) => <ControlIds org={org} codes={row.controls} most={1} />,
    },
  ];
}

function number(name: string, width: number, read: (row: CheckRow) => number): WideColumn<CheckRow> {
  return {
    name,
    width,
    number: true,
    value: read,
    show: (row) =>
      row.last_seen === null ? null : (
        <>
          <span className={read(row) === 0 ? 'faint' : undefined}>{read(row)}</span>
          <span className="only-phone faint"> {name.toLowerCase()}</span>
        </>
      ),
  };
}
