// The end of an organisation of one's own: asked for by typing its name, on a day to come, told to every owner.
import { ENDING_DELAY } from '@assay/core';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';

export function EndingSection({ org, name }: { readonly org: string; readonly name: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useOrg(org, ['ending'], () => api['ending.read']({ params: { org } }));
  if (!data || data.asked) return null;
  return (
    <section className="section" aria-labelledby="ending">
      <h2 id="ending">The end</h2>
      <p className="prose">
        An organisation ends with every record, file and key of it. It ends on a day to come, every owner is
        told, and until then each of them can take it back.
      </p>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        End {name} …
      </button>
      {open ? <EndDialog org={org} name={name} close={() => setOpen(false)} /> : null}
    </section>
  );
}

interface Props {
  readonly org: string;
  readonly name: string;
  readonly close: () => void;
}

function EndDialog({ org, name, close }: Props) {
  const [typed, setTyped] = useState('');
  const [days, setDays] = useState<number>(ENDING_DELAY.usual);
  return (
    <FormDialog
      org={org}
      title={`End ${name}`}
      act={`End it in ${days} days`}
      send={() => api['ending.ask']({ params: { org }, body: { name: typed.trim(), days } })}
      done={`${name} ends in ${days} days. Every owner is told, and can take it back.`}
      undo={() => api['ending.take_back']({ params: { org } })}
      close={close}
    >
      <p className="prose">
        Export everything first: afterwards nobody can bring it back, and its short name rests for 90 days.
      </p>
      <label className="field">
        <span>Days until then</span>
        <input
          className="input"
          type="number"
          required
          min={ENDING_DELAY.least}
          max={ENDING_DELAY.most}
          value={days}
          onChange={(event) => setDays(event.target.valueAsNumber)}
        />
      </label>
      <label className="field">
        <span>Type {name} to say that you mean it</span>
        <input
          className="input"
          required
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
