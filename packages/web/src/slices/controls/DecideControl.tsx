// Adopt a control, plan it, or say why not.
import { useState } from 'react';
import { StatusMark } from '../../ui/marks.tsx';

type Decision =
  | { state: 'adopted'; implementation: 'planned' | 'implemented' }
  | { state: 'not_adopted'; because: string };

export function DecideControl({
  state,
  decide,
}: {
  readonly state: {
    readonly state: string;
    readonly implementation: string | null;
    readonly because: string | null;
  };
  readonly decide: (decision: Decision, done: string) => void;
}) {
  const [refusing, setRefusing] = useState(false);
  const [because, setBecause] = useState('');
  const now = state.implementation ?? state.state;
  return (
    <div className="stack">
      <div className="toolbar">
        <StatusMark state={now} />
        {state.because ? <span className="muted">{state.because}</span> : null}
        {now === 'implemented' ? null : (
          <button
            type="button"
            className="button primary"
            onClick={() =>
              decide({ state: 'adopted', implementation: 'implemented' }, 'The control is in place.')
            }
          >
            It is in place
          </button>
        )}
        {now === 'planned' ? null : (
          <button
            type="button"
            className="button"
            onClick={() => decide({ state: 'adopted', implementation: 'planned' }, 'The control is planned.')}
          >
            Plan it
          </button>
        )}
        {now === 'not_adopted' ? null : (
          <button type="button" className="button quiet" onClick={() => setRefusing(!refusing)}>
            Do not adopt …
          </button>
        )}
      </div>
      {refusing ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            decide({ state: 'not_adopted', because }, 'The control is not adopted.');
            setRefusing(false);
          }}
        >
          <label className="field">
            <span>Why it is not adopted</span>
            <textarea
              className="input"
              required
              minLength={3}
              value={because}
              onChange={(event) => setBecause(event.target.value)}
            />
          </label>
          <div>
            <button type="submit" className="button primary">
              Record the reason
            </button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
