// One policy: where it stands, what it says, what it answers, what changed between versions, and who has confirmed it.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId, RequirementId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { minuteText, said } from '../../ui/words.ts';
import { Confirmations } from './Confirmations.tsx';
import { PolicyActs } from './PolicyActs.tsx';
import { PolicyFile } from './PolicyFile.tsx';
import { PolicyText } from './PolicyText.tsx';
import { usePolicy, type Policy } from './policies.ts';
import { TextMark } from './PoliciesPage.tsx';
import { Versions } from './Versions.tsx';
import './policies.css';

export function PolicyPage() {
  const { org, policy } = useParams({ from: '/o/$org/policies/$policy' });
  const { version } = useSearch({ from: '/o/$org/policies/$policy' });
  const found = usePolicy(org, policy, version);
  return (
    <Loaded key={policy} of={found}>
      {(data) => <One org={org} policy={data} />}
    </Loaded>
  );
}

function One({ org, policy }: { readonly org: string; readonly policy: Policy }) {
  return (
    <div className="page">
      <PageHead
        title={
          <>
            <span className="mono faint">{policy.code}</span> {policy.title}
          </>
        }
        name={`${policy.code} ${policy.title}`}
        crumbs={
          <Link to="/o/$org/policies" params={{ org }}>
            Documents
          </Link>
        }
        sentence={policy.sentence}
      >
        <PolicyActs org={org} policy={policy} />
      </PageHead>
      <Facts org={org} policy={policy} />
      <section className="section" aria-labelledby="text">
        <div className="section-head">
          <h2 id="text">Version {policy.version}</h2>
          {policy.versions.length > 1 ? <VersionChoice policy={policy} /> : null}
        </div>
        {policy.file ? <PolicyFile org={org} policy={policy} file={policy.file} /> : null}
        {policy.filled === '' ? null : <PolicyText text={policy.filled} />}
      </section>
      <Versions org={org} policy={policy} />
      <Confirmations policy={policy} />
    </div>
  );
}

function VersionChoice({ policy }: { readonly policy: Policy }) {
  const search = useSearch({ from: '/o/$org/policies/$policy' });
  const navigate = useNavigate({ from: '/o/$org/policies/$policy' });
  const newest = policy.versions.at(-1)?.version;
  return (
    <label className="inline-field">
      <span>Show</span>
      <select
        className="input"
        value={policy.version}
        onChange={(event) => {
          const chosen = Number(event.target.value);
          const version = chosen === newest ? undefined : chosen;
          void navigate({ search: { ...search, version }, replace: true });
        }}
      >
        {policy.versions.map(({ version, published_at }) => (
          <option key={version} value={version}>
            version {version}
            {version === policy.in_force ? ', in force' : published_at === null ? ', not published' : ''}
          </option>
        ))}
      </select>
    </label>
  );
}

function Facts({ org, policy }: { readonly org: string; readonly policy: Policy }) {
  const iso = policy.answers.filter((ref) => !ref.startsWith('soc2'));
  const soc2 = policy.answers.filter((ref) => ref.startsWith('soc2'));
  const refs = (of: readonly string[]) => (
    <IdList ids={of} most={12} link={(ref) => <RequirementId org={org} reference={ref} />} />
  );
  return (
    <dl className="facts policy-facts">
      <dt>State</dt>
      <dd>
        <StatusMark state={`policy_${policy.state}`} />
      </dd>
      <dt>Owner</dt>
      <dd>
        {said(policy.owner)}, looked at again every {policy.review_months} months
      </dd>
      <dt>Approved</dt>
      <dd>
        {policy.approval
          ? `by ${policy.approval.by} as ${said(policy.approval.role)}, ${minuteText(policy.approval.at)}`
          : 'not yet'}
      </dd>
      <dt>Text</dt>
      <dd>
        <TextMark row={policy} whole />
        {policy.reviewer === null ? (
          <>
            {' '}
            <StatusMark state="policy_unreviewed" />
          </>
        ) : (
          <span className="muted">, last read by {policy.reviewer}</span>
        )}
      </dd>
      {policy.retirement ? (
        <>
          <dt>Retired</dt>
          <dd>
            {minuteText(policy.retirement.at)} by {policy.retirement.by}: {policy.retirement.because}
          </dd>
        </>
      ) : null}
      {iso.length === 0 ? null : (
        <>
          <dt>Answers ISO/IEC 27001</dt>
          <dd>{refs(iso)}</dd>
        </>
      )}
      {soc2.length === 0 ? null : (
        <>
          <dt>Answers SOC 2</dt>
          <dd>{refs(soc2)}</dd>
        </>
      )}
      {policy.controls.length === 0 ? null : (
        <>
          <dt>Controls</dt>
          <dd>
            <IdList ids={policy.controls} most={12} link={(code) => <ControlId org={org} code={code} />} />
          </dd>
        </>
      )}
    </dl>
  );
}
