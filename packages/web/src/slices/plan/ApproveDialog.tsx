// Approves the plan as it stands: from then on every move is held against it.
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import type { Plan } from './plan.ts';

interface Props {
  readonly org: string;
  readonly plan: Plan;
  readonly close: () => void;
}

export function ApproveDialog({ org, plan, close }: Props) {
  const [approver, setApprover] = useState('');
  const [role, setRole] = useState('');
  const [note, setNote] = useState('');
  return (
    <FormDialog
      org={org}
      title="Approve this plan"
      act="Approve it"
      done="The plan is approved; what moves from now on is held against it."
      close={close}
      send={() =>
        api['plan_baselines.approve']({
          params: { org },
          body: { digest: plan.digest, approver: approver.trim(), role: role.trim(), note: note.trim() },
        })
      }
    >
      <p className="prose">
        {plan.title}: {plan.tasks.length} tasks
        {plan.finish === null
          ? ''
          : `, the last credential by ${plan.finish.p50} in half of the courses and by ${plan.finish.p90} in nine of ten`}
        .
      </p>
      <div className="field-row">
        <label className="field">
          <span>Who approves it</span>
          <input
            className="input"
            required
            minLength={2}
            maxLength={120}
            value={approver}
            onChange={(event) => setApprover(event.target.value)}
          />
        </label>
        <label className="field">
          <span>In which role</span>
          <input
            className="input"
            required
            minLength={2}
            maxLength={120}
            value={role}
            onChange={(event) => setRole(event.target.value)}
          />
        </label>
      </div>
      <label className="field">
        <span>A note, if there is one</span>
        <textarea
          className="input"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
