// Try a window: slide its start and length and see live what would be clean, what must happen when, and what stands in
// the way of an earlier start. What is tried stands in the address; kept, it becomes a plan whose tasks follow the data.
import { allPages } from '@assay/contract';
import { addDays, daysBetween } from '@assay/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, take, useOrg } from '../../../../data/api.ts';
import { Loaded, PageHead } from '../../../../ui/page.tsx';
import { useToday } from '../../../../ui/useToday.ts';
import { EvidenceTabs } from '../../../evidence/EvidenceTabs.tsx';
import { plain, type WindowStart } from '../window.ts';
import { Needs } from './Needs.tsx';
import { Outcome } from './Outcome.tsx';
import { SavePlan } from './SavePlan.tsx';
import { Sliders, type Tried } from './Sliders.tsx';
import { TriedPicture } from './TriedPicture.tsx';
import '../window.css';

const HALF_YEAR = 182;
/** Long enough that a slide does not ask for every day, short enough to feel live. */
const SETTLE_MS = 80;

export function StartWindowPage() {
  const { org } = useParams({ from: '/o/$org/windows/start' });
  const windows = useOrg(org, ['windows'], () =>
    allPages((query) => api['windows.list']({ params: { org }, query })),
  );
  return (
    <Loaded of={windows}>
      {({ data }) => {
        const current = data.find((each) => each.current);
        return <Try org={org} near={current} />;
      }}
    </Loaded>
  );
}

interface Props {
  readonly org: string;
  /** The examination that is set: where one begins to try. */
  readonly near: { readonly from: string; readonly until: string } | undefined;
}

function Try({ org, near }: Props) {
  const search = useSearch({ from: '/o/$org/windows/start' });
  const navigate = useNavigate({ from: '/o/$org/windows/start' });
  const today = plain(useToday());
  const [tried, setTried] = useState<Tried>(() => ({
    from: search.from === undefined ? plain(near?.from ?? addDays(today, 1)) : plain(search.from),
    days: search.days ?? (near ? daysBetween(plain(near.from), plain(near.until)) : HALF_YEAR),
  }));
  const settled = useSettled(tried);
  useEffect(() => {
    void navigate({ search: { from: settled.from, days: settled.days }, replace: true });
  }, [navigate, settled]);
  const until = addDays(settled.from, settled.days);
  const answer = useQuery({
    queryKey: ['org', org, 'window-start', settled.from, until],
    queryFn: async () =>
      take(await api['windows.suppose']({ params: { org }, query: { from: settled.from, until } })),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page window-page">
      <PageHead
        title="Try a window"
        name="Try a window"
        sentence={answer.data?.sentence ?? 'Which days could a Type II report cover without a deviation?'}
        crumbs={
          <Link to="/o/$org/windows" params={{ org }}>
            Window
          </Link>
        }
      />
      <EvidenceTabs org={org} />
      <section className="section try" aria-label="The window that is tried">
        <TriedPicture tried={tried} today={today} answer={answer.data} />
        <Sliders tried={tried} today={today} set={setTried} />
      </section>
      <Loaded of={answer}>
        {(told: WindowStart) => (
          <>
            <Outcome org={org} told={told} tried={tried} startOn={(from) => setTried({ ...tried, from })} />
            <SavePlan org={org} tried={tried} told={told} />
            <Needs org={org} told={told} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** A value once it has stood still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
