// Company: which documents of clauses 4 to 7 are in force, by whose word, and what waits.
import { COMPANY_DOCUMENTS } from '@assay/core';
import { May } from '../../data/may.tsx';
import { Link, useParams } from '@tanstack/react-router';
import { hueOf } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { CompanyTabs } from './CompanyTabs.tsx';
import { ScopeDays } from './ScopeDays.tsx';
import { ofKind, stateOfRecord, useRecords, type IsmsRow, type Of } from './records.ts';
import { RecordId } from './RecordId.tsx';
import { SystemsInScope } from './SystemsInScope.tsx';
import './isms.css';

interface Row {
  readonly clause: string;
  readonly title: string;
  readonly kind: (typeof COMPANY_DOCUMENTS)[number]['kind'];
  readonly record: IsmsRow | undefined;
}

export function CompanyPage() {
  const { org } = useParams({ from: '/o/$org' });
  const records = useRecords(org);
  return (
    <Loaded of={records}>
      {({ data, sentence }) => (
        <div className="page">
          <PageHead title="Company" name="Company" sentence={sentence} />
          <CompanyTabs org={org} />
          <ScopeDays org={org} scopes={ofKind(data, 'scope')} />
          <DataTable
            caption="Documents of clauses 4 to 7"
            file="company-documents"
            rows={rowsOf(data)}
            columns={columnsOf(org)}
            keyOf={(row) => `${row.kind} ${row.record?.id ?? ''}`}
            tools={
              <May org={org} needs="isms.change">
                <Link className="button" to="/o/$org/company/new/$kind" params={{ org, kind: 'scope' }}>
                  Scope another framework
                </Link>
              </May>
            }
          />
          <SystemsInScope titleOf={titleIn(ofKind(data, 'scope'))} />
        </div>
      )}
    </Loaded>
  );
}

/** What the scope of a framework is called. */
function titleIn(scopes: readonly Of<'scope'>[]): (framework: string) => string {
  const titles = new Map(scopes.map(({ record, title }) => [record.framework, title]));
  return (framework) => titles.get(framework) ?? framework;
}

/** Each document once, each scope, and those that nobody has written. */
function rowsOf(data: readonly IsmsRow[]): readonly Row[] {
  return COMPANY_DOCUMENTS.flatMap(({ kind, clause, title }): readonly Row[] => {
    const found = data.filter(({ record }) => record.kind === kind);
    if (found.length === 0) return [{ clause, title, kind, record: undefined }];
    return found.map((record) => ({ clause, title: record.title, kind, record }));
  });
}

function columnsOf(org: string): readonly Column<Row>[] {
  return [
    {
      name: 'Clause',
      value: (row) => row.clause,
      show: (row) => <span className="id iso">{row.clause}</span>,
    },
    {
      name: 'Document',
      grow: true,
      value: (row) => row.title,
      show: (row) =>
        row.record ? (
          <>
            <Title org={org} row={row.record} />
          </>
        ) : (
          row.title
        ),
    },
    {
      name: 'State',
      value: (row) => (row.record ? stateOfRecord(row.record) : 'missing'),
      show: (row) => <StatusMark state={`isms_${row.record ? stateOfRecord(row.record) : 'missing'}`} />,
    },
    {
      name: 'In force',
      wide: true,
      value: (row) => row.record?.in_force ?? '',
      show: (row) => (row.record?.in_force ? `version ${row.record.in_force}` : '—'),
    },
    {
      name: 'Newest',
      value: (row) => row.record?.revision ?? '',
      show: (row) => (row.record ? `version ${row.record.revision}` : <Write org={org} kind={row.kind} />),
    },
    {
      name: 'Approved',
      wide: true,
      value: (row) => row.record?.approval?.at.slice(0, 10) ?? '',
      show: (row) => row.record?.approval?.at.slice(0, 10) ?? '—',
    },
    {
      name: 'By',
      wide: true,
      value: (row) => row.record?.approval?.by ?? '',
      show: (row) => row.record?.approval?.by ?? '—',
    },
    {
      name: 'Remarks',
      number: true,
      wide: true,
      value: (row) => row.record?.lints.length ?? 0,
      show: (row) => row.record?.lints.length ?? '',
    },
  ];
}

function Title({ org, row }: { readonly org: string; readonly row: IsmsRow }) {
  if (row.record.kind !== 'scope')
    return (
      <Link to="/o/$org/company/$record" params={{ org, record: row.id }}>
        {row.title}
      </Link>
    );
  return (
    <>
      <RecordId org={org} id={row.id} /> <span className={hueOf(row.record.framework)}>{row.title}</span>
      <span className="under wrap">{row.record.statement}</span>
    </>
  );
}

function Write({ org, kind }: { readonly org: string; readonly kind: Row['kind'] }) {
  return (
    <Link to="/o/$org/company/new/$kind" params={{ org, kind }}>
      write it
    </Link>
  );
}
