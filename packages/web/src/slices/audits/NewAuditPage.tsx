// Plans an audit: what it is held against, which part of the clauses and controls, and who looks, who owns none of it.
import { ownWork, type RequirementRef } from '@assay/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiFailure, api, queries, take } from '../../data/api.ts';
import { tell } from '../../data/toasts.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { PersonField } from '../../ui/PersonField.tsx';
import { useToday } from '../../ui/useToday.ts';
import { useOwnedControls, useProgramme, type Programme } from './audits.ts';
import { NOTHING, scopeOf, type Chosen } from './scope.ts';
import { ScopeFields } from './ScopeFields.tsx';
import './audits.css';

export function NewAuditPage() {
  const { org } = useParams({ from: '/o/$org/audits/new' });
  const programme = useProgramme(org);
  return <Loaded of={programme}>{(model) => <Form org={org} model={model} />}</Loaded>;
}

function Form({ org, model }: { readonly org: string; readonly model: Programme }) {
  const navigate = useNavigate();
  const today = useToday();
  const controls = useOwnedControls(org);
  const [plan, setPlan] = useState({ title: '', from: today, to: today, criteria: '', auditor: '' });
  const [chosen, setChosen] = useState(NOTHING);
  const [problem, setProblem] = useState<string>();
  const scope = scopeOf(model.requirements, chosen);
  const set = (next: Partial<typeof plan>): void => setPlan({ ...plan, ...next });
  const save = async (): Promise<void> => {
    try {
      const made = take(await api['audits.plan']({ params: { org }, body: { ...plan, scope: [...scope] } }));
      await queries.invalidateQueries({ queryKey: ['org', org] });
      tell(`${made.id} is planned, with ${made.counts.lines} lines.`);
      await navigate({ to: '/o/$org/audits/$audit', params: { org, audit: made.id } });
    } catch (cause) {
      setProblem(cause instanceof ApiFailure ? cause.failure.detail : 'It could not be saved.');
    }
  };
  return (
    <div className="page">
      <PageHead
        title="Plan an audit"
        name="Plan an audit"
        sentence={sentenceOf(model, scope.length)}
        crumbs={
          <Link to="/o/$org/audits" params={{ org }}>
            Audits
          </Link>
        }
      />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="field">
          <span>Title</span>
          <input
            className="input"
            required
            maxLength={200}
            placeholder="Access, people and the office"
            value={plan.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </label>
        <div className="field-row narrow">
          <Day name="First day" value={plan.from} change={(from) => set({ from })} />
          <Day name="Last day" value={plan.to} change={(to) => set({ to })} />
        </div>
        <label className="field">
          <span>Criteria: what is it held against, beside the requirements of its scope?</span>
          <textarea
            className="input"
            required
            maxLength={5000}
            placeholder="Access control policy; contracts with customers"
            value={plan.criteria}
            onChange={(event) => set({ criteria: event.target.value })}
          />
        </label>
        <ScopeFields requirements={model.requirements} chosen={chosen} change={setChosen} />
        <PersonField
          org={org}
          name="Auditor"
          required
          value={plan.auditor}
          change={(auditor) => set({ auditor })}
          hint="Anybody by name, from outside too: an audit firm, a colleague who owns none of it."
        />
        <Independence
          auditor={plan.auditor}
          scope={scope}
          controls={controls}
          leaveOut={(refs) => setChosen({ ...chosen, without: [...chosen.without, ...refs] })}
        />
        {problem === undefined ? null : (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="toolbar">
          <button
            type="submit"
            className="button primary"
            disabled={scope.length === 0}
            title={scope.length === 0 ? 'Choose what is audited first' : undefined}
          >
            Plan the audit of {scope.length} {scope.length === 1 ? 'requirement' : 'requirements'}
          </button>
          <Link className="button quiet" to="/o/$org/audits" params={{ org }}>
            Cancel
          </Link>
        </div>
      </form>
    </div>
  );
}

function sentenceOf({ counts, programme }: Programme, chosen: number): string {
  const open = `${counts.unplanned} of ${counts.asked} clauses and applicable controls are in no audit yet`;
  const head = programme ? open : `There is no programme yet, and ${open}`;
  return `${head}; this one has ${chosen} so far.`;
}

interface IndependenceProps {
  readonly auditor: string;
  readonly scope: readonly RequirementRef[];
  readonly controls: ReturnType<typeof useOwnedControls>;
  readonly leaveOut: (refs: Chosen['without']) => void;
}

/** Whether the auditor owns anything of the scope, while it is typed; the server asks again. */
function Independence({ auditor, scope, controls, leaveOut }: IndependenceProps) {
  if (auditor.trim() === '' || scope.length === 0) return null;
  const own = ownWork(auditor, scope, controls);
  if (own.length === 0)
    return <p className="muted">{auditor.trim()} owns no control that answers any of it: independent.</p>;
  const answered = scope.filter((ref) =>
    controls.some(({ code, answers }) => own.includes(code) && answers.includes(ref)),
  );
  return (
    <div className="note">
      <p>
        {auditor.trim()} owns {own.join(', ')}, and nobody audits their own work (9.2.2 b). Name somebody
        else, or leave out the {answered.length} {answered.length === 1 ? 'requirement' : 'requirements'} that{' '}
        {own.length === 1 ? 'it answers' : 'they answer'}.
      </p>
      <button type="button" className="plain" onClick={() => leaveOut(answered)}>
        Leave {answered.length === 1 ? 'it' : 'them'} out
      </button>
    </div>
  );
}

function Day(props: {
  readonly name: string;
  readonly value: string;
  readonly change: (next: string) => void;
}) {
  return (
    <label className="field">
      <span>{props.name}</span>
      <input
        className="input"
        type="date"
        required
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      />
    </label>
  );
}
