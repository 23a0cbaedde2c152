// One approved version: who approved what, its digest and place in the ledger, what differs from another, and all its rows.
import { addressOf } from '@assay/contract';
import { dayWords, themeTitle } from '@assay/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { Copy } from '../../ui/Copy.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { DataTable } from '../../ui/table.tsx';
import { minuteText } from '../../ui/words.ts';
import { Differences, differenceSentence } from './Differences.tsx';
import { filtered, isOpen, toggled, type SoaSearch } from './filter.ts';
import { RowBelow } from './RowBelow.tsx';
import type { SoaLint, SoaRow, SoaVersion } from './soa.ts';
import { SoaTabs } from './SoaTabs.tsx';
import { statementColumns } from './statement.columns.tsx';
import './soa.css';

export function VersionPage() {
  const { org, version } = useParams({ from: '/o/$org/soa/versions/$version' });
  const { against } = useSearch({ from: '/o/$org/soa/versions/$version' });
  const found = useOrg(org, ['soa', 'versions', version], () =>
    api['soa.version']({ params: { org, version } }),
  );
  return (
    <Loaded of={found}>
      {({ frozen, ...of }) => (
        <div className="page">
          <PageHead
            title={of.id}
            name={of.id}
            sentence={`${of.approver}, ${of.role}, approved ${of.rows} rows on ${dayWords(of.approved_at)}: ${countsOf(frozen.rows)}. What was approved does not change.`}
            crumbs={
              <Link to="/o/$org/soa/versions" params={{ org }}>
                Versions
              </Link>
            }
          >
            <PrintLinks org={org} document="statement-version" of={of.id} />
            {(['xlsx', 'csv'] as const).map((as) => (
              <a
                key={as}
                className="button quiet"
                href={addressOf('soa.export', { params: { org }, query: { as, version: of.id } })}
                download
              >
                {as.toUpperCase()}
              </a>
            ))}
          </PageHead>
          <SoaTabs org={org} />
          <Facts org={org} of={of} />
          <Against org={org} version={of.id} against={against} />
          {against === undefined ? <Rows org={org} rows={frozen.rows} lints={frozen.lints} /> : null}
        </div>
      )}
    </Loaded>
  );
}

function Facts({ org, of }: { readonly org: string; readonly of: SoaVersion }) {
  return (
    <dl className="facts">
      <dt>Approved</dt>
      <dd>
        {minuteText(of.approved_at)} UTC by {of.approver}, {of.role}; recorded by {of.recorded_by}
      </dd>
      {of.note === '' ? null : (
        <>
          <dt>Note</dt>
          <dd>{of.note}</dd>
        </>
      )}
      <dt>SHA-256</dt>
      <dd>
        <Copy what="digest" text={of.digest} />
      </dd>
      <dt>Ledger</dt>
      <dd>
        entry <span className="mono">{of.entry}</span>,{' '}
        <a
          href={addressOf('ledger.prove', { params: { org }, query: { index: of.entry } })}
          download={`${of.id}-proof.json`}
        >
          save its proof
        </a>
      </dd>
    </dl>
  );
}

interface AgainstProps {
  readonly org: string;
  readonly version: string;
  readonly against: string | undefined;
}

/** Another version to hold it against, and what differs. */
function Against({ org, version, against }: AgainstProps) {
  const navigate = useNavigate({ from: '/o/$org/soa/versions/$version' });
  const versions = useOrg(org, ['soa', 'versions'], () => api['soa.versions']({ params: { org } }));
  const others = (versions.data?.data ?? []).filter(({ id }) => id !== version);
  if (others.length === 0) return null;
  return (
    <div className="section">
      <label className="field">
        <span>Hold it against</span>
        <select
          className="input rule-filter"
          value={against ?? ''}
          onChange={(event) =>
            void navigate({ search: { against: event.target.value || undefined }, replace: true })
          }
        >
          <option value="">no other version: show its rows</option>
          {others.map(({ id, approved_at: at }) => (
            <option key={id} value={id}>
              {id} of {dayWords(at)}
            </option>
          ))}
        </select>
      </label>
      {against === undefined ? null : <Between org={org} from={against} to={version} />}
    </div>
  );
}

function Between({ org, from, to }: { readonly org: string; readonly from: string; readonly to: string }) {
  const found = useOrg(org, ['soa', 'differences', from, to], () =>
    api['soa.differences']({ params: { org }, query: { from, to } }),
  );
  return (
    <Loaded of={found}>
      {({ data }) => (
        <>
          <p>{differenceSentence(from, to, data)}</p>
          <Differences org={org} from={from} to={to} rows={data} />
        </>
      )}
    </Loaded>
  );
}

const DECISIONS = ['in', 'out', 'undecided'] as const;

interface RowsProps {
  readonly org: string;
  readonly rows: readonly SoaRow[];
  readonly lints: readonly SoaLint[];
}

function Rows({ org, rows, lints }: RowsProps) {
  const search = useSearch({ from: '/o/$org/soa/versions/$version' });
  const navigate = useNavigate({ from: '/o/$org/soa/versions/$version' });
  const go = (next: Partial<SoaSearch>): void =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false });
  return (
    <div className="section">
      <StateFilter
        label="Rows with this decision"
        states={DECISIONS}
        countOf={(state) => filtered(rows, lints, { ...search, state }).length}
        chosen={search.state}
        choose={(state) => go({ state })}
      />
      <DataTable
        caption="Rows as they were approved"
        file="statement-version"
        rows={filtered(rows, lints, search)}
        groupOf={(row) => themeTitle(row.theme)}
        keyOf={(row) => row.id}
        columns={statementColumns({
          org,
          lints,
          isOpen: (id) => isOpen(search, id),
          toggle: (id) => go({ open: toggled(search, id) }),
        })}
        below={(row) => (isOpen(search, row.id) ? <RowBelow org={org} row={row} lints={lints} /> : undefined)}
        tools={
          <SearchBox
            label="Filter rows"
            hint="Id, words, risk, control, owner"
            value={search.q}
            change={(q) => go({ q })}
          />
        }
        empty={
          <Empty title="No row matches">
            <p>Change the words or the decision.</p>
          </Empty>
        }
      />
    </div>
  );
}

function countsOf(rows: readonly SoaRow[]): string {
  const count = (decision: SoaRow['decision']): number =>
    rows.filter((row) => row.decision === decision).length;
  return `${count('in')} in, ${count('out')} out`;
}
