// Planned changes to the management system (6.3): what is to change, why, and whether it was done as planned.
import { Link, useParams } from '@tanstack/react-router';
import { May } from '../../data/may.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { CompanyTabs } from './CompanyTabs.tsx';
import { ofKind, useRecords, type Of } from './records.ts';
import { RecordId } from './RecordId.tsx';

type Row = Of<'change'>;

export function ChangesPage() {
  const { org } = useParams({ from: '/o/$org' });
  const records = useRecords(org);
  return (
    <Loaded of={records}>
      {({ data }) => {
        const rows = ofKind(data, 'change');
        return (
          <div className="page">
            <PageHead title="Planned changes" name="Planned changes" sentence={sentenceOf(rows)}>
              <May org={org} needs="isms.change">
                <Link
                  className="button primary"
                  to="/o/$org/company/new/$kind"
                  params={{ org, kind: 'change' }}
                >
                  Plan a change
                </Link>
              </May>
            </PageHead>
            <CompanyTabs org={org} />
            <DataTable
              caption="Planned changes"
              file="planned-changes"
              rows={rows}
              columns={columnsOf(org)}
              keyOf={(row) => row.id}
              empty={
                <Empty title="No change is planned">
                  <p>
                    Clause 6.3 asks that changes to the management system are made as planned, not by
                    themselves.
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

function stateOf({ record, lints }: Row): string {
  if (record.done !== null) return 'change_done';
  return lints.some(({ code }) => code === 'change.overdue') ? 'change_overdue' : 'change_planned';
}

function sentenceOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'No change to the management system is planned.';
  const done = rows.filter((row) => stateOf(row) === 'change_done').length;
  const late = rows.filter((row) => stateOf(row) === 'change_overdue').length;
  return `${done} of ${rows.length} planned changes ${done === 1 ? 'is' : 'are'} done; ${late === 0 ? 'none is' : `${late} ${late === 1 ? 'is' : 'are'}`} past its date.`;
}

function columnsOf(org: string): readonly Column<Row>[] {
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <RecordId org={org} id={row.id} /> },
    {
      name: 'Change',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          {row.title}
          <span className="under wrap">{row.record.purpose}</span>
        </>
      ),
    },
    { name: 'State', value: stateOf, show: (row) => <StatusMark state={stateOf(row)} /> },
    { name: 'Owner', value: (row) => row.record.owner ?? '', show: (row) => row.record.owner ?? '—' },
    { name: 'Due', value: (row) => row.record.due ?? '', show: (row) => row.record.due ?? '—' },
    { name: 'Done', value: (row) => row.record.done ?? '', show: (row) => row.record.done ?? '—' },
  ];
}
