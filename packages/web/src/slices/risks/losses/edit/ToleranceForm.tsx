// What is tolerated: two points of a line, and the currency of all amounts.
import { toleranceFault, type Tolerance } from '@assay/core';
import { useState } from 'react';
import { api, type Change } from '../../../../data/api.ts';
import { Because, isReason } from '../../../../ui/Asking.tsx';
import { numberIn } from '../../../../ui/numberIn.ts';
import type { Losses } from '../losses.ts';
import { FormEnd } from './FormEnd.tsx';
import { useWhen } from './useWhen.ts';

interface Props {
  readonly org: string;
  readonly losses: Losses;
  readonly tryOut: (losses: Losses) => void;
  readonly close: () => void;
  /** Makes a change and leaves the form. */
  readonly make: (change: Change<unknown>) => void;
}

interface Point {
  readonly loss: string;
  /** Of a hundred years. */
  readonly percent: string;
}

export function ToleranceForm({ org, losses, tryOut, close, make }: Props) {
  const { line: held, justification, revision } = losses.tolerance;
  const [currency, setCurrency] = useState(losses.currency);
  const [often, setOften] = useState<Point>(() => pointOf(held?.often, '10'));
  const [rare, setRare] = useState<Point>(() => pointOf(held?.rare, '1'));
  const [because, setBecause] = useState(justification);
  const line = lineIn(often, rare);
  const fault = line && toleranceFault(line);
  const good = /^[A-Z]{3}$/.test(currency);
  const key = JSON.stringify([line, currency]);
  useWhen(key, () => {
    if (line && !fault && good) tryOut({ ...losses, currency, tolerance: { ...losses.tolerance, line } });
  });
  const put = (at: number, said: { currency: string; line: Tolerance | null; justification: string }) =>
    api['loss_tolerance.put']({ params: { org }, ifMatch: `"${at}"`, body: said });
  const record = (): void => {
    if (!line) return;
    make({
      act: () => put(revision, { currency, line, justification: because }),
      done: 'The tolerance is recorded.',
      undo: () =>
        put(revision + 1, {
          currency: losses.currency,
          line: held,
          justification: justification || 'Taken back',
        }),
    });
  };
  return (
    <form
      className="stack"
      aria-label="What is tolerated"
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <h2>What is tolerated</h2>
      <PointFields title="Often" point={often} change={setOften} />
      <PointFields title="Rarely" point={rare} change={setRare} />
      {fault ? (
        <p className="problem small" role="alert">
          {fault.detail}
        </p>
      ) : null}
      <label className="field">
        <span>Currency of all amounts</span>
        <input
          className="input losses-currency"
          required
          pattern="[A-Z]{3}"
          maxLength={3}
          value={currency}
          onChange={(event) => setCurrency(event.target.value.toUpperCase())}
        />
      </label>
      <Because question="Who said so, and why" value={because} change={setBecause} longest={4000} />
      <FormEnd
        act="Record the tolerance"
        ready={line !== undefined && fault === undefined && good && isReason(because)}
        close={close}
      />
    </form>
  );
}

function PointFields(props: {
  readonly title: string;
  readonly point: Point;
  readonly change: (next: Point) => void;
}) {
  const { title, point, change } = props;
  return (
    <fieldset className="losses-fields">
      <legend>{title}</legend>
      <label className="field">
        <span>This much or more</span>
        <input
          className="input num"
          inputMode="decimal"
          required
          value={point.loss}
          onChange={(event) => change({ ...point, loss: event.target.value })}
        />
      </label>
      <label className="field">
        <span>In at most, % of years</span>
        <input
          className="input num"
          inputMode="decimal"
          required
          value={point.percent}
          onChange={(event) => change({ ...point, percent: event.target.value })}
        />
      </label>
    </fieldset>
  );
}

function pointOf(held: Tolerance['often'] | undefined, percent: string): Point {
  return held ? { loss: String(held.loss), percent: String(percentOf(held.share)) } : { loss: '', percent };
}

/** 0.07 of years are 7 %, not 7.000000000000001. */
function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}

function lineIn(often: Point, rare: Point): Tolerance | undefined {
  const [one, other] = [often, rare].map(({ loss, percent }) => {
    const [amount, share] = [numberIn(loss), numberIn(percent)];
    return amount === undefined || share === undefined
      ? undefined
      : { loss: amount, share: Number((share / 100).toPrecision(12)) };
  });
  return one && other ? { often: one, rare: other } : undefined;
}
