// A decision about a sample needs its reason, and where it makes the sample larger, its size.
import { useState } from 'react';
import { Asking, Because, isReason } from '../../../ui/Asking.tsx';

interface Props {
  readonly title: string;
  readonly about: string;
  /** What the button says. */
  readonly act: string;
  readonly number?: { readonly least: number; readonly most: number; readonly first: number };
  readonly close: () => void;
  readonly decide: (because: string, size: number) => void;
}

export function WhyDialog({ title, about, act, number, close, decide }: Props) {
  const [because, setBecause] = useState('');
  const [size, setSize] = useState(number?.first ?? 0);
  return (
    <Asking
      title={title}
      act={act}
      ready={isReason(because)}
      waits="A reason is needed first"
      close={close}
      submit={() => decide(because.trim(), size)}
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
      <Because question="Why" value={because} change={setBecause} longest={2000} first />
    </Asking>
  );
}
