// The crosswalk: criteria across, ISO requirements down, a dot where controls meet both, with the reasons.
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { Fraction } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Matrix, type Pair } from './Matrix.tsx';
import { ControlTabs } from './tabs.tsx';

const KINDS = [
  ['requirements', 'Requirements'],
  ['controls', 'Controls'],
  ['evidence', 'Pieces of evidence'],
  ['effort', 'Effort in person-days'],
] as const;

export function CrosswalkPage() {
  const { org } = useParams({ from: '/o/$org/crosswalk' });
  const [chosen, setChosen] = useState<string | undefined>();
  const [asTable, setAsTable] = useState(false);
  const crosswalk = useOrg(org, ['crosswalk'], () => api['crosswalk.read']({ params: { org } }));
  const overlap = useOrg(org, ['overlap'], () => api['overlap.read']({ params: { org } }));
  const annex = useMemo(
    () => (crosswalk.data?.data ?? []).filter((pair) => pair.iso.includes('/A.')),
    [crosswalk.data],
  );
  return (
    <Loaded of={crosswalk}>
      {() => {
        const strong = annex.filter((pair) => pair.strength !== 'supporting');
        const pair = annex.find((each) => `${each.tsc}|${each.iso}` === chosen);
        return (
          <div className="page">
            <PageHead
              title="Crosswalk"
              name="Crosswalk"
              sentence={`${strong.length} pairs of a criterion and an Annex A control share a control that answers both; ${annex.length - strong.length} more are supported.`}
            >
              <button type="button" className="button" onClick={() => setAsTable(!asTable)}>
                {asTable ? 'Show as matrix' : 'Show as table'}
              </button>
            </PageHead>
            <ControlTabs org={org} />
            {overlap.data ? (
              <section className="section" aria-labelledby="overlap">
                <h2 id="overlap">Claim against ours</h2>
                <p className="prose">
                  The article says that {overlap.data.claim.low * 100} to {overlap.data.claim.high * 100}{' '}
                  percent is shared. This organisation’s own control set gives:
                </p>
                <div className="table-wrap">
                  <table className="table">
                    <thead>
                      <tr>
                        <th>Counted by</th>
                        <th className="num">Of ISO, answered by work for SOC 2</th>
                        <th className="num">Of SOC 2, answered by work for ISO</th>
                      </tr>
                    </thead>
                    <tbody>
                      {KINDS.map(([key, name]) => (
                        <tr key={key}>
                          <td>{name}</td>
                          <td className="num">
                            <Share of={overlap.data.iso_by_soc2[key]} />
                          </td>
                          <td className="num">
                            <Share of={overlap.data.soc2_by_iso[key]} />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              </section>
            ) : null}
            {asTable ? (
              <PairTable pairs={annex} />
            ) : (
              <div className={pair ? 'with-drawer' : undefined}>
                <Matrix pairs={annex} chosen={chosen} choose={setChosen} />
                {pair ? <Reasons org={org} pair={pair} close={() => setChosen(undefined)} /> : null}
              </div>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function Share({ of }: { readonly of: { readonly numerator: number; readonly denominator: number } }) {
  return (
    <>
      <Fraction of={of} />{' '}
      <span className="faint">
        {of.denominator === 0 ? '' : `${Math.round((100 * of.numerator) / of.denominator)} %`}
      </span>
    </>
  );
}

function PairTable({ pairs }: { readonly pairs: readonly Pair[] }) {
  const id = (ref: string): string => ref.slice(ref.indexOf('/') + 1);
  return (
    <DataTable
      caption="Crosswalk"
      file="crosswalk"
      rows={pairs}
      keyOf={(row) => `${row.tsc}|${row.iso}`}
      columns={[
        {
          name: 'Criterion',
          value: (row) => id(row.tsc),
          show: (row) => <span className="id soc2">{id(row.tsc)}</span>,
        },
        {
          name: 'Annex A',
          value: (row) => id(row.iso),
          show: (row) => <span className="id iso">{id(row.iso)}</span>,
        },
        { name: 'Relation', value: (row) => row.relation, show: (row) => row.relation },
        { name: 'Strength', value: (row) => row.strength, show: (row) => row.strength },
        {
          name: 'Through',
          grow: true,
          value: (row) => row.via.map((path) => path.control).join(' '),
          show: (row) => row.via.map((path) => `${path.control} ${path.name}`).join(', '),
        },
      ]}
    />
  );
}

function Reasons({
  org,
  pair,
  close,
}: {
  readonly org: string;
  readonly pair: Pair;
  readonly close: () => void;
}) {
  return (
    <aside className="drawer" aria-label="Reasons">
      <div className="head-top">
        <h2>
          <span className="mono soc2">{pair.tsc.slice(pair.tsc.indexOf('/') + 1)}</span> and{' '}
          <span className="mono iso">{pair.iso.slice(pair.iso.indexOf('/') + 1)}</span>
        </h2>
        <div className="actions">
          <button type="button" className="button quiet" onClick={close}>
            Close
          </button>
        </div>
      </div>
      <p className="muted">
        {pair.relation}, {pair.strength}, through {pair.via.length} control{pair.via.length === 1 ? '' : 's'}.
      </p>
      {pair.via.map((path) => (
        <div className="path" key={path.control}>
          <Link to="/o/$org/controls/$control" params={{ org, control: path.control }}>
            <span className="id">{path.control}</span> {path.name}
          </Link>
          <span className="small">
            <span className="soc2">SOC 2</span>{' '}
            <span className="muted">
              {path.tsc.relation}, {path.tsc.strength}: {path.tsc.rationale}
            </span>
          </span>
          <span className="small">
            <span className="iso">ISO</span>{' '}
            <span className="muted">
              {path.iso.relation}, {path.iso.strength}: {path.iso.rationale}
            </span>
          </span>
        </div>
      ))}
    </aside>
  );
}
