// Days that are left out: by whom, why, until when. An exclusion ends by itself; its days then count again.
import { useState } from 'react';
import { api, useChange } from '../../../../data/api.ts';
import { Dialog } from '../../../../ui/Dialog.tsx';
import type { WindowDetail } from '../window.ts';
import { ExclusionForm } from './ExclusionForm.tsx';

type Exclusion = WindowDetail['exclusions'][number];
const WORDS = { to_come: 'to come', in_force: 'in force', ended: 'ended' } as const;

interface Props {
  readonly org: string;
  readonly told: WindowDetail;
  readonly past: boolean;
}

export function Exclusions({ org, told, past }: Props) {
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Exclusion | undefined>();
  return (
    <section className="section" aria-labelledby="exclusions">
      <h2 id="exclusions">Exclusions</h2>
      {told.exclusions.length === 0 ? (
        <p className="muted">No day is left out.</p>
      ) : (
        <ul className="history wide">
          {told.exclusions.map((each) => (
            <li key={each.id}>
              <span>
                <span className="mono">{each.id}</span> <span className="muted">{WORDS[each.state]}</span>
              </span>
              <span>
                {each.reason}
                <span className="under wrap">
                  {each.from} until {each.until}, decided by {each.owner}
                  {each.scope === null ? '' : `, in ${each.scope}`}
                  {each.note === '' ? '' : `; ended early: ${each.note}`}
                </span>
              </span>
              {each.state === 'ended' || past ? null : (
                <button type="button" className="button quiet" onClick={() => setEnding(each)}>
                  End it …
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {past ? null : (
        <div>
          <button type="button" className="button" onClick={() => setAdding(true)}>
            Leave days out …
          </button>
        </div>
      )}
      {adding ? (
        <Dialog title={`Leave days of ${told.control.code} out`} close={() => setAdding(false)}>
          <ExclusionForm org={org} told={told} close={() => setAdding(false)} />
        </Dialog>
      ) : null}
      {ending ? (
        <Dialog title={`End ${ending.id} today`} close={() => setEnding(undefined)}>
          <EndForm org={org} exclusion={ending} close={() => setEnding(undefined)} />
        </Dialog>
      ) : null}
    </section>
  );
}

function EndForm(props: { readonly org: string; readonly exclusion: Exclusion; readonly close: () => void }) {
  const { org, exclusion, close } = props;
  const change = useChange(org);
  const [note, setNote] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        close();
        change.mutate({
          act: () => api['exclusions.end']({ params: { org, exclusion: exclusion.id }, body: { note } }),
          done: `${exclusion.id} has ended; its days count again from today.`,
        });
      }}
    >
      <label className="field">
        <span>Why it ends before {exclusion.until}</span>
        <textarea
          className="input"
          required
          minLength={3}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <div className="toolbar">
        <button type="submit" className="button primary">
          End it today
        </button>
        <button type="button" className="button quiet" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
