// From 2013 to 2022: of each control of the newer edition what came from where, what is still to decide, what goes wrong.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Output, Routes } from '@assay/contract';
import { api, useOrg } from '../../data/api.ts';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { DataTable } from '../../ui/table.tsx';
import { TableSection } from '../../ui/TableSection.tsx';
import { CLAUSE_COLUMNS, pitfallColumns, themeWord, wayColumns, type Way } from './transition.columns.tsx';
import { WayPicture } from './WayPicture.tsx';
import { SoaTabs } from '../soa/SoaTabs.tsx';
import './kept.css';

type Found = Output<Routes['soa.transition']>;

const STATES = ['way_new', 'way_conflict', 'way_unclear', 'way_carried', 'way_decided'] as const;

export function TransitionPage() {
  const { org } = useParams({ from: '/o/$org' });
  const found = useOrg(org, ['transition'], () => api['soa.transition']({ params: { org }, query: {} }));
  return (
    <Loaded of={found}>
      {(way) => (
        <div className="page kept-even">
          <PageHead title="From 2013" name="From 2013" sentence={way.sentence}>
            <Link className="button" to="/o/$org/soa/bring" params={{ org }} search={{}}>
              {way.import === null ? 'Bring the statement of 2013' : 'Bring a statement'}
            </Link>
          </PageHead>
          <SoaTabs org={org} />
          <p className="prose muted">{way.deadline_sentence}</p>
          <WayPicture rows={way.rows} />
          <Rows org={org} way={way} />
          <TableSection
            title="Pitfalls"
            file={`${org}-transition-pitfalls`}
            rows={way.pitfalls}
            keyOf={(row) => row.code}
            columns={pitfallColumns(org)}
            empty={<p className="muted">None of the known pitfalls is there.</p>}
          />
          <TableSection
            title="Clauses 4 to 10"
            file={`${org}-transition-clauses`}
            rows={way.clauses}
            keyOf={(row) => `${row.clause} ${row.kind}`}
            columns={CLAUSE_COLUMNS}
          />
        </div>
      )}
    </Loaded>
  );
}

function Rows({ org, way }: { readonly org: string; readonly way: Found }) {
  const search = useSearch({ from: '/o/$org/soa/transition' });
  const navigate = useNavigate({ from: '/o/$org/soa/transition' });
  const words = (search.q ?? '').toLowerCase();
  const rows = way.rows.filter(
    (row) =>
      (search.state === undefined || `way_${row.state}` === search.state) &&
      `${row.id} ${row.title} ${row.parents.map(({ id, title }) => `${id} ${title}`).join(' ')}`
        .toLowerCase()
        .includes(words),
  );
  return (
    <DataTable<Way>
      caption="Controls of 2022 and what they came from"
      file={`${org}-transition`}
      rows={rows}
      columns={wayColumns(org, way.import !== null)}
      keyOf={(row) => row.id}
      groupOf={(row) => themeWord(row.theme)}
      tools={
        <>
          <StateFilter
            label="Where it stands"
            states={STATES}
            countOf={(state) => way.rows.filter((row) => `way_${row.state}` === state).length}
            chosen={search.state}
            choose={(state) => void navigate({ search: { ...search, state }, replace: true })}
          />
          <SearchBox
            label="Filter"
            hint="Control of 2013 or 2022"
            value={search.q}
            change={(q) => void navigate({ search: { ...search, q }, replace: true })}
          />
        </>
      }
      empty={
        <Empty title="No control like that">
          <p>Change the words or the state.</p>
        </Empty>
      }
    />
  );
}
