// A decision that needs its reason: it is kept, and shown wherever the decision is.
import { useState } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';

interface Props {
  readonly title: string;
  readonly ask: string;
  readonly act: string;
  readonly close: () => void;
  readonly give: (reason: string) => void;
}

export function ReasonDialog({ title, ask, act, close, give }: Props) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          give(reason.trim());
        }}
      >
        <label className="field">
          <span>{ask}</span>
          <textarea
            className="input"
            autoFocus
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={reason.trim() === ''}>
            {act}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
