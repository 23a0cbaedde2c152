// One internal audit: what it is held against, who audits, the checklist line by line, the report.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';
import { IdList } from '../../ui/IdList.tsx';
import { FindingId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { PrintLinks } from '../../ui/PrintLinks.tsx';
import { markOf, useAudit, type Audit } from './audits.ts';
import { Checklist } from './Checklist.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import './audits.css';

export function AuditPage() {
  const { org, audit } = useParams({ from: '/o/$org/audits/$audit' });
  const found = useAudit(org, audit);
  return (
    <Loaded key={audit} of={found}>
      {(data) => <One org={org} audit={data} />}
    </Loaded>
  );
}

function One({ org, audit }: { readonly org: string; readonly audit: Audit }) {
  const [asked, setAsked] = useState<'plan' | 'report'>();
  const { counts } = audit;
  const reported = audit.state === 'reported';
  const whole = counts.said === counts.lines;
  return (
    <div className="page">
      <PageHead
        title={
          <>
            <span className="mono">{audit.id}</span> {audit.title}
          </>
        }
        name={audit.id}
        crumbs={
          <Link to="/o/$org/audits/internal" params={{ org }}>
            Audits
          </Link>
        }
        sentence={audit.sentence}
      >
        {reported ? null : (
          <>
            <button
              type="button"
              className={whole ? 'button primary' : 'button'}
              disabled={!whole}
              title={whole ? undefined : `${counts.lines - counts.said} lines say nothing yet`}
              onClick={() => setAsked('report')}
            >
              Report it
            </button>
            <button type="button" className="button" onClick={() => setAsked('plan')}>
              Change the plan
            </button>
          </>
        )}
        <PrintLinks org={org} document="audit-report" of={audit.id} />
      </PageHead>
      <Facts org={org} audit={audit} />
      {audit.report ? (
        <section className="section">
          <h2>Report</h2>
          <p className="prose" style={{ whiteSpace: 'pre-line' }}>
            {audit.report.summary}
          </p>
          <p className="muted">
            To {audit.report.to} on {audit.report.on}.
          </p>
        </section>
      ) : null}
      <Checklist org={org} audit={audit} />
      {asked === 'plan' ? <PlanDialog org={org} audit={audit} close={() => setAsked(undefined)} /> : null}
      {asked === 'report' ? <ReportDialog org={org} audit={audit} close={() => setAsked(undefined)} /> : null}
    </div>
  );
}

function Facts({ org, audit }: { readonly org: string; readonly audit: Audit }) {
  const { counts, not_independent: own } = audit;
  return (
    <dl className="facts">
      <dt>State</dt>
      <dd>
        <StatusMark state={markOf(audit)} />
      </dd>
      <dt>Days</dt>
      <dd>
        {audit.from} to {audit.to}
      </dd>
      <dt>Auditor</dt>
      <dd>
        {audit.auditor}
        {own.length > 0 ? (
          <span className="note block">
            now owns {own.join(', ')}: name another auditor before the report, nobody audits their own work.
          </span>
        ) : (
          <span className="muted">
            {audit.state === 'reported'
              ? ', independent when it was reported'
              : ', owns nothing of the scope'}
          </span>
        )}
      </dd>
      <dt>Criteria</dt>
      <dd className="prose">{audit.criteria}</dd>
      <dt>Looked at</dt>
      <dd>
        {counts.said} of {counts.lines} requirements: {counts.conforms} conform, {counts.finding} with a
        finding, {counts.not_audited} left out
      </dd>
      <dt>Findings</dt>
      <dd>
        {audit.findings.length === 0 ? (
          'none'
        ) : (
          <IdList ids={audit.findings} most={12} link={(id) => <FindingId org={org} id={id} />} />
        )}
      </dd>
    </dl>
  );
}

interface DialogProps {
  readonly org: string;
  readonly audit: Audit;
  readonly close: () => void;
}

function ReportDialog({ org, audit, close }: DialogProps) {
  const [summary, setSummary] = useState('');
  const [to, setTo] = useState('');
  const change = useChange(org);
  const report = (): void =>
    change.mutate({
      act: () => api['audits.report']({ params: { org, audit: audit.id }, body: { summary, to } }),
      done: `${audit.id} is reported to ${to}.`,
    });
  return (
    <Asking
      title={`Report ${audit.id}`}
      act="Report it for good"
      ready={summary.trim() !== '' && to.trim() !== ''}
      close={close}
      submit={report}
    >
      <p className="muted">
        {audit.counts.finding} of {audit.counts.lines} requirements have a finding. Once it is reported, the
        audit never changes.
      </p>
      <label className="field">
        <span>What was audited, and what is the result?</span>
        <textarea
          className="input"
          autoFocus
          required
          rows={6}
          maxLength={20_000}
          value={summary}
          onChange={(event) => setSummary(event.target.value)}
        />
      </label>
      <label className="field">
        <span>To whom in management? (9.2.2 c)</span>
        <input
          className="input"
          required
          maxLength={200}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
    </Asking>
  );
}
