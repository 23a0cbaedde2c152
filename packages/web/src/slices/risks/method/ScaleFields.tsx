// The steps of one scale, from the least to the worst, each with its name and what it means here.
import { FEWEST, longer, MOST, shorter, withStep, type MethodDraft, type Scale } from './draft.ts';

interface Props {
  readonly scale: Scale;
  readonly name: string;
  readonly draft: MethodDraft;
  readonly change: (next: MethodDraft) => void;
}

export function ScaleFields({ scale, name, draft, change }: Props) {
  const steps = draft[scale];
  return (
    <section className="section" aria-label={name}>
      <h2>{name}</h2>
      <div>
        {steps.map((step, i) => (
          <div key={`${scale} ${String(i)}`} className="step-row">
            <span className="muted">{i + 1}</span>
            <input
              className="input"
              required
              maxLength={60}
              aria-label={`${name} ${i + 1}, name`}
              value={step.name}
              onChange={(event) =>
                change(withStep(draft, scale, { step: i, to: { name: event.target.value } }))
              }
            />
            <input
              className="input meaning-field"
              maxLength={400}
              aria-label={`${name} ${i + 1}, meaning`}
              value={step.meaning}
              onChange={(event) =>
                change(withStep(draft, scale, { step: i, to: { meaning: event.target.value } }))
              }
            />
          </div>
        ))}
      </div>
      <div className="toolbar">
        <button
          type="button"
          className="button quiet"
          disabled={steps.length >= MOST[scale]}
          onClick={() => change(longer(draft, scale))}
        >
          One step more
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={steps.length <= FEWEST[scale]}
          onClick={() => change(shorter(draft, scale))}
        >
          One step less
        </button>
      </div>
    </section>
  );
}
