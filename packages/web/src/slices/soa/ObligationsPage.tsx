// The register of obligations: laws, regulations and clauses of contracts that ask for controls, and the rows they put in.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { May } from '../../data/may.tsx';
import { IdList } from '../../ui/IdList.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { useToday } from '../../ui/useToday.ts';
import { RowId } from './links.tsx';
import { ObligationForm } from './ObligationForm.tsx';
import { RetireDialog } from './RetireDialog.tsx';
import type { Obligation } from './soa.ts';
import { SoaTabs } from './SoaTabs.tsx';
import './soa.css';

const STATES = ['binds', 'ended'] as const;

export function ObligationsPage() {
  const { org } = useParams({ from: '/o/$org/soa/obligations' });
  const [adding, setAdding] = useState(false);
  const found = useOrg(org, ['obligations'], () => api['obligations.list']({ params: { org } }));
  const today = useToday();
  return (
    <Loaded of={found}>
      {({ data }) => (
        <div className="page">
          <PageHead
            title="Statement of applicability"
            name="Obligations"
            sentence={obligationsSentence(data, today)}
          >
            <May org={org} needs="soa.change">
              <button type="button" className="button primary" onClick={() => setAdding(true)}>
                Add an obligation
              </button>
            </May>
          </PageHead>
          <SoaTabs org={org} />
          <Register org={org} rows={data} today={today} />
          {adding ? <ObligationForm org={org} close={() => setAdding(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}

interface RegisterProps {
  readonly org: string;
  readonly rows: readonly Obligation[];
  readonly today: string;
}

function Register({ org, rows, today }: RegisterProps) {
  const search = useSearch({ from: '/o/$org/soa/obligations' });
  const navigate = useNavigate({ from: '/o/$org/soa/obligations' });
  const change = useChange(org);
  const [changing, setChanging] = useState<Obligation>();
  const [retiring, setRetiring] = useState<Obligation>();
  const words = (search.q ?? '').toLowerCase();
  const named = rows.filter((row) =>
    [row.id, row.kind, row.title, row.clause, row.demand, row.owner ?? '', ...row.rows]
      .join(' ')
      .toLowerCase()
      .includes(words),
  );
  const inState = (state: string) => named.filter((row) => stateOfObligation(row, today) === state);
  const bindAgain = (row: Obligation): void =>
    change.mutate({
      act: () => endOn(org, row, null),
      done: `${row.id} binds again.`,
    });
  return (
    <div className="section">
      <StateFilter
        label="Obligations that bind or ended"
        states={STATES}
        countOf={(state) => inState(state).length}
        chosen={search.state}
        choose={(state) => void navigate({ search: { ...search, state } })}
      />
      <DataTable
        caption="Obligations"
        file="obligations"
        rows={search.state === undefined ? named : inState(search.state)}
        keyOf={(row) => row.id}
        columns={columnsOf(org, today, { change: setChanging, retire: setRetiring, bindAgain })}
        tools={
          <SearchBox
            label="Filter obligations"
            hint="Id, words, row"
            value={search.q}
            change={(q) => void navigate({ search: { ...search, q }, replace: true })}
          />
        }
        empty={
          <Empty title="No obligation is here">
            <p>
              What laws, regulations and contracts ask puts rows in beside risks. Begin with the law that your
              customers name in their contracts.
            </p>
          </Empty>
        }
      />
      {changing ? <ObligationForm org={org} held={changing} close={() => setChanging(undefined)} /> : null}
      {retiring ? <RetireDialog org={org} held={retiring} close={() => setRetiring(undefined)} /> : null}
    </div>
  );
}

interface Acts {
  readonly change: (row: Obligation) => void;
  readonly retire: (row: Obligation) => void;
  readonly bindAgain: (row: Obligation) => void;
}

function columnsOf(org: string, today: string, acts: Acts): readonly Column<Obligation>[] {
  return [
    { name: 'Id', value: (row) => row.id, show: (row) => <span className="id">{row.id}</span> },
    {
      name: 'Obligation',
      grow: true,
      value: (row) => (row.clause === '' ? row.title : `${row.title}, ${row.clause}`),
      show: (row) => (
        <>
          {row.title}
          {row.clause === '' ? null : <span className="muted">, {row.clause}</span>}
          {row.demand === '' ? null : <span className="block muted small">{row.demand}</span>}
        </>
      ),
    },
    { name: 'Kind', value: (row) => row.kind, show: (row) => row.kind },
    {
      name: 'State',
      value: (row) => stateOfObligation(row, today),
      show: (row) => (
        <>
          <StatusMark state={stateOfObligation(row, today)} />
          {row.ended_on === null ? null : <span className="under">until {row.ended_on}</span>}
        </>
      ),
    },
    {
      name: 'Owner',
      wide: true,
      value: (row) => row.owner ?? '',
      show: (row) => <span className="muted">{row.owner}</span>,
    },
    {
      name: 'Rows in because of it',
      value: (row) => row.rows.join(' '),
      show: (row) =>
        row.rows.length === 0 ? (
          <span className="faint small">no row</span>
        ) : (
          <IdList ids={row.rows} link={(id) => <RowId org={org} id={id} />} />
        ),
    },
    {
      name: 'Act',
      value: () => '',
      show: (row) => (
        <span className="ids">
          <button type="button" className="plain" onClick={() => acts.change(row)}>
            change<span className="sr"> {row.id}</span>
          </button>
          <button
            type="button"
            className="plain"
            onClick={() => (row.ended_on === null ? acts.retire(row) : acts.bindAgain(row))}
          >
            {row.ended_on === null ? 'end' : 'bind again'}
            <span className="sr"> {row.id}</span>
          </button>
        </span>
      ),
    },
  ];
}

/** Says when an obligation ends, or that it does not. */
function endOn(org: string, row: Obligation, day: string | null) {
  return api['obligations.change']({
    params: { org, obligation: row.id },
    ifMatch: `"${row.revision}"`,
    body: { ended_on: day },
  });
}

function stateOfObligation(row: Obligation, today: string): (typeof STATES)[number] {
  return row.ended_on === null || today < row.ended_on ? 'binds' : 'ended';
}

function obligationsSentence(rows: readonly Obligation[], today: string): string {
  const binding = rows.filter((row) => stateOfObligation(row, today) === 'binds');
  if (binding.length === 0) return 'No law, regulation or contract is in the register yet.';
  const contracts = binding.filter(({ kind }) => kind === 'contract').length;
  const used = binding.filter((row) => row.rows.length > 0).length;
  return `${binding.length} ${binding.length === 1 ? 'obligation binds' : 'obligations bind'}: ${binding.length - contracts} by law, ${contracts} by contract. ${used} of ${binding.length} put rows of the statement in.`;
}
