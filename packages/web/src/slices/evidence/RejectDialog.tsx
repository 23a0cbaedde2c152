// Rejecting needs a reason: it is kept with the record and shown wherever the record is.
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';

interface Props {
  readonly codes: readonly string[];
  readonly close: () => void;
  readonly reject: (reason: string) => void;
}

const SHORTEST = 3;

export function RejectDialog({ codes, close, reject }: Props) {
  const [reason, setReason] = useState('');
  const name = codes.length === 1 ? codes[0] : `${codes.length} records`;
  return (
    <Dialog title={`Reject ${name ?? ''}`} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          reject(reason.trim());
        }}
      >
        <label className="field">
          <span>What is wrong with it? Whoever brought it reads this.</span>
          <textarea
            className="input"
            autoFocus
            required
            minLength={SHORTEST}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className="toolbar">
          <button
            type="submit"
            className="button primary"
            disabled={reason.trim().length < SHORTEST}
            title={reason.trim().length < SHORTEST ? 'A reason is needed first' : undefined}
          >
            Reject {name}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
