// The checklist of an audit, made from the statement of applicability: each requirement with why it is in, the controls
// that answer it, what to ask for, and what was seen. Keys say the result of the row in focus.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { isReference } from '../../data/rows.ts';
import { CsvButton } from '../../ui/CsvButton.tsx';
import { IdList } from '../../ui/IdList.tsx';
import { ControlId, FindingId, RequirementId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { focusRow, useRowKeys } from '../../ui/rowKeys.ts';
import { StateFilter } from '../../ui/StateFilter.tsx';
import { idOf, type Audit, type Line } from './audits.ts';
import { LineDialog, type Result } from './LineDialog.tsx';

const STATES = ['line_waits', 'line_finding', 'line_conforms', 'line_not_audited'] as const;

function stateOf({ said }: Line): string {
  return said === null ? 'line_waits' : `line_${said.result}`;
}

const FIELDS = [
  { name: 'Requirement', value: (line: Line) => idOf(line.requirement) },
  { name: 'Title', value: (line: Line) => line.title },
  { name: 'In because', value: (line: Line) => line.because ?? '' },
  { name: 'Controls', value: (line: Line) => line.controls.map(({ code }) => code).join(' ') },
  { name: 'Seen', value: (line: Line) => line.said?.result ?? '' },
  { name: 'Note', value: (line: Line) => line.said?.note ?? '' },
  { name: 'Evidence', value: (line: Line) => line.said?.evidence.join(' ') ?? '' },
  { name: 'Findings', value: (line: Line) => line.said?.findings.join(' ') ?? '' },
  { name: 'On', value: (line: Line) => line.said?.on ?? '' },
  {
    name: 'Taken back',
    value: (line: Line) =>
      (line.taken_back ?? [])
        .map(({ result, until, because }) => `${until} ${result}: ${because}`)
        .join('; '),
  },
];

interface Props {
  readonly org: string;
  readonly audit: Audit;
}

export function Checklist({ org, audit }: Props) {
  const search = useSearch({ from: '/o/$org/audits/$audit' });
  const navigate = useNavigate({ from: '/o/$org/audits/$audit' });
  const [back, setBack] = useState<Line>();
  const [asked, setAsked] = useState<{ readonly line: Line; readonly result: Result }>();
  const open = audit.state !== 'reported';
  const ask = (result: Result) => (row: string | undefined) => {
    const line = audit.lines.find(({ requirement }) => requirement === row);
    if (line && open) setAsked({ line, result });
  };
  useRowKeys({ c: ask('conforms'), f: ask('finding'), n: ask('not_audited') });
  const shown = audit.lines.filter((line) => search.state === undefined || stateOf(line) === search.state);
  return (
    <section className="section checklist" aria-labelledby="checklist">
      <div className="section-head">
        <h2 id="checklist">Checklist</h2>
        <CsvButton file={`${audit.id}-checklist`} rows={shown} fields={FIELDS} of="the checklist" />
      </div>
      <StateFilter
        label="Lines by what was seen"
        states={STATES}
        countOf={(state) => audit.lines.filter((line) => stateOf(line) === state).length}
        chosen={search.state}
        choose={(state) => void navigate({ search: { ...search, state }, replace: true })}
      />
      {open ? (
        <p className="muted small">
          In a row: <kbd>c</kbd> it conforms, <kbd>f</kbd> a finding, <kbd>n</kbd> left out; <kbd>j</kbd> and{' '}
          <kbd>k</kbd> walk.
        </p>
      ) : null}
      <div className="table-wrap">
        <table className="table cards">
          <caption className="sr">Checklist of {audit.id}</caption>
          <thead>
            <tr>
              <th scope="col">Id</th>
              <th scope="col" className="grow">
                Requirement and what answers it
              </th>
              <th scope="col">Seen</th>
              <th scope="col">
                <span className="sr">Act</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.requirement} data-key={line.requirement}>
                <td>
                  <RequirementId org={org} reference={line.requirement} />
                </td>
                <td className="grow">
                  {line.title}
                  <LineSaid org={org} line={line} />
                  <TakenBack line={line} />
                  <LineControls org={org} line={line} />
                </td>
                <td>
                  <StatusMark state={stateOf(line)} />
                </td>
                <td>
                  {open ? (
                    <LineActs
                      line={line}
                      say={() => setAsked({ line, result: line.said?.result ?? 'conforms' })}
                      takeBack={() => setBack(line)}
                    />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {back ? <TakeBack org={org} audit={audit} line={back} close={() => setBack(undefined)} /> : null}
      {asked ? (
        <LineDialog
          org={org}
          audit={audit}
          line={asked.line}
          first={asked.result}
          close={() => {
            setAsked(undefined);
            focusRow(asked.line.requirement);
          }}
        />
      ) : null}
    </section>
  );
}

function LineActs(props: { readonly line: Line; readonly say: () => void; readonly takeBack: () => void }) {
  const { line, say, takeBack } = props;
  const of = <span className="sr"> of {idOf(line.requirement)}</span>;
  return (
    <>
      <button type="button" className="plain" onClick={say}>
        {line.said ? 'say it anew' : 'say what was seen'}
        {of}
      </button>
      {line.said ? (
        <button type="button" className="plain block" onClick={takeBack}>
          take it back
          {of}
        </button>
      ) : null}
    </>
  );
}

/** Takes back what was said; saying it anew afterwards is the way back. */
function TakeBack(props: Props & { readonly line: Line; readonly close: () => void }) {
  const { org, audit, line, close } = props;
  const change = useChange(org);
  const { requirement } = line;
  return (
    <ReasonDialog
      title={`Take back what was said of ${idOf(requirement)}`}
      ask="Why does it no longer stand?"
      act="Take it back"
      longest={1000}
      close={() => {
        close();
        focusRow(requirement);
      }}
      give={(because) => {
        if (!isReference(requirement)) return;
        change.mutate({
          act: () =>
            api['audits.take_back']({
              params: { org, audit: audit.id },
              ifMatch: `"${audit.revision}"`,
              body: { requirement, because },
            }),
          done: `Nothing is said of ${idOf(requirement)} any more; what was said stays with the reason.`,
        });
      }}
    />
  );
}

/** What was said before and no longer stands. */
function TakenBack({ line }: { readonly line: Line }) {
  const { taken_back: back = [] } = line;
  if (back.length === 0) return null;
  return (
    <details className="small">
      <summary>Taken back {back.length === 1 ? 'once' : `${back.length} times`}</summary>
      <ul>
        {back.map((each, i) => (
          <li key={i}>
            <StatusMark state={`line_${each.result}`} /> {each.note}{' '}
            <span className="faint num">{each.on}</span>
            <span className="ask muted">
              Taken back on {each.until} by {each.by}: {each.because}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function LineSaid({ org, line }: { readonly org: string; readonly line: Line }) {
  const { said } = line;
  if (!said) return null;
  return (
    <span className="block small">
      {said.note}
      {said.evidence.map((code) => (
        <span key={code}>
          {' '}
          <Link className="id" to="/o/$org/evidence/$evidence" params={{ org, evidence: code }}>
            {code}
          </Link>
        </span>
      ))}{' '}
      <IdList ids={said.findings} link={(id) => <FindingId org={org} id={id} />} />{' '}
      <span className="faint num">{said.on}</span>
    </span>
  );
}

/** Why it is in, what answers it, who owns that, and what an auditor asks for. */
function LineControls({ org, line }: { readonly org: string; readonly line: Line }) {
  const adopted = line.controls.filter(({ state }) => state === 'implemented').length;
  return (
    <details className="small">
      <summary>
        {line.controls.length === 0
          ? 'No control of the set answers it'
          : `${adopted} of ${line.controls.length} ${line.controls.length === 1 ? 'control' : 'controls'} in place; what to ask for`}
      </summary>
      {line.because === null ? null : <p className="muted">In, because: {line.because}</p>}
      <ul>
        {line.controls.map((control) => (
          <li key={control.code}>
            <ControlId org={org} code={control.code} /> {control.name}, {control.owner ?? 'without an owner'}{' '}
            <StatusMark state={proofOf(control)} />
            {control.last_proof === null ? null : (
              <span className="faint num"> last proof {control.last_proof}</span>
            )}
            <span className="ask muted">{control.ask}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function proofOf({ state, proof }: Line['controls'][number]): string {
  return state === 'implemented' ? proof : state;
}
