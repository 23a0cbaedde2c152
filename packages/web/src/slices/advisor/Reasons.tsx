// Why, what speaks against it, what would change it, and what nobody has said yet; each leads to the input that it rests on.
import type { Advice } from './advice.ts';
import { FIELD_TITLES, isField } from './inputs/fields.ts';
import { isSensitive, sensitiveWords } from './inputs/sensitive.ts';
import { pointsText } from './values.ts';

interface Props {
  readonly advice: Advice;
  readonly fill: (field: string) => void;
}

export function Why({ advice, fill }: Props) {
  const { counter } = advice;
  return (
    <div className="pair">
      <section className="side" aria-labelledby="why">
        <h2 id="why">Why {advice.title}</h2>
        <Reasons of={advice.reasons} fill={fill} />
      </section>
      <section className="side" aria-labelledby="against">
        <h2 id="against">The strongest case against it</h2>
        {counter === null ? (
          <p className="muted">No other way stands open.</p>
        ) : (
          <>
            <p>{counter.sentence}</p>
            <ul className="advice-reasons">
              {counter.speaks_for.map(({ criterion, points, words }) => (
                <li key={criterion}>
                  {words} <span className="small muted">({pointsText(points)} points)</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}

function Reasons({ of, fill }: { readonly of: Advice['reasons']; readonly fill: Props['fill'] }) {
  return (
    <ul className="advice-reasons">
      {of.map(({ sentence, inputs }) => (
        <li key={sentence}>
          {sentence} <Rests on={inputs.map(({ field }) => field)} fill={fill} />
        </li>
      ))}
    </ul>
  );
}

/** The inputs that a sentence rests on. */
function Rests({ on, fill }: { readonly on: readonly string[]; readonly fill: Props['fill'] }) {
  return (
    <span className="advice-rests">
      {on.filter(isField).map((field) => (
        <button key={field} type="button" className="plain" onClick={() => fill(field)}>
          {FIELD_TITLES[field].toLowerCase()}
        </button>
      ))}
    </span>
  );
}

export function Flips({ advice, fill }: Props) {
  return (
    <section className="side" aria-labelledby="flips">
      <h2 id="flips">What would change it</h2>
      {advice.flips.length === 0 ? (
        <p className="muted">No change of a single input was found that would.</p>
      ) : (
        <ul className="advice-reasons">
          {advice.flips.map(({ field, sentence }) => (
            <li key={sentence}>
              {sentence} <Rests on={[field]} fill={fill} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Confidence({ advice, fill }: Props) {
  const { sentence, sensitive } = advice.confidence;
  return (
    <section className="side" aria-labelledby="confidence">
      <h2 id="confidence">What you have not told us and would matter most</h2>
      <p>{sentence}</p>
      <ol className="advice-reasons">
        {sensitive.filter(isSensitive).map(({ field, options }) => (
          <li key={field}>
            {sensitiveWords(field, options)} <Rests on={[field]} fill={fill} />
          </li>
        ))}
      </ol>
    </section>
  );
}
