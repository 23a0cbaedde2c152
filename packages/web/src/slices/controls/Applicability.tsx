// The recorded word on whether a requirement applies: a reason either way (ISO/IEC 27001 6.1.3 d).
import { useEffect, useRef, useState } from 'react';

type Word = { applies: true; because: string } | { applies: false; why: string };

interface Props {
  readonly requirement: {
    readonly id: string;
    readonly title: string;
    readonly applies: boolean;
    readonly decision: string | null;
  };
  readonly decide: (word: Word, done: string) => void;
  readonly close: () => void;
}

export function Applicability({ requirement, decide, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [applies, setApplies] = useState(requirement.applies);
  const [reason, setReason] = useState(requirement.decision ?? '');
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="applicability">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          decide(
            applies ? { applies: true, because: reason } : { applies: false, why: reason },
            `${requirement.id}: ${applies ? 'applies' : 'does not apply'}.`,
          );
        }}
      >
        <h2 id="applicability">
          <span className="mono">{requirement.id}</span> {requirement.title}
        </h2>
        <label>
          <input type="radio" name="applies" checked={applies} onChange={() => setApplies(true)} /> It applies
        </label>
        <label>
          <input type="radio" name="applies" checked={!applies} onChange={() => setApplies(false)} /> It does
          not apply
        </label>
        <label className="field">
          <span>
            {applies ? 'Because of which risk, law, contract or baseline' : 'Justification of the exclusion'}
          </span>
          <textarea
            className="input"
            required
            minLength={applies ? 3 : 10}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className="toolbar">
          <button type="submit" className="button primary">
            Record the decision
          </button>
          <button type="button" className="button quiet" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
