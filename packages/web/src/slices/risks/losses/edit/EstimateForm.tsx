// An estimate is edited beside the curve that it moves: nothing is saved before it is recorded.
import { useState } from 'react';
import { api, type Change } from '../../../../data/api.ts';
import { isReason } from '../../../../ui/Asking.tsx';
import { RiskId } from '../../RiskId.tsx';
import { keptHalf, withRisk, type Half, type Losses, type LossRisk } from '../losses.ts';
import { draftOf, EMPTY, readDraft, type Draft } from './draft.ts';
import { FormEnd } from './FormEnd.tsx';
import { useWhen } from './useWhen.ts';
import { HalfFields } from './HalfFields.tsx';

interface Props {
  readonly org: string;
  readonly losses: Losses;
  readonly risk: LossRisk;
  /** Shows what the figures would become. */
  readonly tryOut: (losses: Losses) => void;
  readonly close: () => void;
  /** Makes a change and leaves the form. */
  readonly make: (change: Change<unknown>) => void;
}

type Said = Omit<Half, 'on' | 'by'>;

export function EstimateForm({ org, losses, risk, tryOut, close, make }: Props) {
  const [before, setBefore] = useState<Draft>(() => draftOf(risk.inherent));
  const [after, setAfter] = useState<Draft | undefined>(() =>
    risk.residual ? draftOf(risk.residual) : undefined,
  );
  const changes = risk.option !== null && risk.option !== 'retain';
  const [one, other] = [readDraft(before), after && readDraft(after)];
  const reasons = isReason(before.because) && (after === undefined || isReason(after.because));
  const said: readonly [Said, Said | null] | undefined =
    one.ok && (other === undefined || other.ok) ? [one.half, other?.half ?? null] : undefined;
  const key = JSON.stringify(said ?? null);
  useWhen(key, () => {
    if (said) tryOut(withRisk(losses, risk.code, { inherent: unsaid(said[0]), residual: unsaid(said[1]) }));
  });
  const put = (revision: number, [inherent, residual]: readonly [Said | null, Said | null]) =>
    api['loss_estimates.put']({
      params: { org, risk: risk.code },
      ifMatch: `"${revision}"`,
      body: { inherent, residual },
    });
  const record = (next: readonly [Said | null, Said | null], done: string): void => {
    make({
      act: () => put(risk.revision, next),
      done,
      undo: () => put(risk.revision + 1, [keptHalf(risk.inherent), keptHalf(risk.residual)]),
    });
  };
  return (
    <form
      className="stack"
      aria-label={`Estimate of ${risk.code}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (said) record(said, `${risk.code} is estimated.`);
      }}
    >
      <h2>
        <RiskId org={org} code={risk.code} /> {risk.title}
      </h2>
      <HalfFields title="As if nothing were done" draft={before} change={setBefore} />
      {after ? (
        <HalfFields title="After treatment" draft={after} change={setAfter}>
          <button type="button" className="plain" onClick={() => setAfter(undefined)}>
            leave out what remains
          </button>
        </HalfFields>
      ) : changes ? (
        <button
          type="button"
          className="button"
          onClick={() => setAfter({ ...before, because: EMPTY.because })}
        >
          Estimate what remains after treatment
        </button>
      ) : (
        <p className="small muted">
          No treatment changes this risk, so nothing else remains than was. Choose one on its page first.
        </p>
      )}
      <FormEnd act="Record the estimate" ready={said !== undefined && reasons} close={close}>
        {risk.inherent ? (
          <button
            type="button"
            className="button quiet"
            onClick={() => record([null, null], `The estimate of ${risk.code} is withdrawn.`)}
          >
            Withdraw
          </button>
        ) : null}
      </FormEnd>
    </form>
  );
}

/** A half that nobody has recorded yet. */
function unsaid(said: Said | null): Half | null {
  return said && { ...said, on: '', by: '' };
}
