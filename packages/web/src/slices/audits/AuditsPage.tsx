// Internal audits: planned, under way, reported; how far each is and what came of it.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { May } from '../../data/may.tsx';
import { AuditTabs } from '../../ui/AuditTabs.tsx';
import { IdList } from '../../ui/IdList.tsx';
import { AuditId, FindingId } from '../../ui/links.tsx';
import { StatusMark, stateOf } from '../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { markOf, useAudits, type AuditRow } from './audits.ts';

export function AuditsPage() {
  const { org } = useParams({ from: '/o/$org/audits/internal' });
  const search = useSearch({ from: '/o/$org/audits/internal' });
  const navigate = useNavigate({ from: '/o/$org/audits/internal' });
  const found = useAudits(org);
  const words = (search.q ?? '').toLowerCase();
  return (
    <Loaded of={found}>
      {({ sentence, data }) => (
        <div className="page">
          <PageHead title="Audits" name="Internal audits" sentence={sentence}>
            <May org={org} needs="findings.change">
              <Link className="button primary" to="/o/$org/audits/new" params={{ org }}>
                Plan an audit
              </Link>
            </May>
          </PageHead>
          <AuditTabs org={org} />
          <DataTable
            caption="Internal audits"
            file="internal-audits"
            rows={data.filter((row) =>
              `${row.id} ${row.title} ${row.auditor} ${row.state}`.toLowerCase().includes(words),
            )}
            columns={columnsOf(org)}
            keyOf={(row) => row.id}
            tools={
              <SearchBox
                label="Filter"
                hint="Id, title, auditor"
                value={search.q}
                change={(q) => void navigate({ search: { ...search, q }, replace: true })}
              />
            }
            empty={
              <Empty title="No audit here">
                <p>
                  An audit looks at some of the clauses and controls, by somebody who owns none of them. Its
                  results become findings, and its report goes to management.
                </p>
              </Empty>
            }
          />
        </div>
      )}
    </Loaded>
  );
}

function columnsOf(org: string): readonly Column<AuditRow>[] {
  return [
    {
      name: 'Id',
      value: (row) => Number(row.id.slice(3)),
      show: (row) => <AuditId org={org} id={row.id} />,
    },
    {
      name: 'Audit',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          {row.title}
          <span className="block muted small">{row.sentence}</span>
        </>
      ),
    },
    {
      name: 'State',
      value: (row) => stateOf(markOf(row))[0],
      show: (row) => <StatusMark state={markOf(row)} />,
    },
    { name: 'From', value: (row) => row.from, show: (row) => <time dateTime={row.from}>{row.from}</time> },
    {
      name: 'Looked at',
      number: true,
      value: (row) => row.counts.said,
      show: (row) => (
        <>
          {row.counts.said}
          <span className="faint"> / {row.counts.lines}</span>
        </>
      ),
    },
    {
      name: 'Auditor',
      value: (row) => row.auditor,
      show: (row) => (
        <>
          {row.auditor}
          {row.not_independent.length === 0 ? null : (
            <span className="block small">
              <StatusMark state="pending">now owns {row.not_independent.join(' ')}</StatusMark>
            </span>
          )}
        </>
      ),
    },
    {
      name: 'Findings',
      value: (row) => row.findings.length,
      show: (row) => <IdList ids={row.findings} link={(id) => <FindingId org={org} id={id} />} />,
    },
  ];
}
