// Another value for a figure, with why; what it would make of the cost is told before it is recorded.
import { useState } from 'react';
import { useChange } from '../../../data/api.ts';
import { Because, isReason } from '../../../ui/Asking.tsx';
import { useTried, type Advice, type Figure, type Option } from '../advice.ts';
import { rangeText, unitText } from '../values.ts';
import { sayFigure } from './figureChange.ts';
import { partsOf, readParts } from './override.ts';

interface Props {
  readonly org: string;
  readonly advice: Advice;
  readonly option: Option;
  readonly figure: Figure;
  readonly close: () => void;
}

export function OverrideForm({ org, advice, option, figure, close }: Props) {
  const [parts, setParts] = useState(() => partsOf(figure.value));
  const [because, setBecause] = useState(figure.said?.because ?? '');
  const value = readParts(figure.value, parts);
  const trial =
    value === undefined ? undefined : { answers: {}, without: [], figures: { [figure.key]: value } };
  const tried = useTried(org, trial);
  const fault = tried.faults[0]?.message;
  const change = useChange(org);
  const record = (): void => {
    if (value === undefined) return;
    // Of an amount the currency is said, too: another one for the answers makes no other amount of it.
    const currency = figure.unit.startsWith('money') ? advice.currency : null;
    change.mutate(sayFigure(org, figure, { value, currency, because: because.trim() }), { onSuccess: close });
  };
  return (
    <form
      className="stack"
      aria-label={`Another value: ${figure.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <div className="advice-row">
        {parts.map(({ name, text }, i) => (
          <label key={name} className="field advice-cell-field">
            <span>
              {name} {unitText(figure.unit, advice.currency)}
            </span>
            <input
              className="input num"
              inputMode="decimal"
              required
              value={text}
              onChange={(event) =>
                setParts(
                  parts.map((each, other) => (other === i ? { ...each, text: event.target.value } : each)),
                )
              }
            />
          </label>
        ))}
      </div>
      <Because question="Why, and how you know" value={because} change={setBecause} longest={1000} />
      {fault === undefined ? (
        <Effect now={option} then={tried.advice} />
      ) : (
        <p className="problem small" role="alert">
          {fault}
        </p>
      )}
      <div className="toolbar">
        <button
          type="submit"
          className="button primary"
          disabled={value === undefined || fault !== undefined || !isReason(because)}
        >
          Record it
        </button>
        <button type="button" className="button quiet" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function Effect({ now, then }: { readonly now: Option; readonly then: Advice | undefined }) {
  const other = then?.options.find(({ option }) => option === now.option);
  return (
    <p className="small muted" role="status">
      Three years: {rangeText(now.three_years)}
      {other && other.three_years.p50 !== now.three_years.p50
        ? `; with it ${rangeText(other.three_years)}`
        : ''}
      . Nothing is recorded yet.
    </p>
  );
}
