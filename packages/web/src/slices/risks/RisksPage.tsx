// The register: what could hurt us and whether it is treated; the matrix, then every risk.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAsOf } from '../../data/asof.ts';
import { May } from '../../data/may.tsx';
import { AsOf, PastNotice } from '../../ui/AsOf.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { DataTable } from '../../ui/table.tsx';
import { MatrixTable } from './matrix/MatrixTable.tsx';
import { RiskMatrix } from './matrix/RiskMatrix.tsx';
import { riskColumns } from './risks.columns.tsx';
import { useMatrix, useMethod, useRisks, type Matrix, type Method, type Risk } from './risks.ts';
import { RiskTabs } from './RiskTabs.tsx';
import { RiskTools } from './RiskTools.tsx';
import { filterRisks, type RiskSearch } from './search.ts';
import './risks.css';

export function RisksPage() {
  const { org } = useParams({ from: '/o/$org/risks' });
  const risks = useRisks(org);
  const matrix = useMatrix(org);
  const method = useMethod(org);
  return (
    <Loaded of={risks}>
      {({ data }) => (
        <Loaded of={matrix}>
          {(cells) => (
            <Loaded of={method}>
              {(by) => <Register org={org} risks={data} matrix={cells} method={by} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface Props {
  readonly org: string;
  readonly risks: readonly Risk[];
  readonly matrix: Matrix;
  readonly method: Method;
}

function Register({ org, risks, matrix, method }: Props) {
  const search = useSearch({ from: '/o/$org/risks' });
  const navigate = useNavigate({ from: '/o/$org/risks' });
  const { day } = useAsOf();
  const go = (next: RiskSearch): void => void navigate({ search: next, replace: true });
  const shown = useMemo(() => filterRisks(risks, search), [risks, search]);
  // The matrix keeps all of its cells; a chosen cell narrows the list only.
  const drawn = useMemo(() => filterRisks(risks, { ...search, cell: undefined }), [risks, search]);
  const codes = useMemo(() => new Set(drawn.map(({ code }) => code)), [drawn]);
  const arrows = search.arrows === 'aim' || search.arrows === 'none' ? search.arrows : 'done';
  const choose = (cell: string | undefined): void => go({ ...search, cell });
  return (
    <div className="page">
      <PageHead title="Risks" name="Risks" sentence={matrix.sentence}>
        <AsOf />
        <PrintLinks org={org} document="risk-register" />
        <a className="button quiet" href={`/v1/orgs/${org}/risk-register?as=xlsx`} download>
          Excel
        </a>
        {day === undefined ? (
          <May org={org} needs="risks.change">
            <Link className="button primary" to="/o/$org/new-risk" params={{ org }}>
              Write down a risk
            </Link>
          </May>
        ) : null}
      </PageHead>
      <PastNotice />
      <RiskTabs org={org} />
      {risks.length === 0 ? (
        <Empty title="No risk is written down yet">
          <p>Begin with one of the scenarios that firms like yours look at; each is yours to judge.</p>
          <Link className="button" to="/o/$org/new-risk" params={{ org }}>
            Look at the scenarios
          </Link>
        </Empty>
      ) : (
        <>
          <RiskTools all={risks} drawn={drawn} matrix={matrix} method={method} search={search} go={go} />
          {search.as === 'table' ? (
            <MatrixTable
              org={org}
              matrix={matrix}
              method={method}
              shown={codes}
              cell={search.cell}
              choose={choose}
            />
          ) : (
            <RiskMatrix
              org={org}
              matrix={matrix}
              method={method}
              risks={drawn}
              arrows={arrows}
              cell={search.cell}
              choose={choose}
            />
          )}
          <Placeless codes={matrix.placeless.filter((code) => codes.has(code))} />
          <DataTable
            caption="Risks"
            file="risks"
            rows={shown}
            columns={riskColumns(org, method)}
            keyOf={(row) => row.code}
            tools={
              search.cell === undefined ? undefined : (
                <CellChosen cell={search.cell} clear={() => choose(undefined)} />
              )
            }
            empty={<p className="muted">No risk matches; all filters have to hold at once.</p>}
          />
        </>
      )}
    </div>
  );
}

function Placeless({ codes }: { readonly codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <p className="muted small">
      Without a place in the matrix: {codes.join(', ')}. Nobody has assessed{' '}
      {codes.length === 1 ? 'it' : 'them'} by what the method measures now.
    </p>
  );
}

function CellChosen({ cell, clear }: { readonly cell: string; readonly clear: () => void }) {
  const [likelihood, impact] = cell.split('-');
  return (
    <button type="button" className="button quiet" onClick={clear}>
      Only likelihood {likelihood}, impact {impact} <span aria-hidden="true">×</span>
      <span className="sr">: show all cells</span>
    </button>
  );
}
