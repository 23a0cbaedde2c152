// Who took a risk, and when it was looked at.
import { StatusMark } from '../../../ui/marks.tsx';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { said } from '../../../ui/words.ts';
import type { Risk } from '../risks.ts';

type Acceptance = Risk['acceptances'][number];
type Review = Risk['reviews'][number];

export function Acceptances({ risk }: { readonly risk: Risk }) {
  const today = useToday();
  const columns: readonly SmallColumn<Acceptance>[] = [
    { name: 'On', value: (row) => row.on, show: (row) => <time dateTime={row.on}>{row.on}</time> },
    {
      name: 'Until',
      value: (row) => row.until,
      show: (row) => (
        <>
          <span className="only-phone faint">until </span>
          <time dateTime={row.until}>{row.until}</time>
        </>
      ),
    },
    {
      name: 'Holds',
      value: (row) => (row.until <= today ? 'ended' : 'holds'),
      show: (row) =>
        row.until <= today ? (
          <StatusMark state="acceptance_ended" />
        ) : (
          <StatusMark state="acceptance_holds" />
        ),
    },
    { name: 'Level', value: (row) => row.name, show: (row) => row.name },
    {
      name: 'By',
      value: (row) => `${row.by}, ${said(row.role)}`,
      show: (row) => (
        <>
          {row.by}
          <span className="block muted small">{said(row.role)}</span>
        </>
      ),
    },
    {
      name: 'Why',
      grow: true,
      value: (row) => row.reason,
      show: (row) => (
        <>
          {row.reason}
          {row.conditions === '' ? null : <span className="block muted small">If: {row.conditions}</span>}
        </>
      ),
    },
  ];
  return (
    <TableSection
      title="Acceptances"
      file={`${risk.code}-acceptances`}
      rows={[...risk.acceptances].reverse()}
      columns={columns}
      more={[
        { name: 'Conditions', value: (row) => row.conditions },
        { name: 'Recorded by', value: (row) => row.recorded_by },
      ]}
      keyOf={(row) => `${row.on} ${row.until} ${risk.acceptances.indexOf(row)}`}
      empty={<p className="muted">Nobody has accepted it.</p>}
    />
  );
}

export function Reviews({ risk }: { readonly risk: Risk }) {
  const columns: readonly SmallColumn<Review>[] = [
    { name: 'On', value: (row) => row.on, show: (row) => <time dateTime={row.on}>{row.on}</time> },
    { name: 'Outcome', value: (row) => said(row.outcome), show: (row) => said(row.outcome) },
    { name: 'Note', grow: true, value: (row) => row.note, show: (row) => row.note },
    { name: 'By', value: (row) => row.by, show: (row) => row.by },
    {
      name: 'Next',
      value: (row) => row.next,
      show: (row) => (
        <>
          <span className="only-phone faint">next </span>
          <time dateTime={row.next}>{row.next}</time>
        </>
      ),
    },
  ];
  return (
    <TableSection
      title="Reviews"
      file={`${risk.code}-reviews`}
      rows={[...risk.reviews].reverse()}
      columns={columns}
      keyOf={(row) => `${row.on} ${risk.reviews.indexOf(row)}`}
      empty={
        <p className="muted">
          Nobody has looked at it since it was assessed
          {risk.review_due === null ? '' : `; that is due by ${risk.review_due}`}.
        </p>
      }
    />
  );
}
