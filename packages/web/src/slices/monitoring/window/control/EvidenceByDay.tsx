// The evidence that speaks for a control in the window, by the day of the act; what needs support says so.
import { useMemo, useState } from 'react';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { StatusMark } from '../../../../ui/marks.tsx';
import { DataTable, type Column } from '../../../../ui/table.tsx';
import { EvidenceId } from '../../../evidence/links.tsx';
import type { WindowDetail } from '../window.ts';
import { BearingForm } from './BearingForm.tsx';

type Row = WindowDetail['evidence'][number];

interface Props {
  readonly org: string;
  readonly told: WindowDetail;
  readonly past: boolean;
}

export function EvidenceByDay({ org, told, past }: Props) {
  const [saying, setSaying] = useState<Row | undefined>();
  const close = (): void => setSaying(undefined);
  const columns = useMemo(() => columnsFor(org, past ? undefined : setSaying), [org, past]);
  return (
    <section className="section" aria-labelledby="evidence-by-day">
      <h2 id="evidence-by-day">Evidence by day</h2>
      <DataTable
        rows={told.evidence}
        columns={columns}
        keyOf={(row) => `${row.id} ${row.control}`}
        caption="Evidence by day"
        file={`evidence-${told.control.code}`}
        empty={<p className="muted">No evidence names this control. What machines saw stands in its days.</p>}
      />
      {saying ? (
        <Dialog title={`What ${saying.code} says of ${saying.control}`} close={close}>
          <BearingForm org={org} told={told} row={saying} close={close} />
        </Dialog>
      ) : null}
    </section>
  );
}

function columnsFor(org: string, say: ((row: Row) => void) | undefined): readonly Column<Row>[] {
  return [
    { name: 'Performed', show: (row) => row.performed_on, value: (row) => row.performed_on },
    { name: 'Evidence', show: (row) => <EvidenceId org={org} code={row.code} />, value: (row) => row.code },
    {
      name: 'Title',
      grow: true,
      show: (row) => (
        <>
          {row.title}
          {row.reconstructed ? (
            <span className="under wrap">
              Made long after the act
              {row.support === null
                ? '; it fills nothing without independent support'
                : `; supported: ${row.support}`}
            </span>
          ) : null}
        </>
      ),
      value: (row) => row.title,
    },
    { name: 'Review', show: (row) => <StatusMark state={row.review} />, value: (row) => row.review },
    { name: 'Made', show: (row) => row.captured_on, value: (row) => row.captured_on, wide: true },
    { name: 'Scope', show: (row) => row.scope ?? '', value: (row) => row.scope ?? '', wide: true },
    {
      name: 'Answers',
      show: (row) => <span className="mono">{row.events.join(' ')}</span>,
      value: (row) => row.events.join(' '),
      wide: true,
    },
    ...(say
      ? [
          {
            name: 'Bearing',
            show: (row: Row) => (
              <button type="button" className="plain" onClick={() => say(row)}>
                {row.reconstructed && row.support === null ? 'Say what supports it …' : 'Change …'}
                <span className="sr">{row.code}</span>
              </button>
            ),
            value: () => '',
          },
        ]
      : []),
  ];
}
