// What a control costs a year.
import { useState } from 'react';
import { api, type Change } from '../../../../data/api.ts';
import { numberIn } from '../../../../ui/numberIn.ts';
import type { CostedControl, Losses } from '../losses.ts';
import { FormEnd } from './FormEnd.tsx';
import { useWhen } from './useWhen.ts';

interface Props {
  readonly org: string;
  readonly losses: Losses;
  readonly control: CostedControl;
  readonly tryOut: (losses: Losses) => void;
  readonly close: () => void;
  /** Makes a change and leaves the form. */
  readonly make: (change: Change<unknown>) => void;
}

export function CostForm({ org, losses, control, tryOut, close, make }: Props) {
  const { control: code, revision } = control;
  const [text, setText] = useState(control.cost === null ? '' : String(control.cost));
  const [note, setNote] = useState(control.note);
  const cost = numberIn(text);
  const good = cost !== undefined && cost >= 0;
  useWhen(text, () => {
    if (good)
      tryOut({
        ...losses,
        controls: losses.controls.map((each) => (each.control === code ? { ...each, cost } : each)),
      });
  });
  const put = (at: number, said: { cost: number | null; note: string }) =>
    api['control_costs.put']({ params: { org, control: code }, ifMatch: `"${at}"`, body: said });
  const record = (next: number | null, done: string): void => {
    make({
      act: () => put(revision, { cost: next, note }),
      done,
      undo: () => put(revision + 1, { cost: control.cost, note: control.note }),
    });
  };
  return (
    <form
      className="stack"
      aria-label={`Cost of ${code}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (good) record(cost, `The cost of ${code} is recorded.`);
      }}
    >
      <h2>
        <span className="id">{code}</span> {control.name}
      </h2>
      <label className="field">
        <span>Cost of a year, {losses.currency}</span>
        <input
          className="input num"
          inputMode="decimal"
          required
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {cost !== undefined && cost < 0 ? <p className="problem small">A cost is 0 or more.</p> : null}
      <label className="field">
        <span>What is in it</span>
        <input
          className="input"
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <FormEnd act="Record the cost" ready={good} close={close}>
        {control.cost === null ? null : (
          <button
            type="button"
            className="button quiet"
            onClick={() => record(null, `Nothing is said of the cost of ${code} any more.`)}
          >
            Withdraw
          </button>
        )}
      </FormEnd>
    </form>
  );
}
