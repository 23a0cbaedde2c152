// Who did what: acts newest first, filters in the address, and of one act every field before and after.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ErrorPage } from '../../app/ErrorPage.tsx';
import { Empty, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { ActDialog } from './ActDialog.tsx';
import type { TrailSearch } from './search.ts';
import { minuteOf, useTrail, VIA_WORDS, wantedOf, type Act } from './trail.ts';

export function TrailPage() {
  const { org } = useParams({ from: '/o/$org/settings/trail' });
  const search = useSearch({ from: '/o/$org/settings/trail' });
  const navigate = useNavigate({ from: '/o/$org/settings/trail' });
  const found = useTrail(org, search);
  const set = (next: TrailSearch): void => void navigate({ search: { ...search, ...next }, replace: true });
  if (found.error && !found.data) return <ErrorPage error={found.error} />;
  const rows = found.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="page" aria-busy={found.data === undefined}>
      <PageHead
        title="Trail"
        name="Trail"
        sentence={found.data ? sentence(rows, found.hasNextPage) : undefined}
      >
        <a className="button quiet" href={linesOf(org, search)} download="trail.json">
          These acts as JSON
        </a>
      </PageHead>
      <DataTable
        caption="Acts, newest first"
        file="trail"
        rows={rows}
        columns={columns(org, search)}
        keyOf={(row) => String(row.index)}
        tools={<Tools search={search} set={set} />}
        empty={
          <Empty title="Nobody did anything like that">
            <p>Change the words, the days or the way in.</p>
          </Empty>
        }
      />
      {found.hasNextPage ? (
        <button
          type="button"
          className="button"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          Show what came before
        </button>
      ) : null}
      {search.entry === undefined ? null : (
        <ActDialog org={org} entry={search.entry} close={() => set({ entry: undefined })} />
      )}
    </div>
  );
}

function sentence(rows: readonly Act[], more: boolean): string {
  const people = new Set(rows.map((row) => row.actor?.name ?? '')).size;
  const acts = `${rows.length}${more ? ' newest' : ''} ${rows.length === 1 ? 'act' : 'acts'}`;
  return `${acts} by ${people} ${people === 1 ? 'actor' : 'actors'}; the ledger commits to each of them.`;
}

function linesOf(org: string, search: TrailSearch): string {
  const query = new URLSearchParams({ ...wantedOf(search), limit: '200' });
  return `/v1/orgs/${org}/trail?${query.toString()}`;
}

interface ToolsProps {
  readonly search: TrailSearch;
  readonly set: (next: TrailSearch) => void;
}

function Tools({ search, set }: ToolsProps) {
  return (
    <div className="filters">
      <SearchBox label="Who" hint="Name" value={search.actor} change={(actor) => set({ actor })} />
      <SearchBox
        label="Action"
        hint="control. or evidence.recorded"
        value={search.action}
        change={(action) => set({ action })}
      />
      <SearchBox label="Object" hint="Id" value={search.object} change={(object) => set({ object })} />
      <select
        className={search.via === undefined ? 'input unset' : 'input'}
        aria-label="Way in"
        value={search.via ?? ''}
        onChange={(event) => set({ via: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">Every way in</option>
        {Object.entries(VIA_WORDS).map(([via, words]) => (
          <option key={via} value={via}>
            {words}
          </option>
        ))}
      </select>
      {(['from', 'until'] as const).map((end) => (
        <input
          key={end}
          className="input"
          type="date"
          aria-label={end === 'from' ? 'First day' : 'Last day'}
          value={search[end] ?? ''}
          onChange={(event) => set({ [end]: event.target.value === '' ? undefined : event.target.value })}
        />
      ))}
    </div>
  );
}

function columns(org: string, search: TrailSearch): readonly Column<Act>[] {
  return [
    {
      name: 'When',
      value: (row) => row.at,
      show: (row) => (
        <Link
          to="/o/$org/settings/trail"
          params={{ org }}
          search={{ ...search, entry: String(row.index) }}
          replace
        >
          {minuteOf(row.at)}
        </Link>
      ),
    },
    {
      name: 'Who',
      value: (row) => row.actor?.name ?? '',
      show: (row) => row.actor?.name ?? <span className="muted">from before the trail</span>,
    },
    { name: 'Action', value: (row) => row.action, show: (row) => row.action },
    { name: 'Object', value: (row) => row.object, show: (row) => <span className="mono">{row.object}</span> },
    {
      name: 'Way in',
      value: (row) => row.via?.kind ?? '',
      show: (row) => (
        <>
          {VIA_WORDS[row.via?.kind ?? ''] ?? ''}
          {row.address === null ? null : <span className="block muted small">{row.address}</span>}
        </>
      ),
    },
    { name: 'Reason', grow: true, value: (row) => row.reason ?? '', show: (row) => row.reason ?? '' },
  ];
}
