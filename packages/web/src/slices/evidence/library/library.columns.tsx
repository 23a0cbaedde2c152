// Columns of the library; their values are what sorting and CSV use.
import { StatusMark } from '../../../ui/marks.tsx';
import type { WideColumn } from '../../../ui/VirtualTable.tsx';
import { coversText } from '../covers.ts';
import { ControlIds, EvidenceId } from '../links.tsx';
import type { EvidenceRow } from '../records.ts';
import { worstOf } from './verdicts.ts';

export function libraryColumns(org: string): readonly WideColumn<EvidenceRow>[] {
  return [
    {
      name: 'Id',
      width: 60,
      value: (row) => row.code,
      show: (row) => <EvidenceId org={org} code={row.code} />,
    },
    {
      name: 'Title',
      grow: true,
      value: (row) => row.title,
      show: (row) => <span title={row.title}>{row.title}</span>,
    },
    {
      name: 'Source',
      width: 128,
      value: (row) => row.source,
      show: (row) => <span className="muted">{row.source}</span>,
    },
    { name: 'Performed', width: 100, value: (row) => row.performed_at, show: (row) => row.performed_at },
    {
      name: 'Controls',
      width: 146,
      value: (row) => row.controls.map(({ code }) => code).join(' '),
      show: (row) => <ControlIds org={org} codes={row.controls.map(({ code }) => code)} most={1} />,
    },
    verdictColumn('ISO 27001', 'iso'),
    verdictColumn('SOC 2', 'soc2'),
  ];
}

/** What CSV holds besides what is seen. */
export const LIBRARY_CSV: readonly (readonly [string, (row: EvidenceRow) => string])[] = [
  ['Id', (row) => row.code],
  ['Title', (row) => row.title],
  ['Kind', (row) => row.kind],
  ['Source', (row) => row.source],
  ['Method', (row) => row.method],
  ['Performed', (row) => row.performed_at],
  ['Covers', (row) => coversText(row.covers)],
  ['Captured', (row) => row.captured_at ?? ''],
  ['Received', (row) => row.received_at],
  ['Review', (row) => row.review.state],
  ['Reviewed by', (row) => row.review.by ?? ''],
  ['Controls', (row) => row.controls.map(({ code }) => code).join(' ')],
  ['ISO/IEC 27001', (row) => row.controls.map(({ code, iso }) => `${code} ${iso.state}`).join('; ')],
  ['SOC 2', (row) => row.controls.map(({ code, soc2 }) => `${code} ${soc2.state}`).join('; ')],
  ['File', (row) => row.artefact.filename],
  ['SHA-256', (row) => row.artefact.sha256],
];

function verdictColumn(name: string, view: 'iso' | 'soc2'): WideColumn<EvidenceRow> {
  const worst = (row: EvidenceRow): string =>
    worstOf(row.controls.map((control) => control[view].state)) ?? '';
  return {
    name,
    width: 124,
    value: worst,
    show: (row) => {
      const state = worst(row);
      if (state === '') return <span className="faint">none</span>;
      const reason = row.controls.find((control) => control[view].state === state)?.[view].reason;
      return (
        <span title={reason}>
          <span className={`only-phone ${view}`}>{name} </span>
          <StatusMark state={state} />
        </span>
      );
    },
  };
}
