// Home: how ready are we, and what is next. One sentence, one picture, three bars each, three steps.
import { allPages } from '@assay/contract';
import { provedSentence } from '@assay/core';
import { useParams } from '@tanstack/react-router';
import { api, useOrg, useSession } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';
import { AsOf, PastNotice } from '../../ui/AsOf.tsx';
import { HomeTabs } from '../../ui/HomeTabs.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { Bars } from './Bars.tsx';
import { Missions } from './Missions.tsx';
import { NextThings } from './NextThings.tsx';
import { TwoViews } from './TwoViews.tsx';

export function HomePage() {
  const { org } = useParams({ from: '/o/$org' });
  const { day, query } = useAsOf();
  const demo = useSession().data?.organisations.find(({ slug }) => slug === org)?.demo === true;
  const posture = useOrg(org, ['posture', day ?? ''], () => api['posture.read']({ params: { org }, query }));
  const controls = useOrg(org, ['controls', day ?? ''], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: { ...query, ...page } })),
  );
  return (
    <Loaded of={posture}>
      {({ data: frameworks }) => (
        <div className="page">
          <PageHead title="Readiness" name="Home" sentence={provedSentence(frameworks)}>
            <AsOf />
          </PageHead>
          <HomeTabs org={org} />
          <PastNotice />
          {controls.data ? (
            <TwoViews org={org} frameworks={frameworks} controls={controls.data.data} />
          ) : null}
          <Bars frameworks={frameworks} org={org} />
          {day === undefined ? <NextThings /> : null}
          {demo && day === undefined ? <Missions org={org} /> : null}
        </div>
      )}
    </Loaded>
  );
}
