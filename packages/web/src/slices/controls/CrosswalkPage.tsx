// The crosswalk: criteria across, Annex A down, a dot where controls meet both, with the reasons.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { ClaimAgainstOurs } from './ClaimAgainstOurs.tsx';
import { Matrix } from './Matrix.tsx';
import { keyOf } from './matrix.layout.ts';
import { PairReasons } from './PairReasons.tsx';
import { PairTable } from './PairTable.tsx';
import { ControlTabs } from './tabs.tsx';

export function CrosswalkPage() {
  const { org } = useParams({ from: '/o/$org/crosswalk' });
  const search = useSearch({ from: '/o/$org/crosswalk' });
  const navigate = useNavigate({ from: '/o/$org/crosswalk' });
  const [chosen, setChosen] = useState<string | undefined>();
  const crosswalk = useOrg(org, ['crosswalk'], () => api['crosswalk.read']({ params: { org } }));
  const posture = useOrg(org, ['posture', ''], () => api['posture.read']({ params: { org } }));
  const titles = useMemo(
    () =>
      new Map(
        (posture.data?.data ?? []).flatMap((each) =>
          each.requirements.map((requirement) => [requirement.ref, requirement.title] as const),
        ),
      ),
    [posture.data],
  );
  const all = search.scope === 'all';
  const pairs = useMemo(
    () =>
      (crosswalk.data?.data ?? []).filter(
        (pair) => pair.iso.includes('/A.') && (all || titles.size === 0 || titles.has(pair.tsc)),
      ),
    [crosswalk.data, titles, all],
  );
  return (
    <Loaded of={crosswalk}>
      {() => {
        const strong = pairs.filter((pair) => pair.strength !== 'supporting');
        const pair = pairs.find((each) => keyOf(each) === chosen);
        const asTable = search.as === 'table';
        return (
          <div className="page">
            <PageHead
              title="Crosswalk"
              name="Crosswalk"
              sentence={`${strong.length} pairs of a criterion and an Annex A control are met by one and the same control; ${pairs.length - strong.length} more are only supported.`}
            >
              <button
                type="button"
                className="button"
                onClick={() => void navigate({ search: { ...search, as: asTable ? undefined : 'table' } })}
              >
                {asTable ? 'Show the matrix' : 'Show as table'}
              </button>
            </PageHead>
            <ControlTabs org={org} />
            <ClaimAgainstOurs org={org} />
            <section className="section" aria-labelledby="pairs">
              <div className="section-head">
                <h2 id="pairs">Criterion by criterion</h2>
                <label className="small">
                  <input
                    type="checkbox"
                    checked={all}
                    onChange={() => void navigate({ search: { ...search, scope: all ? undefined : 'all' } })}
                  />{' '}
                  also categories that were not chosen
                </label>
              </div>
              {asTable ? (
                <PairTable org={org} pairs={pairs} titles={titles} />
              ) : (
                <div className={pair ? 'with-drawer' : undefined}>
                  <Matrix pairs={pairs} titles={titles} chosen={chosen} choose={setChosen} />
                  {pair ? (
                    <PairReasons org={org} pair={pair} titles={titles} close={() => setChosen(undefined)} />
                  ) : null}
                </div>
              )}
            </section>
            <p className="small muted prose">
              Nothing here is stored: every pair is composed from the reviewed mappings of{' '}
              <Link to="/o/$org/controls" params={{ org }}>
                the control set
              </Link>
              , at most as strong as its weaker half.
            </p>
          </div>
        );
      }}
    </Loaded>
  );
}
