// Objectives: what each asks, where it stands, where it goes.
import { Link, useParams } from '@tanstack/react-router';
import { May } from '../../../data/may.tsx';
import { StatusMark } from '../../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../../ui/page.tsx';
import { DataTable, type Column } from '../../../ui/table.tsx';
import { CompanyTabs } from '../CompanyTabs.tsx';
import { ofKind, useRecords, type Of } from '../records.ts';
import { RecordId } from '../RecordId.tsx';
import '../isms.css';
import { SmallTrend } from './TrendPicture.tsx';

type Row = Of<'objective'>;

export function ObjectivesPage() {
  const { org } = useParams({ from: '/o/$org' });
  const records = useRecords(org);
  return (
    <Loaded of={records}>
      {({ data }) => {
        const rows = ofKind(data, 'objective');
        return (
          <div className="page">
            <PageHead title="Objectives" name="Objectives" sentence={sentenceOf(rows)}>
              <May org={org} needs="isms.change">
                <Link
                  className="button primary"
                  to="/o/$org/company/new/$kind"
                  params={{ org, kind: 'objective' }}
                >
                  Set an objective
                </Link>
              </May>
            </PageHead>
            <CompanyTabs org={org} />
            <DataTable
              caption="Objectives"
              file="objectives"
              rows={rows}
              columns={columnsOf(org)}
              keyOf={(row) => row.id}
              empty={
                <Empty title="No objective is set">
                  <p>
                    Clause 6.2 asks for objectives that can be measured, each with a plan, a person and a day.
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

function sentenceOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'No objective is set.';
  const of = (state: string) => rows.filter(({ standing }) => standing?.state === state);
  const worse = rows.filter(({ standing }) => standing?.trend === 'worse').length;
  const missed = of('missed').map(({ id }) => id);
  return `${of('met').length} of ${rows.length} objectives are met; ${
    missed.length === 0
      ? 'none is missed'
      : `${missed.join(', ')} ${missed.length === 1 ? 'is' : 'are'} missed`
  }, ${of('unknown').length} unknown; ${worse} ${worse === 1 ? 'is' : 'are'} worse than at the measurement before.`;
}

function columnsOf(org: string): readonly Column<Row>[] {
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <RecordId org={org} id={row.id} /> },
    { name: 'Objective', grow: true, value: (row) => row.title, show: (row) => row.title },
    {
      name: 'State',
      value: (row) => row.standing?.state ?? '',
      show: (row) => <StatusMark state={`objective_${row.standing?.state ?? 'unknown'}`} />,
    },
    {
      name: 'Trend',
      value: (row) => row.standing?.trend ?? '',
      show: (row) => (
        <span className="isms-with-trend">
          <SmallTrend objective={row.record} /> {row.standing?.trend ?? ''}
        </span>
      ),
    },
    {
      name: 'Latest',
      number: true,
      value: (row) => row.standing?.latest ?? '',
      show: (row) => row.standing?.latest ?? '—',
    },
    { name: 'Target', number: true, value: (row) => row.record.target, show: (row) => targetText(row) },
    { name: 'Owner', value: (row) => row.record.owner ?? '', show: (row) => row.record.owner ?? '—' },
    { name: 'Due', value: (row) => row.record.due ?? '', show: (row) => row.record.due ?? '—' },
  ];
}

function targetText({ record }: Row): string {
  return `${record.direction === 'at_least' ? '≥' : '≤'} ${record.target} ${record.unit}`;
}
