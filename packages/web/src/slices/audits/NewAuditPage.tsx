// Plans an audit: what it is held against, which part of the clauses and controls, and who looks, who owns none of it.
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { NewForm } from '../../ui/NewForm.tsx';
import { Loaded } from '../../ui/page.tsx';
import { useToday } from '../../ui/useToday.ts';
import { useOwnedControls, useProgramme, type Programme } from './audits.ts';
import { Independence } from './Independence.tsx';
import { PlanFields } from './PlanFields.tsx';
import { NOTHING, scopeOf } from './scope.ts';
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
  const scope = scopeOf(model.requirements, chosen);
  return (
    <NewForm
      org={org}
      title="Plan an audit"
      sentence={sentenceOf(model, scope.length)}
      list={['/audits', 'Audits']}
      act={`Plan the audit of ${scope.length} ${scope.length === 1 ? 'requirement' : 'requirements'}`}
      waits={scope.length === 0 ? 'Choose what is audited first' : undefined}
      send={() => api['audits.plan']({ params: { org }, body: { ...plan, scope: [...scope] } })}
      done={(made) => `${made.id} is planned, with ${made.counts.lines} lines.`}
      open={(made) => navigate({ to: '/o/$org/audits/$audit', params: { org, audit: made.id } })}
    >
      <PlanFields org={org} plan={plan} set={(next) => setPlan({ ...plan, ...next })}>
        <ScopeFields requirements={model.requirements} chosen={chosen} change={setChosen} />
      </PlanFields>
      <Independence
        auditor={plan.auditor}
        scope={scope}
        controls={controls}
        leaveOut={(refs) => setChosen({ ...chosen, without: [...chosen.without, ...refs] })}
      />
    </NewForm>
  );
}

function sentenceOf({ counts, programme }: Programme, chosen: number): string {
  const open = `${counts.unplanned} of ${counts.asked} clauses and applicable controls are in no audit yet`;
  const head = programme ? open : `There is no programme yet, and ${open}`;
  return `${head}; this one has ${chosen} so far.`;
}
