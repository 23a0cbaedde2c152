// Changes what is planned: title, days, criteria, auditor; independence is asked again.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';
import { PersonField } from '../../ui/PersonField.tsx';
import type { Audit } from './audits.ts';

interface Props {
  readonly org: string;
  readonly audit: Audit;
  readonly close: () => void;
}

export function PlanDialog({ org, audit, close }: Props) {
  const { title, from, to, criteria, auditor } = audit;
  const held = { title, from, to, criteria, auditor };
  const [plan, setPlan] = useState<Plan>(held);
  const change = useChange(org);
  const set = (next: Partial<Plan>): void => setPlan({ ...plan, ...next });
  const put = (next: Plan, revision: number) =>
    api['audits.change']({
      params: { org, audit: audit.id },
      ifMatch: `"${revision}"`,
      body: next,
    });
  return (
    <Asking
      title={`Change the plan of ${audit.id}`}
      act="Save as the next version"
      ready={Object.values(plan).every((each) => each.trim() !== '')}
      waits="Nothing of it may be empty"
      close={close}
      submit={() =>
        change.mutate({
          act: () => put(plan, audit.revision),
          done: `The plan of ${audit.id} is changed.`,
          undo: () => put(held, audit.revision + 1),
        })
      }
    >
      <label className="field">
        <span>Title</span>
        <input
          className="input"
          required
          maxLength={200}
          value={plan.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </label>
      <div className="field-row narrow">
        {(['from', 'to'] as const).map((name) => (
          <label key={name} className="field">
            <span>{name === 'from' ? 'First day' : 'Last day'}</span>
            <input
              className="input"
              type="date"
              required
              value={plan[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <label className="field">
        <span>Criteria</span>
        <textarea
          className="input"
          required
          maxLength={5000}
          value={plan.criteria}
          onChange={(event) => set({ criteria: event.target.value })}
        />
      </label>
      <PersonField
        org={org}
        name="Auditor"
        required
        value={plan.auditor}
        change={(next) => set({ auditor: next })}
        hint="Refused where they own a control that answers any of the scope."
      />
    </Asking>
  );
}

interface Plan {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly criteria: string;
  readonly auditor: string;
}
