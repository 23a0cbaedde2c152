// Management reviews (9.3): when they were held, what came of them, and when the next is due.
import { dayWords } from '@assay/core';
import { May } from '../../data/may.tsx';
import { Link, useParams } from '@tanstack/react-router';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { CompanyTabs } from './CompanyTabs.tsx';
import { ofKind, useRecords, type Of } from './records.ts';
import { RecordId } from './RecordId.tsx';

type Row = Of<'review'>;

export function ReviewsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const records = useRecords(org);
  return (
    <Loaded of={records}>
      {({ data, next_review: next }) => {
        const rows = ofKind(data, 'review');
        return (
          <div className="page">
            <PageHead
              title="Management reviews"
              name="Management reviews"
              sentence={sentenceOf(rows, next?.on)}
            >
              <May org={org} needs="isms.change">
                <Link
                  className="button primary"
                  to="/o/$org/company/new/$kind"
                  params={{ org, kind: 'review' }}
                >
                  Plan a review
                </Link>
              </May>
            </PageHead>
            <CompanyTabs org={org} />
            <DataTable
              caption="Management reviews"
              file="management-reviews"
              rows={rows}
              columns={columnsOf(org)}
              keyOf={(row) => row.id}
              empty={
                <Empty title="No review was planned">
                  <p>
                    Top management looks at the whole at planned intervals. An auditor of stage 1 asks for the
                    minutes of the first.
                  </p>
                </Empty>
              }
            />
          </div>
        );
      }}
    </Loaded>
  );
}

function open(rows: readonly Row[]): number {
  return rows.flatMap(({ record }) => record.actions).filter(({ done }) => done === null).length;
}

function sentenceOf(rows: readonly Row[], next: string | undefined): string {
  if (next === undefined) return 'No management review was ever planned.';
  const closed = rows.filter(({ record }) => record.closed !== null).length;
  const left = open(rows);
  return `${closed} of ${rows.length} reviews ${closed === 1 ? 'is' : 'are'} closed; ${left} of their actions ${left === 1 ? 'is' : 'are'} open. The next is due on ${dayWords(next)}.`;
}

function stateOf({ record, lints }: Row): string {
  if (record.closed !== null) return 'review_closed';
  return lints.some(({ code }) => code === 'review.overdue') ? 'review_overdue' : 'review_planned';
}

function columnsOf(org: string): readonly Column<Row>[] {
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <RecordId org={org} id={row.id} /> },
    { name: 'Held', value: (row) => row.record.on, show: (row) => row.record.on },
    { name: 'State', value: stateOf, show: (row) => <StatusMark state={stateOf(row)} /> },
    {
      name: 'Who',
      grow: true,
      value: (row) => row.record.attendance.map(({ name }) => name).join(', '),
      show: (row) => row.record.attendance.map(({ name }) => name).join(', ') || '—',
    },
    {
      name: 'Decisions',
      number: true,
      value: (row) => row.record.decisions.length,
      show: (row) => row.record.decisions.length,
    },
    {
      name: 'Actions',
      number: true,
      value: (row) => row.record.actions.length,
      show: (row) => row.record.actions.length,
    },
    { name: 'Open', number: true, value: (row) => open([row]), show: (row) => open([row]) },
    { name: 'Remarks', number: true, value: (row) => row.lints.length, show: (row) => row.lints.length },
  ];
}
