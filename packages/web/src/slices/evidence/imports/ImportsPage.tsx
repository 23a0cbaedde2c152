// Imports: every file that was read, what came of it, and the way back.
import { Link, useParams } from '@tanstack/react-router';
import { api, useChange, useOrg } from '../../../data/api.ts';
import { May } from '../../../data/may.tsx';
import { StatusMark } from '../../../ui/marks.tsx';
import { Empty, Loaded, PageHead } from '../../../ui/page.tsx';
import { DataTable, type Column } from '../../../ui/table.tsx';
import { EvidenceTabs } from '../EvidenceTabs.tsx';
import { EvidenceId } from '../links.tsx';
import type { ImportRow } from '../records.ts';
import '../evidence.css';
import { minuteText } from '../../../ui/words.ts';

export function ImportsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const imports = useOrg(org, ['imports'], () =>
    api['imports.list']({ params: { org }, query: { limit: '200' } }),
  );
  const change = useChange(org);
  const undo = (row: ImportRow): void =>
    change.mutate({
      act: () => api['imports.undo']({ params: { org, import: row.id } }),
      done: `${row.filename} is undone: ${row.total} results and ${row.evidence ?? 'its record'} are taken back.`,
    });
  const discard = (row: ImportRow): void =>
    change.mutate({
      act: () => api['imports.discard']({ params: { org, import: row.id } }),
      done: `${row.filename} is thrown away; nothing of it counted.`,
    });
  return (
    <Loaded of={imports}>
      {({ data, has_more }) => (
        <div className="page">
          <PageHead title="Evidence" name="Imports" sentence={sentence(data, has_more)}>
            <May org={org} needs="evidence.add">
              <Link className="button primary" to="/o/$org/import" params={{ org }}>
                Bring evidence
              </Link>
            </May>
          </PageHead>
          <EvidenceTabs org={org} />
          <DataTable
            caption="Imports"
            file="imports"
            rows={data}
            keyOf={(row) => row.id}
            columns={columnsOf(org, { undo, discard })}
            empty={
              <Empty title="No file was read yet">
                <p>Each import is shown before it counts, and can be undone whole.</p>
                <Link className="button primary" to="/o/$org/import" params={{ org }}>
                  Bring the first file
                </Link>
              </Empty>
            }
          />
        </div>
      )}
    </Loaded>
  );
}

interface WaysBack {
  readonly undo: (row: ImportRow) => void;
  readonly discard: (row: ImportRow) => void;
}

function columnsOf(org: string, back: WaysBack): readonly Column<ImportRow>[] {
  const count = (name: string, read: (row: ImportRow) => number): Column<ImportRow> => ({
    name,
    number: true,
    value: read,
    show: (row) => (
      <>
        {read(row)}
        <span className="only-phone faint"> {name.toLowerCase()}</span>
      </>
    ),
  });
  return [
    {
      name: 'File',
      grow: true,
      value: (row) => row.filename,
      show: (row) => (
        <>
          <Link to="/o/$org/import" params={{ org }} search={{ id: row.id }}>
            {row.filename}
          </Link>
          <span className="under">
            {row.reader_title}
            {row.scope === null ? '' : `, ${row.scope}`}; by {row.by}
          </span>
        </>
      ),
    },
    {
      name: 'When',
      value: (row) => row.created_at,
      show: (row) => minuteText(row.created_at),
    },
    count('Results', (row) => row.total),
    count('Fail', (row) => row.observations.fail),
    count('Changed', (row) => row.change.new + row.change.changed),
    count('Problems', (row) => row.problems.fatal + row.problems.error + row.problems.warning),
    {
      name: 'State',
      value: (row) => row.state,
      show: (row) => (
        <StatusMark state={row.state === 'pending' ? 'planned' : row.state}>
          {row.state === 'pending' ? 'Dry run' : undefined}
        </StatusMark>
      ),
    },
    {
      name: 'Record',
      value: (row) => row.evidence ?? '',
      show: (row) =>
        row.evidence === null ? (
          <span className="faint">none</span>
        ) : (
          <EvidenceId org={org} code={row.evidence} />
        ),
    },
    {
      name: 'Way back',
      value: (row) => row.undone_at ?? '',
      show: (row) =>
        row.state === 'committed' ? (
          <button type="button" className="button quiet" onClick={() => back.undo(row)}>
            Undo<span className="sr"> {row.filename}</span>
          </button>
        ) : row.state === 'undone' ? null : (
          <button type="button" className="button quiet" onClick={() => back.discard(row)}>
            {row.state === 'reading' ? 'Cancel' : 'Throw away'}
            <span className="sr"> {row.filename}</span>
          </button>
        ),
    },
  ];
}

function sentence(rows: readonly ImportRow[], more: boolean): string {
  const of = (state: ImportRow['state']): number => rows.filter((row) => row.state === state).length;
  const parts = [
    `${of('committed')} ${more ? `of the last ${rows.length}` : `of ${rows.length}`} imports count`,
    of('pending') > 0 ? `${of('pending')} dry ${of('pending') === 1 ? 'run waits' : 'runs wait'}` : undefined,
    of('reading') > 0 ? `${of('reading')} being read` : undefined,
    of('interrupted') > 0 ? `${of('interrupted')} interrupted` : undefined,
    of('refused') > 0 ? `${of('refused')} refused` : undefined,
    of('undone') > 0 ? `${of('undone')} undone` : undefined,
  ].filter((part) => part !== undefined);
  return `${parts.join('; ')}.`;
}
