// One finding: what it is, the record of 10.2 part by part, its clocks, and every version of it.
import { FINDING_KIND_WORDS } from '@assay/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { IdList } from '../../ui/IdList.tsx';
import { AuditId, ControlId, RequirementId } from '../../ui/links.tsx';
import { StatusMark, stateOf } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { said } from '../../ui/words.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { CLOCK_WORDS, useFinding, type Finding } from './findings.ts';
import { History } from './History.tsx';
import { RecordSection } from './RecordSection.tsx';
import '../audits/audits.css';

export function FindingPage() {
  const { org, finding } = useParams({ from: '/o/$org/audits/findings/$finding' });
  const found = useFinding(org, finding);
  return (
    <Loaded key={finding} of={found}>
      {(data) => <One org={org} finding={data} />}
    </Loaded>
  );
}

function One({ org, finding }: { readonly org: string; readonly finding: Finding }) {
  return (
    <div className="page">
      <PageHead
        title={
          <>
            <span className="mono">{finding.id}</span> {FINDING_KIND_WORDS[finding.kind]}
          </>
        }
        name={finding.id}
        crumbs={
          <>
            <Link to="/o/$org/audits/findings" params={{ org }}>
              Findings
            </Link>
            {finding.where.startsWith('IA-') ? <AuditId org={org} id={finding.where} /> : null}
          </>
        }
        sentence={finding.sentence}
      >
        <Acts org={org} finding={finding} />
      </PageHead>
      <Facts org={org} finding={finding} />
      <Remarks finding={finding} />
      <RecordSection org={org} finding={finding} />
      <TableSection
        title="Clocks"
        rows={finding.clocks}
        columns={CLOCK_COLUMNS}
        keyOf={(row) => row.name}
        file={`${finding.id}-clocks`}
        empty={<p className="muted">No clock is set for it.</p>}
      />
      <History org={org} finding={finding} />
    </div>
  );
}

function Acts({ org, finding }: { readonly org: string; readonly finding: Finding }) {
  const [asked, setAsked] = useState<'close' | 'reopen' | 'about'>();
  const change = useChange(org);
  const params = { org, finding: finding.id };
  const done = (): void => setAsked(undefined);
  const { missing } = finding;
  return (
    <>
      {finding.closed ? (
        <button type="button" className="button" onClick={() => setAsked('reopen')}>
          Open it again
        </button>
      ) : (
        <>
          <button
            type="button"
            className={missing === null ? 'button primary' : 'button'}
            disabled={missing !== null}
            title={missing === null ? undefined : `It lacks ${missing}`}
            onClick={() => setAsked('close')}
          >
            Close it
          </button>
          <button type="button" className="button" onClick={() => setAsked('about')}>
            Change what it says
          </button>
        </>
      )}
      {asked === 'about' ? <AboutDialog org={org} finding={finding} close={done} /> : null}
      {asked === 'close' ? (
        <ReasonDialog
          title={`Close ${finding.id}`}
          ask="Why is it closed?"
          act="Close the finding"
          longest={2000}
          close={done}
          give={(because) =>
            change.mutate({
              act: () => api['findings.close']({ params, body: { because } }),
              done: `${finding.id} is closed.`,
            })
          }
        />
      ) : null}
      {asked === 'reopen' ? (
        <ReasonDialog
          title={`Open ${finding.id} again`}
          ask="Why is it open again? Its effect has to be found anew."
          act="Open it again"
          longest={2000}
          close={done}
          give={(because) =>
            change.mutate({
              act: () => api['findings.reopen']({ params, body: { because } }),
              done: `${finding.id} is open again.`,
            })
          }
        />
      ) : null}
    </>
  );
}

function Facts({ org, finding }: { readonly org: string; readonly finding: Finding }) {
  const { exception, closed } = finding;
  return (
    <dl className="facts">
      <dt>State</dt>
      <dd>
        <StatusMark state={`finding_${finding.state}`} />
        {closed ? (
          <span className="muted">
            {' '}
            on {closed.on} by {closed.by}: {closed.because}
          </span>
        ) : null}
      </dd>
      <dt>What is, against what should be</dt>
      <dd className="prose">{finding.statement}</dd>
      <dt>Found</dt>
      <dd>
        on {finding.found_on} by {finding.found_by}, {said(finding.source)}
        {finding.where === '' ? '' : `, ${finding.where}`}
      </dd>
      <dt>Against</dt>
      <dd>
        <IdList
          ids={finding.requirements}
          most={12}
          link={(ref) => <RequirementId org={org} reference={ref} />}
        />{' '}
        <IdList ids={finding.controls} most={12} link={(code) => <ControlId org={org} code={code} />} />
      </dd>
      {exception === null ? null : (
        <>
          <dt>Test</dt>
          <dd>
            {exception.deviations} of {exception.sample} items deviated
            {exception.population === null ? '' : `, drawn from ${exception.population}`}
          </dd>
        </>
      )}
      <dt>Evidence</dt>
      <dd>
        {finding.evidence.length === 0 ? (
          <span className="muted">none named</span>
        ) : (
          <IdList
            ids={finding.evidence}
            most={12}
            link={(code) => (
              <Link className="id" to="/o/$org/evidence/$evidence" params={{ org, evidence: code }}>
                {code}
              </Link>
            )}
          />
        )}
      </dd>
      <dt>Answers for it</dt>
      <dd>{finding.owner ?? <span className="muted">nobody is named</span>}</dd>
    </dl>
  );
}

/** What is easily overlooked; clocks have a table of their own. */
function Remarks({ finding }: { readonly finding: Finding }) {
  const shown = finding.lints.filter(({ code }) => !code.endsWith('_overdue'));
  if (shown.length === 0) return null;
  return (
    <ul className="note">
      {shown.map(({ code, detail, remedy }) => (
        <li key={code}>
          {detail} <span className="muted">{remedy}</span>
        </li>
      ))}
    </ul>
  );
}

type ClockRow = Finding['clocks'][number];

const CLOCK_COLUMNS: readonly SmallColumn<ClockRow>[] = [
  { name: 'Waits for', value: (row) => CLOCK_WORDS[row.name], show: (row) => CLOCK_WORDS[row.name] },
  {
    name: 'Until',
    value: (row) => row.until,
    show: (row) => <time dateTime={row.until}>{row.until}</time>,
  },
  {
    name: 'State',
    value: (row) => stateOf(`clock_${row.state}`)[0],
    show: (row) => <StatusMark state={`clock_${row.state}`} />,
  },
  {
    name: 'Days left',
    number: true,
    value: (row) => row.days_left,
    show: (row) => (row.state.startsWith('met') ? '' : row.days_left),
  },
  {
    name: 'Where the day comes from',
    grow: true,
    value: (row) => row.source,
    show: (row) => <span className="muted">{row.source}</span>,
  },
];
