// Home: how ready are we, and what is next. One sentence, one picture, three bars each, three steps.
import { allPages } from '@assay/contract';
import { useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';
import { AsOf, PastNotice } from '../../ui/AsOf.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { Bars } from './Bars.tsx';
import { NextThings } from './NextThings.tsx';
import { TwoViews } from './TwoViews.tsx';

export function HomePage() {
  const { org } = useParams({ from: '/o/$org' });
  const { day, query } = useAsOf();
  const posture = useOrg(org, ['posture', day ?? ''], () => api['posture.read']({ params: { org }, query }));
  const controls = useOrg(org, ['controls', day ?? ''], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: { ...query, ...page } })),
  );
  return (
    <Loaded of={posture}>
      {({ data: frameworks }) => (
        <div className="page">
          <PageHead title="Readiness" name="Home" sentence={sentence(frameworks)}>
            <AsOf />
          </PageHead>
          <PastNotice />
          {controls.data ? (
            <TwoViews org={org} frameworks={frameworks} controls={controls.data.data} />
          ) : null}
          <Bars frameworks={frameworks} org={org} />
          {day === undefined ? <NextThings /> : null}
        </div>
      )}
    </Loaded>
  );
}

interface Proved {
  readonly view: string;
  readonly proved: {
    readonly numerator: number;
    readonly denominator: number;
    readonly reasons: readonly { readonly state: string; readonly count: number }[];
  };
}

/** "79 of 121 ISO requirements and 12 of 38 SOC 2 criteria are proved; 23 lack evidence." */
function sentence(frameworks: readonly Proved[]): string {
  const parts = frameworks
    .filter((each) => each.view !== 'other')
    .map(
      ({ view, proved }) =>
        `${proved.numerator} of ${proved.denominator} ${view === 'iso' ? 'ISO requirements' : 'SOC 2 criteria'}`,
    );
  const lacking = frameworks
    .flatMap(({ proved }) => proved.reasons)
    .filter(({ state }) => state === 'unknown')
    .reduce((sum, { count }) => sum + count, 0);
  if (parts.length === 0) return 'No framework is in use yet; choose one under Frameworks.';
  return `${parts.join(' and ')} are proved; ${lacking === 0 ? 'none lacks' : `${lacking} lack`} any evidence.`;
}
