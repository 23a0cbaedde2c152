// Every input beside its effect: what stands there, where it comes from, and what the advice makes of it.
import { DEFAULTS } from '@assay/core';
import { useEffect, useRef } from 'react';
import type { Advice, Fault, Field } from '../advice.ts';
import { Control } from './Control.tsx';
import { asRecorded, edited, withExisting, withoutField, withValues, type Edits } from './edits.ts';
import { FaultsAt, useFaultsBelow } from './faults.tsx';
import { FIELD_HINTS, FIELD_TITLES, FIELDS } from './fields.ts';
import { CORE_NAMES, sensitiveWords } from './sensitive.ts';
import type { Typed } from './typed.ts';
import { valueWords } from './words.ts';

interface Props {
  /** As it was recorded. */
  readonly advice: Advice;
  /** As it would be with what was changed. */
  readonly shown: Advice;
  readonly edits: Edits;
  readonly setEdits: (next: Edits) => void;
  readonly faults: readonly Fault[];
  /** The field to which a sentence led. */
  readonly fill: string | undefined;
}

export function Inputs({ advice, shown, edits, setEdits, faults, fill }: Props) {
  const typed: Typed = {
    situation: edited(shown.situation, edits),
    set: (values) => setEdits(withValues(edits, values)),
    setExisting: (part) => setEdits(withExisting(edits, part)),
    leaveOut: (field) => setEdits(withoutField(edits, field, advice.answers.given)),
    keep: (field) => setEdits(asRecorded(edits, field)),
  };
  return (
    <FaultsAt faults={faults}>
      <section className="section" aria-labelledby="inputs">
        <h2 id="inputs">What it is made from</h2>
        <p className="small muted prose">
          Every input can be skipped: what stands then is counted from your records or assumed, and says so.
          What you change is tried at once; nothing is recorded until you say so.
        </p>
        <div className="advice-inputs">
          {FIELDS.map((field) => (
            <Input
              key={field}
              field={field}
              advice={advice}
              shown={shown}
              typed={typed}
              edits={edits}
              filled={field === fill}
            />
          ))}
        </div>
      </section>
    </FaultsAt>
  );
}

interface InputProps {
  readonly field: Field;
  readonly advice: Advice;
  readonly shown: Advice;
  readonly typed: Typed;
  readonly edits: Edits;
  readonly filled: boolean;
}

function Input({ field, advice, shown, typed, edits, filled }: InputProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const faults = useFaultsBelow(field);
  useEffect(() => {
    const details = box.current;
    if (!filled || !details) return;
    details.open = true;
    details.scrollIntoView({ block: 'center' });
    details.querySelector('summary')?.focus({ preventScroll: true });
  }, [filled]);
  const origin = originOf(field, { advice, edits });
  return (
    <div className="advice-input" id={`input-${field}`}>
      <details ref={box}>
        <summary>
          <span className="advice-input-name">{FIELD_TITLES[field]}</span>
          <span className="advice-input-value">{valueWords(field, typed.situation)}</span>
          <span className={`small advice-origin ${origin.split(',')[0]}`}>{origin}</span>
          {faults > 0 ? <span className="problem small">to mend: {faults}</span> : null}
        </summary>
        <div className="advice-control">
          <p className="small muted">{FIELD_HINTS[field]}</p>
          <Control field={field} {...typed} />
          <Origin field={field} origin={origin} typed={typed} />
        </div>
      </details>
      <Effect field={field} advice={shown} />
    </div>
  );
}

function originOf(field: Field, { advice, edits }: Pick<InputProps, 'advice' | 'edits'>): string {
  if (edits.without.includes(field)) return 'left out, not recorded';
  const touched =
    Object.hasOwn(edits.values, field) || (field === 'existing' && Object.keys(edits.existing).length > 0);
  return touched ? 'changed, not recorded' : (advice.origins[field] ?? 'assumed');
}

interface OriginProps {
  readonly field: Field;
  readonly origin: string;
  readonly typed: Typed;
}

function Origin({ field, origin, typed: { leaveOut, keep } }: OriginProps) {
  if (origin === 'assumed')
    return <p className="small muted">Nobody said it. {DEFAULTS[CORE_NAMES[field]].why}</p>;
  if (origin === 'counted') return <p className="small muted">Counted from your records.</p>;
  if (origin.startsWith('left out'))
    return (
      <button type="button" className="plain" onClick={() => keep(field)}>
        Keep what was recorded after all
      </button>
    );
  return (
    <button type="button" className="plain" onClick={() => leaveOut(field)}>
      Leave it out: count or assume it again
    </button>
  );
}

/** What every date or amount is computed from, whether or not a sentence names it. */
const IN_FIGURES: ReadonlySet<Field> = new Set([
  'people',
  'sites',
  'systems',
  'existing',
  'capacity',
  'currency',
  'rates',
]);

/** What the advice makes of an input: sentences that rest on it, and what would flip it. */
function Effect({ field, advice }: { readonly field: Field; readonly advice: Advice }) {
  const sensitive = advice.confidence.sensitive.find((each) => each.field === field);
  const says = [
    ...advice.reasons
      .filter(({ inputs }) => inputs.some((each) => each.field === field))
      .map(({ sentence }) => sentence),
    ...advice.options.flatMap(({ limits }) =>
      limits.filter((limit) => limit.field === field).map(({ sentence }) => sentence),
    ),
    ...advice.flips.filter((flip) => flip.field === field).map(({ sentence }) => sentence),
    ...(sensitive ? [sensitiveWords(field, sensitive.options)] : []),
  ];
  return (
    <div className="advice-effect small">
      {says.length === 0 ? (
        <p className="faint">
          {IN_FIGURES.has(field) ? 'It is in dates and cost.' : 'It speaks for no way as it stands.'}
        </p>
      ) : (
        [...new Set(says)].map((each) => <p key={each}>{each}</p>)
      )}
    </div>
  );
}
