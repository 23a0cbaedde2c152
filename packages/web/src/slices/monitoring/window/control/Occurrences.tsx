// Everything that was expected of a control in the window, and what became of it.
import { OCCURRENCE_STATES } from '@assay/core';
import { useMemo, useState } from 'react';
import { DataTable, type Column } from '../../../../ui/table.tsx';
import { EvidenceId } from '../../../evidence/links.tsx';
import { OccurrenceMark, occurrenceWord } from '../day/OccurrenceMark.tsx';
import type { Occurrence, WindowDetail } from '../window.ts';

interface Props {
  readonly org: string;
  readonly told: WindowDetail;
}

const DEVIATING: ReadonlySet<string> = new Set(['missed', 'not_operating', 'no_data']);

export function Occurrences({ org, told }: Props) {
  const [shown, setShown] = useState('');
  const columns = useMemo(() => columnsFor(org, told), [org, told]);
  const of = (state: string): readonly Occurrence[] =>
    told.occurrences.filter((each) =>
      state === 'deviations' ? DEVIATING.has(each.state) : state === '' || each.state === state,
    );
  return (
    <section className="section" aria-labelledby="occurrences">
      <h2 id="occurrences">What was expected</h2>
      <DataTable
        rows={of(shown)}
        columns={columns}
        keyOf={(each) => `${each.scope} ${each.first} ${each.due} ${each.item ?? ''} ${each.state}`}
        caption="Occurrences"
        file={`occurrences-${told.control.code}`}
        tools={
          <select
            className="input which"
            aria-label="Which occurrences"
            value={shown}
            onChange={(event) => setShown(event.target.value)}
          >
            <option value="">all</option>
            <option value="deviations">deviations ({of('deviations').length})</option>
            {OCCURRENCE_STATES.filter((state) => of(state).length > 0).map((state) => (
              <option key={state} value={state}>
                {occurrenceWord(state)} ({of(state).length})
              </option>
            ))}
          </select>
        }
        empty={<p className="muted">Nothing of this kind.</p>}
      />
    </section>
  );
}

function columnsFor(org: string, { scopes, control }: WindowDetail): readonly Column<Occurrence>[] {
  const columns: Column<Occurrence>[] = [
    { name: 'Due', show: (each) => each.due, value: (each) => each.due },
    {
      name: 'State',
      show: (each) => <OccurrenceMark state={each.state} />,
      value: (each) => occurrenceWord(each.state),
    },
    {
      name: 'What happened',
      grow: true,
      show: (each) => each.sentence,
      value: (each) => each.sentence,
    },
    {
      name: 'Filled by',
      show: ({ filled_by: filled, caught_up_by: caught }) => {
        const act = filled ?? caught;
        return act ? <EvidenceId org={org} code={act.evidence} /> : '';
      },
      value: ({ filled_by: filled, caught_up_by: caught }) => (filled ?? caught)?.evidence ?? '',
    },
    { name: 'From', show: (each) => each.first, value: (each) => each.first, wide: true },
    {
      name: 'Until, with grace',
      show: (each) => each.grace_until,
      value: (each) => each.grace_until,
      wide: true,
    },
    { name: 'Times', number: true, show: (each) => each.count, value: (each) => each.count, wide: true },
  ];
  return [
    ...columns,
    ...(scopes.length > 1
      ? [{ name: 'Scope', show: (each: Occurrence) => each.scope, value: (each: Occurrence) => each.scope }]
      : []),
    ...(control.replaces.length > 0
      ? [
          {
            name: 'Run by',
            show: (each: Occurrence) => each.control,
            value: (each: Occurrence) => each.control,
          },
        ]
      : []),
  ];
}
