// What interested parties said (9.3.2 e): who, when, where, and what was answered; the management review reads it.
import { feedbackSentence, feedbackState } from '@assay/core';
import { May } from '../../data/may.tsx';
import { Link, useParams } from '@tanstack/react-router';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { CompanyTabs } from './CompanyTabs.tsx';
import { ofKind, useRecords, type Of } from './records.ts';
import { RecordId } from './RecordId.tsx';

type Row = Of<'feedback'>;

export function FeedbackPage() {
  const { org } = useParams({ from: '/o/$org' });
  const records = useRecords(org);
  return (
    <Loaded of={records}>
      {({ data }) => {
        const rows = ofKind(data, 'feedback');
        return (
          <div className="page">
            <PageHead
              title="Feedback of interested parties"
              name="Feedback"
              sentence={feedbackSentence(rows.map(({ record }) => record))}
            >
              <May org={org} needs="isms.change">
                <Link
                  className="button primary"
                  to="/o/$org/company/new/$kind"
                  params={{ org, kind: 'feedback' }}
                >
                  Record feedback
                </Link>
              </May>
            </PageHead>
            <CompanyTabs org={org} />
            <DataTable
              caption="Feedback of interested parties"
              file="feedback"
              rows={rows}
              columns={columnsOf(org)}
              keyOf={(row) => row.id}
              empty={
                <Empty title="Nothing is recorded">
                  <p>
                    The management review considers what customers, staff, owners and authorities say. Nothing
                    recorded means that nobody has asked, not that nobody has said anything.
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

function columnsOf(org: string): readonly Column<Row>[] {
  const stateOf = ({ record }: Row): string => `feedback_${feedbackState(record)}`;
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <RecordId org={org} id={row.id} /> },
    { name: 'Day', value: (row) => row.record.on, show: (row) => row.record.on },
    { name: 'Party', value: (row) => row.record.party, show: (row) => row.record.party },
    {
      name: 'What was said',
      grow: true,
      value: (row) => row.record.said,
      show: (row) => (
        <>
          {row.record.said}
          <span className="under wrap">{row.record.answer?.said}</span>
        </>
      ),
    },
    { name: 'State', value: stateOf, show: (row) => <StatusMark state={stateOf(row)} /> },
    {
      name: 'Source',
      wide: true,
      value: (row) => row.record.source,
      show: (row) => (row.record.source === '' ? '—' : row.record.source),
    },
    {
      name: 'Answered by',
      wide: true,
      value: (row) => row.record.answer?.by ?? '',
      show: (row) => row.record.answer?.by ?? '—',
    },
  ];
}
