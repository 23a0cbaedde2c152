// What was found: a board by how far each is, or a list; filters in the address, clocks with their days.
import { FINDING_KINDS, FINDING_SOURCES, FINDING_STATES } from '@assay/core';
import { May } from '../../data/may.tsx';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AuditTabs } from '../../ui/AuditTabs.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { DataTable } from '../../ui/table.tsx';
import { said } from '../../ui/words.ts';
import { Board } from './Board.tsx';
import { findingColumns } from './findings.columns.tsx';
import { filtered, useFindings, type Finding } from './findings.ts';
import { NewFinding } from './NewFinding.tsx';
import type { FindingSearch } from './search.ts';
import '../audits/audits.css';

const SHOWS = ['open', 'overdue', 'closed'] as const;

export function FindingsPage() {
  const { org } = useParams({ from: '/o/$org/audits/findings' });
  const search = useSearch({ from: '/o/$org/audits/findings' });
  const navigate = useNavigate({ from: '/o/$org/audits/findings' });
  const [adding, setAdding] = useState(false);
  const found = useFindings(org);
  const set = (next: FindingSearch): void => void navigate({ search: { ...search, ...next }, replace: true });
  return (
    <Loaded of={found}>
      {({ sentence, data, lints }) => {
        const rows = filtered(data, search);
        const board = search.as !== 'table';
        const empty = (
          <Empty title={data.length === 0 ? 'Nothing was found yet' : 'No finding is like that'}>
            <p>
              {data.length === 0
                ? 'What an audit, an examiner, monitoring or your own eyes find stands here until it is corrected, its cause is known and its action has shown its effect.'
                : 'Change the words or the filters.'}
            </p>
          </Empty>
        );
        return (
          <div className="page">
            <PageHead title="Audits" name="Findings" sentence={sentence}>
              <May org={org} needs="findings.change">
                <button type="button" className="button primary" onClick={() => setAdding(true)}>
                  Record a finding
                </button>
              </May>
              <Link
                className="button"
                to="/o/$org/audits/findings"
                params={{ org }}
                search={{ ...search, as: board ? 'table' : undefined, sort: undefined }}
              >
                {board ? 'As a list' : 'As a board'}
              </Link>
              <PrintLinks org={org} document="findings-register" />
              <a className="button quiet" href={`/v1/orgs/${org}/findings.csv`} download="findings.csv">
                CSV, every field
              </a>
            </PageHead>
            <AuditTabs org={org} />
            <Remarks lints={lints} />
            <StateFilter
              label="Findings by how far they are"
              states={FINDING_STATES.map((state) => `finding_${state}`)}
              countOf={(state) => data.filter((row) => `finding_${row.state}` === state).length}
              chosen={search.state}
              choose={(state) => set({ state })}
            />
            {search.as === 'table' ? (
              <DataTable
                caption="Findings"
                file="findings"
                rows={rows}
                columns={findingColumns(org)}
                keyOf={(row) => row.id}
                tools={<Tools search={search} set={set} />}
                empty={empty}
              />
            ) : (
              <div className="section">
                <div className="toolbar">
                  <Tools search={search} set={set} />
                  <span className="count">
                    {rows.length} of {data.length}
                  </span>
                </div>
                {rows.length === 0 ? empty : <Board org={org} rows={rows} />}
              </div>
            )}
            {adding ? <NewFinding org={org} close={() => setAdding(false)} /> : null}
          </div>
        );
      }}
    </Loaded>
  );
}

interface ToolsProps {
  readonly search: FindingSearch;
  readonly set: (next: FindingSearch) => void;
}

function Tools({ search, set }: ToolsProps) {
  return (
    <div className="filters">
      <SearchBox label="Filter" hint="Id or words" value={search.q} change={(q) => set({ q })} />
      <Choose
        name="Kind"
        all="Every kind"
        of={FINDING_KINDS}
        value={search.kind}
        change={(kind) => set({ kind })}
      />
      <Choose
        name="Found by"
        all="Whoever found it"
        of={FINDING_SOURCES}
        value={search.source}
        change={(source) => set({ source })}
      />
      <Choose
        name="Which"
        all="Open and closed"
        of={SHOWS}
        value={search.show}
        change={(show) => set({ show })}
      />
    </div>
  );
}

interface ChooseProps {
  readonly name: string;
  readonly all: string;
  readonly of: readonly string[];
  readonly value: string | undefined;
  readonly change: (next: string | undefined) => void;
}

function Choose({ name, all, of, value, change }: ChooseProps) {
  return (
    <select
      className={value === undefined ? 'input unset' : 'input'}
      aria-label={name}
      value={value ?? ''}
      onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{all}</option>
      {of.map((each) => (
        <option key={each} value={each}>
          {said(each)}
        </option>
      ))}
    </select>
  );
}

/** What is to be said of several together, or is easily overlooked; clocks stand with each finding. */
function Remarks({ lints }: { readonly lints: Finding['lints'] }) {
  const shown = lints.filter(({ code }) => code === 'finding.minors_add_up');
  if (shown.length === 0) return null;
  return (
    <ul className="note">
      {shown.map(({ detail, remedy }) => (
        <li key={detail}>
          {detail} <span className="muted">{remedy}</span>
        </li>
      ))}
    </ul>
  );
}
