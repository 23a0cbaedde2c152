// Checks: what scanners look at, what they found last, and for which controls it speaks.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { saveCsv } from '../../ui/csv.ts';
import { readSort, sorted, writeSort } from '../../ui/sort.ts';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { ControlTabs } from '../controls/tabs.tsx';
import { CHECK_STATES, resourcesOf, stateOfCheck, useChecks, type CheckRow } from './checks.ts';
import { checkColumns } from './checks.columns.tsx';
import { filterChecks, scannersOf, type CheckSearch } from './filter.ts';
import { MapChecks } from './MapChecks.tsx';
import './monitoring.css';

export function ChecksPage() {
  const { org } = useParams({ from: '/o/$org' });
  const checks = useChecks(org);
  return <Loaded of={checks}>{(rows) => <Checks org={org} all={rows} />}</Loaded>;
}

function Checks({ org, all }: { readonly org: string; readonly all: readonly CheckRow[] }) {
  const search = useSearch({ from: '/o/$org/checks' });
  const navigate = useNavigate({ from: '/o/$org/checks' });
  const go = (next: CheckSearch): void => void navigate({ search: next, replace: true });
  const columns = useMemo(() => checkColumns(org), [org]);
  const found = useMemo(() => filterChecks(all, { ...search, result: undefined }), [all, search]);
  const sort = readSort(search.sort);
  const rows = useMemo(() => {
    const shown = filterChecks(found, { ...search });
    const column = columns.find((each) => each.name === sort?.name);
    return column ? sorted(shown, column.value, sort?.down ?? false) : shown;
  }, [found, search, columns, sort?.name, sort?.down]);
  const queue = search.state === 'unmapped';
  return (
    <div className="page">
      <PageHead title="Checks" name="Checks" sentence={sentence(all)} />
      <ControlTabs org={org} />
      <div className="section">
        <div className="filters">
          <SearchBox
            label="Filter checks"
            hint="Words in title, key or control"
            value={search.q}
            change={(q) => go({ ...search, q })}
          />
          <select
            className="input which"
            aria-label="Which"
            value={search.state ?? ''}
            onChange={(event) =>
              go({ ...search, state: event.target.value === '' ? undefined : event.target.value })
            }
          >
            <option value="">seen in imports</option>
            <option value="unmapped">seen, without a control</option>
            <option value="all">whole catalogue</option>
          </select>
          <select
            className="input"
            aria-label="Source"
            value={search.source ?? ''}
            onChange={(event) =>
              go({ ...search, source: event.target.value === '' ? undefined : event.target.value })
            }
          >
            <option value="">any scanner</option>
            {scannersOf(all).map((scanner) => (
              <option key={scanner}>{scanner}</option>
            ))}
          </select>
        </div>
        <div className="toolbar">
          <StateFilter
            label="Result"
            states={CHECK_STATES}
            countOf={(state) => found.filter((row) => stateOfCheck(row) === state).length}
            chosen={search.result}
            choose={(result) => go({ ...search, result })}
          />
          <span className="count" role="status">
            {rows.length} {rows.length === 1 ? 'check' : 'checks'}
          </span>
          <button type="button" className="button quiet" onClick={() => save(rows)}>
            CSV
          </button>
        </div>
        {rows.length === 0 ? (
          <NoCheck
            org={org}
            queue={queue}
            any={all.some((row) => row.last_seen !== null)}
            clear={() => go({})}
          />
        ) : queue ? (
          <MapChecks org={org} checks={rows.map((row) => ({ key: row.key, results: resourcesOf(row) }))} />
        ) : (
          <VirtualTable
            caption="Checks"
            rows={rows}
            columns={columns}
            keyOf={(row) => row.key}
            nameOf={(row) => row.key}
            sort={sort}
            sortBy={(name) => go({ ...search, sort: writeSort(name, sort) })}
          />
        )}
      </div>
    </div>
  );
}

function NoCheck(props: {
  readonly org: string;
  readonly queue: boolean;
  readonly any: boolean;
  readonly clear: () => void;
}) {
  if (!props.any)
    return (
      <Empty title="No scanner has spoken yet">
        <p>Bring a scanner’s file: each of its checks appears here with the controls that it speaks for.</p>
        <Link className="button primary" to="/o/$org/import" params={{ org: props.org }}>
          Bring a scanner’s file
        </Link>
      </Empty>
    );
  return (
    <Empty title={props.queue ? 'Every check speaks for a control' : 'No check matches'}>
      <button type="button" className="button" onClick={props.clear}>
        Show all that were seen
      </button>
    </Empty>
  );
}

function save(rows: readonly CheckRow[]): void {
  saveCsv('checks', [
    [
      'Check',
      'Title',
      'Scanner',
      'Service',
      'Severity',
      'State',
      'Pass',
      'Fail',
      'Unknown',
      'Error',
      'Not applicable',
      'Last seen',
      'Controls',
    ],
    ...rows.map((row) => [
      row.key,
      row.title,
      row.scanner,
      row.service ?? '',
      row.severity ?? '',
      stateOfCheck(row),
      String(row.latest.pass),
      String(row.latest.fail),
      String(row.latest.unknown),
      String(row.latest.error),
      String(row.latest.not_applicable),
      row.last_seen ?? '',
      row.controls.join(' '),
    ]),
  ]);
}

function sentence(all: readonly CheckRow[]): string {
  const seen = all.filter((row) => row.last_seen !== null);
  if (seen.length === 0) return `${all.length} checks are known; none was seen in an import yet.`;
  const fail = seen.filter((row) => row.latest.fail > 0).length;
  const doubt = seen.filter((row) => ['unclear', 'error'].includes(stateOfCheck(row))).length;
  const unmapped = seen.filter((row) => row.controls.length === 0).length;
  return `${fail} of ${seen.length} checks that were seen fail somewhere; ${doubt} could not tell; ${unmapped} speak for no control.`;
}
