// What is planned of an audit, whether for the first time or anew: title, days, criteria, auditor.
import type { ReactNode } from 'react';
import { PersonField } from '../../ui/PersonField.tsx';

export interface Plan {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly criteria: string;
  readonly auditor: string;
}

interface Props {
  readonly org: string;
  readonly plan: Plan;
  readonly set: (next: Partial<Plan>) => void;
  /** The scope, which stands before the auditor: it decides who may be one. */
  readonly children: ReactNode;
}

export function PlanFields({ org, plan, set, children }: Props) {
  return (
    <>
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
      {children}
      <PersonField
        org={org}
        name="Auditor"
        required
        value={plan.auditor}
        change={(auditor) => set({ auditor })}
        hint="Anybody by name, from outside too: an audit firm, a colleague who owns none of it."
      />
    </>
  );
}
