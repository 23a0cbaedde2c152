// Evidence of competence (7.2) and awareness (7.3): who, for what work, shown by what, until when.
import { Link, useParams } from '@tanstack/react-router';
import { May } from '../../data/may.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { CompanyTabs } from './CompanyTabs.tsx';
import { ofKind, useRecords, type Of } from './records.ts';
import { RecordId } from './RecordId.tsx';

type Row = Of<'competence'>;

export function CompetencePage() {
  const { org } = useParams({ from: '/o/$org' });
  const records = useRecords(org);
  return (
    <Loaded of={records}>
      {({ data }) => {
        const rows = ofKind(data, 'competence');
        return (
          <div className="page">
            <PageHead title="Competence" name="Competence" sentence={sentenceOf(rows)}>
              <May org={org} needs="isms.change">
                <Link
                  className="button primary"
                  to="/o/$org/company/new/$kind"
                  params={{ org, kind: 'competence' }}
                >
                  Record competence
                </Link>
              </May>
            </PageHead>
            <CompanyTabs org={org} />
            <DataTable
              caption="Competence and awareness"
              file="competence"
              rows={rows}
              columns={columnsOf(org)}
              keyOf={(row) => row.id}
              empty={
                <Empty title="Nothing is recorded">
                  <p>Clause 7.2 asks for evidence that people can do the work that security depends on.</p>
                </Empty>
              }
            />
          </div>
        );
      }}
    </Loaded>
  );
}

function stateOf({ lints }: Row): string {
  const has = (code: string): boolean => lints.some((each) => each.code === code);
  if (has('competence.no_proof')) return 'competence_unproved';
  if (has('competence.lapsed')) return 'competence_lapsed';
  return has('competence.effect_unknown') ? 'competence_unlooked' : 'competence_shown';
}

function sentenceOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'Nothing shows yet that people can do the work that security depends on.';
  const people = new Set(rows.map(({ record }) => record.person)).size;
  const count = (state: string): number => rows.filter((row) => stateOf(row) === state).length;
  return `${rows.length} records for ${people} people; ${count('competence_lapsed')} of them no longer count, and of ${count('competence_unlooked')} nobody has said whether the training helped.`;
}

function columnsOf(org: string): readonly Column<Row>[] {
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <RecordId org={org} id={row.id} /> },
    { name: 'Person', value: (row) => row.record.person, show: (row) => row.record.person },
    {
      name: 'Work',
      grow: true,
      value: (row) => row.record.need,
      show: (row) => (
        <>
          {row.record.need}
          <span className="under wrap">{row.record.proof}</span>
        </>
      ),
    },
    { name: 'Ground', value: (row) => row.record.ground, show: (row) => row.record.ground },
    { name: 'State', value: stateOf, show: (row) => <StatusMark state={stateOf(row)} /> },
    { name: 'Day', value: (row) => row.record.on ?? '', show: (row) => row.record.on ?? '—' },
    { name: 'Until', value: (row) => row.record.until ?? '', show: (row) => row.record.until ?? '—' },
  ];
}
