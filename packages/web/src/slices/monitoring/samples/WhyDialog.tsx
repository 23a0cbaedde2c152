// A decision about a sample needs its reason, and where it makes the sample larger, its size.
import { useState } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';

interface Props {
  readonly title: string;
  readonly about: string;
  /** What the button says. */
  readonly act: string;
  readonly number?: { readonly least: number; readonly most: number; readonly first: number };
  readonly close: () => void;
  readonly decide: (because: string, size: number) => void;
}

const SHORTEST = 3;

export function WhyDialog({ title, about, act, number, close, decide }: Props) {
  const [because, setBecause] = useState('');
  const [size, setSize] = useState(number?.first ?? 0);
  const ready = because.trim().length >= SHORTEST;
  return (
    <Dialog title={title} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          decide(because.trim(), size);
        }}
      >
        <p>{about}</p>
        {number ? (
          <label className="field">
            <span>
              Items afterwards, {number.least} to {number.most}
            </span>
            <input
              className="input"
              type="number"
              required
              min={number.least}
              max={number.most}
              value={size}
              onChange={(event) => setSize(event.target.valueAsNumber)}
            />
          </label>
        ) : null}
        <label className="field">
          <span>Why</span>
          <textarea
            className="input"
            autoFocus
            required
            minLength={SHORTEST}
            maxLength={2000}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </label>
        <div className="toolbar">
          <button
            type="submit"
            className="button primary"
            disabled={!ready}
            title={ready ? undefined : 'A reason is needed first'}
          >
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
