// One risk and its story: what could happen, how large it is, what is done, who took it, when it was looked at.
import { Link, useParams } from '@tanstack/react-router';
import { useAsOf } from '../../../data/asof.ts';
import { AsOf, PastNotice } from '../../../ui/AsOf.tsx';
import { StatusMark } from '../../../ui/marks.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { Term } from '../../../ui/Term.tsx';
import { minuteText } from '../../../ui/words.ts';
import { Sentence } from '../Sentence.tsx';
import { useMethod, useRisk, type Method, type Risk } from '../risks.ts';
import { Assessments } from './Assessments.tsx';
import { Acceptances, Reviews } from './Records.tsx';
import { RiskActs } from './RiskActs.tsx';
import { InMoney } from './InMoney.tsx';
import { RiskLedger } from './RiskLedger.tsx';
import { Treatment } from './Treatment.tsx';
import '../risks.css';

export function RiskPage() {
  const { org, risk } = useParams({ from: '/o/$org/risks/$risk' });
  const found = useRisk(org, risk);
  const method = useMethod(org);
  return (
    <Loaded of={found}>
      {(data) => <Loaded of={method}>{(by) => <Story org={org} risk={data} method={by} />}</Loaded>}
    </Loaded>
  );
}

interface Props {
  readonly org: string;
  readonly risk: Risk;
  readonly method: Method;
}

function Story({ org, risk, method }: Props) {
  const { day } = useAsOf();
  return (
    <div className="page">
      <PageHead
        title={
          <>
            <span className="mono faint">{risk.code}</span> {risk.title}
          </>
        }
        name={`${risk.code} ${risk.title}`}
        sentence={<Sentence of={risk.sentence} />}
        crumbs={
          <>
            <Link to="/o/$org/risks" params={{ org }}>
              Risks
            </Link>
            {risk.category === '' ? null : (
              <Link to="/o/$org/risks" params={{ org }} search={{ category: risk.category }}>
                {risk.category}
              </Link>
            )}
          </>
        }
      >
        <AsOf />
        {day === undefined ? <RiskActs org={org} risk={risk} method={method} /> : null}
      </PageHead>
      <PastNotice />
      <Asked risk={risk} />
      <div className="pair wide-left">
        <Scenario risk={risk} />
        <Facts org={org} risk={risk} />
      </div>
      <Assessments org={org} risk={risk} method={method} />
      <Treatment org={org} risk={risk} />
      <Acceptances risk={risk} />
      <Reviews risk={risk} />
      <RiskLedger org={org} code={risk.code} />
    </div>
  );
}

/** What an auditor would ask about, each with what to do. */
function Asked({ risk }: { readonly risk: Risk }) {
  if (risk.lints.length === 0) return null;
  return (
    <ul className="asks" aria-label="What an auditor would ask about">
      {risk.lints.map(({ code, sentence, remedy }) => (
        <li key={code}>
          {sentence} <span className="muted">{remedy}</span>
        </li>
      ))}
    </ul>
  );
}

function Scenario({ risk }: { readonly risk: Risk }) {
  const { scenario } = risk;
  const facts =
    scenario.view === 'event'
      ? ([
          ['Event', scenario.event],
          ['Consequence', scenario.consequence],
        ] as const)
      : ([
          ['Asset', scenario.asset],
          ['Threat', scenario.threat],
          ['Vulnerability', scenario.vulnerability],
        ] as const);
  return (
    <section className="side" aria-labelledby="scenario">
      <h2 id="scenario">What could happen</h2>
      <dl className="facts">
        {facts.map(([name, text]) => (
          <div key={name} className="key-row">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {Object.entries(risk.custom).map(([name, text]) => (
          <div key={name} className="key-row">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Facts({ org, risk }: { readonly org: string; readonly risk: Risk }) {
  return (
    <section className="side" aria-labelledby="stands">
      <h2 id="stands">How it stands</h2>
      <dl className="facts">
        <div className="key-row">
          <dt>State</dt>
          <dd>
            <StatusMark state={`risk_${risk.state}`} />
          </dd>
        </div>
        <div className="key-row">
          <dt>
            <Term of="owner">Owner</Term>
          </dt>
          <dd>{risk.owner ?? 'nobody'}</dd>
        </div>
        <div className="key-row">
          <dt>At stake</dt>
          <dd>{risk.properties.join(', ')}</dd>
        </div>
        <div className="key-row">
          <dt>Review due</dt>
          <dd>{risk.review_due ?? 'once it is assessed'}</dd>
        </div>
        <InMoney org={org} risk={risk} />
        <div className="key-row">
          <dt>Version</dt>
          <dd>
            {risk.revision}, {risk.changed_by}, {minuteText(risk.changed_at)}
          </dd>
        </div>
      </dl>
    </section>
  );
}
