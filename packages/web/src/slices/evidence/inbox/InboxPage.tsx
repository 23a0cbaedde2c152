// Inbox: every record that asks for attention, why it does, and the two answers a reviewer can give.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, useOrg } from '../../../data/api.ts';
import { May } from '../../../data/may.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { EvidenceTabs } from '../EvidenceTabs.tsx';
import { inbox, reasonsOf, WHYS, type Why } from '../reasons.ts';
import { useRecords, type Records } from '../records.ts';
import { InboxEmpty } from './InboxEmpty.tsx';
import { InboxList } from './InboxList.tsx';
import { WhyFilter } from './WhyFilter.tsx';
import '../evidence.css';

export function InboxPage() {
  const { org } = useParams({ from: '/o/$org' });
  const records = useRecords(org);
  return <Loaded of={records}>{(data) => <Inbox org={org} records={data} />}</Loaded>;
}

function Inbox({ org, records }: { readonly org: string; readonly records: Records }) {
  const search = useSearch({ from: '/o/$org/evidence' });
  const navigate = useNavigate({ from: '/o/$org/evidence' });
  const checks = useOrg(org, ['checks', 'unmapped'], () =>
    api['checks.list']({ params: { org }, query: { limit: '1', seen: 'true', unmapped: 'true' } }),
  );
  const today = useToday();
  const { waiting, counts } = useMemo(() => inbox(records.rows, today), [records.rows, today]);
  const why = WHYS.find((each) => each === search.why);
  const rows = useMemo(
    () =>
      why ? waiting.filter((row) => reasonsOf(row, today).some((reason) => reason.why === why)) : waiting,
    [waiting, why, today],
  );
  const unmapped = checks.data?.total ?? 0;
  return (
    <div className="page">
      <PageHead title="Evidence" name="Evidence inbox" sentence={sentence(counts, records)}>
        <May org={org} needs="evidence.add">
          <Link className="button primary" to="/o/$org/import" params={{ org }}>
            Bring evidence
          </Link>
        </May>
      </PageHead>
      <EvidenceTabs org={org} />
      {unmapped > 0 ? (
        <p className="note">
          {unmapped === 1 ? '1 check speaks' : `${unmapped} checks speak`} for no control.{' '}
          <Link to="/o/$org/checks" params={{ org }} search={{ state: 'unmapped' }}>
            Say what {unmapped === 1 ? 'it shows' : 'they show'}
          </Link>
        </p>
      ) : null}
      {waiting.length === 0 ? (
        <InboxEmpty org={org} any={records.total > 0} />
      ) : (
        <InboxList org={org} rows={rows} today={today}>
          <WhyFilter
            counts={counts}
            chosen={why}
            choose={(next) => void navigate({ search: next ? { why: next } : {} })}
          />
        </InboxList>
      )}
    </div>
  );
}

function sentence(counts: Readonly<Record<Why, number>>, { total, rows, whole }: Records): string {
  if (!whole) return `${rows.length} of ${total} records are read; counts follow.`;
  const parts = [
    counts.pending > 0
      ? `${counts.pending} of ${total} records ${counts.pending === 1 ? 'waits' : 'wait'} for a reviewer`
      : `None of ${total} records waits for a reviewer`,
    counts.outside_window > 0 ? `${counts.outside_window} outside the SOC 2 period` : undefined,
    counts.unmapped > 0 ? `${counts.unmapped} without a control` : undefined,
  ].filter((part) => part !== undefined);
  return `${parts.join('; ')}.`;
}
