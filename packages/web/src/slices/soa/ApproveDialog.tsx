// Approves the statement as it stands: by whom and in which role. What is approved cannot be taken back.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';

interface Props {
  readonly org: string;
  /** "version 3" */
  readonly next: string;
  readonly close: () => void;
}

export function ApproveDialog({ org, next, close }: Props) {
  const change = useChange(org);
  const [approver, setApprover] = useState('');
  const [role, setRole] = useState('');
  const [note, setNote] = useState('');
  const ready = approver.trim() !== '' && role.trim() !== '';
  return (
    <Asking
      title={`Approve ${next}`}
      act={`Approve ${next}`}
      ready={ready}
      close={close}
      submit={() =>
        change.mutate({
          act: () =>
            api['soa.approve']({
              params: { org },
              body: { approver: approver.trim(), role: role.trim(), note: note.trim() },
            }),
          done: `${next[0]?.toUpperCase() ?? ''}${next.slice(1)} is approved by ${approver.trim()}.`,
        })
      }
    >
      <p className="muted">
        The statement is frozen whole as it stands now, with its digest and an entry in the ledger. An
        approved version cannot be changed or taken back; a later one follows it.
      </p>
      <label className="field">
        <span>Name of who approves</span>
        <input
          className="input"
          autoFocus
          required
          maxLength={120}
          value={approver}
          onChange={(event) => setApprover(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Role that they approve in</span>
        <input
          className="input"
          required
          maxLength={120}
          value={role}
          onChange={(event) => setRole(event.target.value)}
        />
      </label>
      <label className="field">
        <span>What is to be said of this version, if anything</span>
        <textarea
          className="input"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </Asking>
  );
}
