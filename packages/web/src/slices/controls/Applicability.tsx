// The recorded word on whether a requirement applies: a reason either way (ISO/IEC 27001 6.1.3 d).
import { useEffect, useRef, useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import type { RequirementPosture } from '../../data/rows.ts';

interface Props {
  readonly org: string;
  readonly framework: string;
  readonly requirement: RequirementPosture;
  readonly close: () => void;
}

export function Applicability({ org, framework, requirement, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const change = useChange(org);
  const [applies, setApplies] = useState(requirement.applies);
  const [reason, setReason] = useState(requirement.decision ?? '');
  useEffect(() => dialog.current?.showModal(), []);
  const params = { org, framework, requirement: requirement.id };
  const decide = (): void => {
    close();
    change.mutate({
      act: () => api['applicability.decide']({ params, body: wordOf(applies, reason) }),
      done: `${requirement.id} ${applies ? 'applies' : 'does not apply'}.`,
      undo: () =>
        requirement.decision === null
          ? api['applicability.withdraw']({ params })
          : api['applicability.decide']({ params, body: wordOf(requirement.applies, requirement.decision) }),
    });
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="applicability">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        <h2 id="applicability">
          <span className="mono">{requirement.id}</span> {requirement.title}
        </h2>
        <fieldset className="choice-row">
          <legend className="sr">Does it apply?</legend>
          <label>
            <input type="radio" name="applies" checked={applies} onChange={() => setApplies(true)} /> It
            applies
          </label>
          <label>
            <input type="radio" name="applies" checked={!applies} onChange={() => setApplies(false)} /> It
            does not apply
          </label>
        </fieldset>
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

function wordOf(applies: boolean, reason: string) {
  return applies ? { applies: true as const, because: reason } : { applies: false as const, why: reason };
}
