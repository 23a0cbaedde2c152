// Changes what is planned: title, days, criteria, scope, auditor; independence is asked again, and a line of which
// something was said stays.
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Loaded } from '../../ui/page.tsx';
import { useOwnedControls, useProgramme, type Audit, type Programme } from './audits.ts';
import { Independence } from './Independence.tsx';
import { PlanFields, type Plan } from './PlanFields.tsx';
import { changedScope, chosenOf } from './scope.ts';
import { ScopeFields } from './ScopeFields.tsx';

interface Props {
  readonly org: string;
  readonly audit: Audit;
  readonly close: () => void;
}

export function PlanDialog(props: Props) {
  const programme = useProgramme(props.org);
  return <Loaded of={programme}>{(model) => <Change {...props} model={model} />}</Loaded>;
}

function Change({ org, audit, close, model }: Props & { readonly model: Programme }) {
  const { title, from, to, criteria, auditor } = audit;
  const held = { title, from, to, criteria, auditor };
  const [plan, setPlan] = useState<Plan>(held);
  const [chosen, setChosen] = useState(() => chosenOf(audit.lines));
  const controls = useOwnedControls(org);
  const { scope, stays } = changedScope(model.requirements, audit.lines, chosen);
  const put = (next: Plan, of: typeof scope, revision: number) =>
    api['audits.change']({
      params: { org, audit: audit.id },
      ifMatch: `"${revision}"`,
      body: { ...next, scope: [...of] },
    });
  return (
    <FormDialog
      org={org}
      title={`Change the plan of ${audit.id}`}
      act={`Save as version ${audit.revision + 1}, of ${scope.length} requirements`}
      done={`The plan of ${audit.id} is changed.`}
      send={() => put(plan, scope, audit.revision)}
      undo={() => put(held, scopeNow(audit), audit.revision + 1)}
      close={close}
    >
      <PlanFields org={org} plan={plan} set={(next) => setPlan({ ...plan, ...next })}>
        <ScopeFields requirements={model.requirements} chosen={chosen} change={setChosen} />
        {stays.length === 0 ? null : (
          <p className="muted">
            {stays.length} {stays.length === 1 ? 'requirement stays' : 'requirements stay'}, because something
            was said of {stays.length === 1 ? 'it' : 'them'}: take that back first.
          </p>
        )}
      </PlanFields>
      <Independence
        auditor={plan.auditor}
        scope={scope}
        controls={controls}
        leaveOut={(refs) => setChosen({ ...chosen, without: [...chosen.without, ...refs] })}
      />
    </FormDialog>
  );
}

function scopeNow(audit: Audit) {
  return changedScope([], audit.lines, chosenOf(audit.lines)).scope;
}
