// How often, how much, and why: the fields of one half of an estimate.
import { useId, type ReactNode } from 'react';
import { Because } from '../../../../ui/Asking.tsx';
import { readDraft, type Draft } from './draft.ts';

interface Props {
  readonly title: string;
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
  readonly children?: ReactNode;
}

export function HalfFields({ title, draft, change, children }: Props) {
  const id = useId();
  const read = readDraft(draft);
  const fault = read.ok ? '' : read.fault;
  const set = (part: Partial<Draft>): void => change({ ...draft, ...part });
  const amount = (name: string, key: 'low' | 'mode' | 'high') => (
    <label className="field">
      <span>{name}</span>
      <input
        className="input num"
        inputMode="decimal"
        required
        value={draft[key]}
        aria-describedby={fault === '' ? undefined : id}
        aria-invalid={fault === '' ? undefined : true}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </label>
  );
  return (
    <fieldset className="stack losses-half">
      <legend>{title}</legend>
      {children}
      <div className="losses-fields">
        <label className="field">
          <span>How often</span>
          <select
            className="input"
            value={draft.often}
            onChange={(event) => set({ often: event.target.value === 'poisson' ? 'poisson' : 'bernoulli' })}
          >
            <option value="bernoulli">once a year at most</option>
            <option value="poisson">any number of times</option>
          </select>
        </label>
        <label className="field">
          <span>{draft.often === 'bernoulli' ? 'Probability, 0 to 1' : 'Times a year'}</span>
          <input
            className="input num"
            inputMode="decimal"
            required
            value={draft.rate}
            aria-describedby={fault === '' ? undefined : id}
            onChange={(event) => set({ rate: event.target.value })}
          />
        </label>
        <label className="field whole">
          <span>What an event costs</span>
          <select
            className="input"
            value={draft.much}
            onChange={(event) => set({ much: event.target.value === 'pert' ? 'pert' : 'lognormal' })}
          >
            <option value="lognormal">an interval for nine of ten</option>
            <option value="pert">least, most likely, most</option>
          </select>
        </label>
      </div>
      <div className="losses-fields amounts">
        {amount(draft.much === 'pert' ? 'Least' : 'Low end', 'low')}
        {draft.much === 'pert' ? amount('Most likely', 'mode') : null}
        {amount(draft.much === 'pert' ? 'Most' : 'High end', 'high')}
      </div>
      {fault === '' ? null : (
        <p id={id} className="problem small" role="alert">
          {fault}
        </p>
      )}
      <Because
        question="Where the figures come from"
        value={draft.because}
        change={(because) => set({ because })}
        longest={4000}
      />
    </fieldset>
  );
}
