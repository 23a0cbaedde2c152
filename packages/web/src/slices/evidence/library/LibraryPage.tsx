// Library: all standing records, filtered, sorted and named through the address.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { May } from '../../../data/may.tsx';
import { useDeferredValue, useMemo } from 'react';
import { saveCsv } from '../../../ui/csv.ts';
import { Empty, Loaded, PageHead } from '../../../ui/page.tsx';
import { readSort, sorted, writeSort } from '../../../ui/sort.ts';
import { StateFilter } from '../../../ui/StateFilter.tsx';
import { VirtualTable } from '../../../ui/VirtualTable.tsx';
import { EvidenceTabs } from '../EvidenceTabs.tsx';
import { filterRecords } from '../filter.ts';
import { useRecords, type EvidenceRow, type Records } from '../records.ts';
import type { EvidenceSearch, SearchKey } from '../search.ts';
import { DateRange, Filters } from './Filters.tsx';
import { LIBRARY_CSV, libraryColumns } from './library.columns.tsx';
import { Views } from './Views.tsx';
import '../evidence.css';

const REVIEWS = ['pending', 'accepted', 'rejected'] as const;

export function LibraryPage() {
  const { org } = useParams({ from: '/o/$org' });
  const records = useRecords(org);
  return <Loaded of={records}>{(data) => <Library org={org} records={data} />}</Loaded>;
}

function Library({ org, records }: { readonly org: string; readonly records: Records }) {
  const search = useSearch({ from: '/o/$org/evidence/library' });
  const navigate = useNavigate({ from: '/o/$org/evidence/library' });
  const go = (next: EvidenceSearch): void => void navigate({ search: next, replace: true });
  const set = (key: SearchKey, value: string | undefined): void =>
    go({ ...search, view: undefined, [key]: value });
  const by = useDeferredValue(search);
  const columns = useMemo(() => libraryColumns(org), [org]);
  const beforeState = useMemo(
    () => filterRecords(records.rows, { ...by, state: undefined }),
    [records.rows, by],
  );
  const sort = readSort(by.sort);
  const rows = useMemo(() => {
    const found = filterRecords(beforeState, { state: by.state });
    const column = columns.find((each) => each.name === sort?.name);
    return column ? sorted(found, column.value, sort?.down ?? false) : found;
  }, [beforeState, by.state, columns, sort?.name, sort?.down]);
  return (
    <div className="page">
      <PageHead title="Evidence" name="Evidence library" sentence={sentence(records)}>
        <May org={org} needs="evidence.add">
          <Link className="button primary" to="/o/$org/import" params={{ org }}>
            Bring evidence
          </Link>
        </May>
      </PageHead>
      <EvidenceTabs org={org} />
      <div className="section">
        <div className="library-top">
          <Views org={org} search={search} go={go} />
          <Filters rows={records.rows} search={search} set={set} />
        </div>
        <div className="toolbar">
          <DateRange search={search} set={set} />
          <StateFilter
            label="Review"
            states={REVIEWS}
            countOf={(state) => beforeState.filter((row) => row.review.state === state).length}
            chosen={search.state}
            choose={(state) => go({ ...search, view: undefined, state })}
          />
          <span className="count" role="status">
            {rows.length === records.total ? records.total : `${rows.length} of ${records.total}`} records
          </span>
          <button type="button" className="button quiet" onClick={() => save(rows)}>
            CSV
          </button>
        </div>
        {rows.length === 0 ? (
          <NoMatch org={org} any={records.total > 0} clear={() => go({})} />
        ) : (
          <VirtualTable
            caption="Records"
            rows={rows}
            columns={columns}
            keyOf={(row) => row.code}
            nameOf={(row) => row.code}
            sort={readSort(search.sort)}
            sortBy={(name) => go({ ...search, sort: writeSort(name, readSort(search.sort)) })}
          />
        )}
      </div>
    </div>
  );
}

function NoMatch(props: { readonly org: string; readonly any: boolean; readonly clear: () => void }) {
  if (props.any)
    return (
      <Empty title="No record matches">
        <p>All filters have to hold at once.</p>
        <button type="button" className="button" onClick={props.clear}>
          Show all records
        </button>
      </Empty>
    );
  return (
    <Empty title="The library is empty">
      <p>One file is kept once, serves many controls, and answers both frameworks.</p>
      <Link className="button primary" to="/o/$org/import" params={{ org: props.org }}>
        Bring the first file
      </Link>
    </Empty>
  );
}

function save(rows: readonly EvidenceRow[]): void {
  saveCsv('evidence', [
    LIBRARY_CSV.map(([name]) => name),
    ...rows.map((row) => LIBRARY_CSV.map(([, read]) => read(row))),
  ]);
}

function sentence({ rows, total, whole }: Records): string {
  if (!whole) return `${rows.length} of ${total} records are read so far.`;
  if (rows.length < total) return `The newest ${rows.length} of ${total} records.`;
  const accepted = rows.filter((row) => row.review.state === 'accepted').length;
  const both = rows.filter((row) => serves(row, 'iso') && serves(row, 'soc2')).length;
  return `${accepted} of ${total} records are accepted; ${both} support a control in both frameworks today.`;
}

function serves(row: EvidenceRow, view: 'iso' | 'soc2'): boolean {
  return row.controls.some((control) => control[view].state === 'supports');
}
