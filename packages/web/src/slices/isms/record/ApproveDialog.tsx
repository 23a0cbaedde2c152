// An approval by name and role; whoever records it stands beside in the ledger.
import { OWNER_ROLES, type OwnerRole } from '@assay/core';
import { useState } from 'react';
import { Asking } from '../../../ui/Asking.tsx';
import { Select } from '../../../ui/Select.tsx';

interface Props {
  readonly what: string;
  readonly close: () => void;
  readonly approve: (by: string, role: OwnerRole) => void;
}

export function ApproveDialog({ what, close, approve }: Props) {
  const [by, setBy] = useState('');
  const [role, setRole] = useState<OwnerRole>('founder');
  return (
    <Asking
      title={`Approve ${what}`}
      act={`Approve ${what}`}
      ready={by.trim().length > 1}
      waits="A name is needed first"
      close={close}
      submit={() => approve(by.trim(), role)}
    >
      <p className="muted">
        The version that is approved now comes into force. A change starts a draft beside it.
      </p>
      <label className="field">
        <span>Who approves</span>
        <input
          className="input"
          autoFocus
          required
          minLength={2}
          maxLength={120}
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
      </label>
      <Select name="In which role" of={OWNER_ROLES} value={role} change={setRole} />
    </Asking>
  );
}
