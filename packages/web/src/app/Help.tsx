// The keys, and the switch that turns single keys off.
import { useEffect, useRef, useState } from 'react';
import { shortcutsOn } from './shortcuts.ts';

const KEYS = [
  ['Ctrl K', 'go, do, find'],
  ['g h', 'Home'],
  ['g m', 'My work'],
  ['g y', 'Guided path'],
  ['g p', 'Plan'],
  ['g r', 'Risks'],
  ['g c', 'Controls'],
  ['g x', 'Crosswalk'],
  ['g e', 'Evidence'],
  ['g w', 'Window'],
  ['g i', 'Import'],
  ['g k', 'Checks'],
  ['g f', 'Frameworks'],
  ['g s', 'Settings'],
  ['/', 'filter the list'],
  ['j k', 'next and previous row'],
  ['Enter', 'open the row'],
  ['?', 'this list'],
] as const;

export function Help({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(shortcutsOn);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="help-title">
      <div className="stack">
        <h2 id="help-title">Keys</h2>
        <dl className="facts">
          {KEYS.map(([key, what]) => (
            <div key={key} className="key-row">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              localStorage.setItem('assay.keys', event.target.checked ? 'on' : 'off');
              setOn(event.target.checked);
            }}
          />{' '}
          single keys are on
        </label>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
