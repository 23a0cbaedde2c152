// The statement of applicability: what is in and why, what is out and why, and for each row the way to its last proof.
import { IMPLEMENTATION_STATUSES, themeTitle } from '@assay/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { DataTable } from '../../ui/table.tsx';
import { EditRow } from './EditRow.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { filtered, isOpen, toggled, type SoaSearch } from './filter.ts';
import { Reach } from './Reach.tsx';
import { RowBelow } from './RowBelow.tsx';
import { RuleFilter } from './RuleFilter.tsx';
import type { Statement } from './soa.ts';
import { SoaTabs } from './SoaTabs.tsx';
import { statementColumns } from './statement.columns.tsx';
import './soa.css';

export function StatementPage() {
  const { org } = useParams({ from: '/o/$org/soa' });
  const found = useOrg(org, ['soa'], () => api['soa.read']({ params: { org } }));
  return (
    <Loaded of={found}>
      {(statement) => (
        <div className="page">
          <PageHead
            title="Statement of applicability"
            name="Statement of applicability"
            sentence={statement.sentence}
          >
            <PrintLinks org={org} document="statement" />
            <a className="button quiet" href={`/v1/orgs/${org}/soa/export?as=xlsx`} download>
              XLSX
            </a>
            <Elsewhere org={org} statement={statement} />
          </PageHead>
          <SoaTabs org={org} />
          <Shown org={org} statement={statement} />
        </div>
      )}
    </Loaded>
  );
}

const DECISIONS = ['in', 'out', 'undecided'] as const;

function Shown({ org, statement }: { readonly org: string; readonly statement: Statement }) {
  const search = useSearch({ from: '/o/$org/soa' });
  const navigate = useNavigate({ from: '/o/$org/soa' });
  const [editing, setEditing] = useState<string>();
  const { rows, lints, reach } = statement;
  const go = (next: Partial<SoaSearch>): void =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false });
  const count = (next: Partial<SoaSearch>): number => filtered(rows, lints, { ...search, ...next }).length;
  const edited = rows.find(({ id }) => id === editing);
  return (
    <>
      <Reach org={org} reach={reach} chosen={search.lacks} />
      <div className="section">
        <div className="filter-rows">
          <StateFilter
            label="Rows with this decision"
            states={DECISIONS}
            countOf={(state) => count({ state })}
            chosen={search.state}
            choose={(state) => go({ state })}
          />
          <StateFilter
            label="Rows that are put in place this far"
            states={IMPLEMENTATION_STATUSES}
            countOf={(status) => count({ status })}
            chosen={search.status}
            choose={(status) => go({ status })}
          />
        </div>
        <DataTable
          caption="Rows of the statement"
          file="statement-of-applicability"
          rows={filtered(rows, lints, search)}
          groupOf={(row) => themeTitle(row.theme)}
          keyOf={(row) => row.id}
          columns={statementColumns({
            org,
            lints,
            isOpen: (id) => isOpen(search, id),
            toggle: (id) => go({ open: toggled(search, id) }),
            edit: (row) => setEditing(row.id),
          })}
          below={(row) =>
            isOpen(search, row.id) ? (
              <RowBelow org={org} row={row} lints={lints} decide={() => setEditing(row.id)} />
            ) : undefined
          }
          tools={
            <>
              <SearchBox
                label="Filter rows"
                hint="Id, words, risk, control, owner"
                value={search.q}
                change={(q) => go({ q })}
              />
              <RuleFilter lints={lints} chosen={search.rule} choose={(rule) => go({ rule })} />
              <button
                type="button"
                className="button quiet"
                onClick={() => go({ open: search.open === undefined ? 'all' : undefined })}
              >
                {search.open === undefined ? 'Open all traces' : 'Close the traces'}
              </button>
            </>
          }
          empty={
            <Empty title="No row matches">
              <p>Change the words, the decision, the status or the rule.</p>
            </Empty>
          }
        />
      </div>
      {edited ? <EditRow key={edited.id} org={org} row={edited} close={() => setEditing(undefined)} /> : null}
    </>
  );
}
