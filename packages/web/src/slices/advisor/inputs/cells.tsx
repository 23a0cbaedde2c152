// The small fields of which the inputs are made: a number as text until it is one, a word of a list, a day, a name.
import { useState } from 'react';
import { said } from '../../../ui/words.ts';
import { FaultText, useFaulty } from './faults.tsx';

interface Cell<T> {
  readonly name: string;
  /** JSON Pointer at which a fault of it is told. */
  readonly at: string;
  readonly value: T;
  readonly change: (next: T) => void;
}

/** Spaces and commas between thousands are how people write amounts. */
function numberIn(text: string): number {
  const bare = text.replace(/[\s,]/g, '');
  return bare === '' ? Number.NaN : Number(bare);
}

export function NumberCell({ name, at, value, change }: Cell<number>) {
  const [typed, setTyped] = useState('');
  const faulty = useFaulty(at);
  const text = Object.is(numberIn(typed), value) ? typed : Number.isNaN(value) ? '' : String(value);
  return (
    <label className="field advice-cell-field">
      <span>{name}</span>
      <input
        className="input num"
        inputMode="decimal"
        value={text}
        {...faulty.props}
        onChange={(event) => {
          setTyped(event.target.value);
          change(numberIn(event.target.value));
        }}
      />
      <FaultText at={at} id={faulty.id} />
    </label>
  );
}

/** A number that may be left out. */
export function OptionalNumber({ name, at, value, change }: Cell<number | null>) {
  return (
    <NumberCell
      name={name}
      at={at}
      value={value ?? Number.NaN}
      change={(next) => change(Number.isNaN(next) ? null : next)}
    />
  );
}

interface ChoiceProps<T extends string> extends Cell<T> {
  readonly of: readonly T[];
  readonly words?: Readonly<Record<T, string>>;
}

export function ChoiceCell<T extends string>({ name, at, value, change, of, words }: ChoiceProps<T>) {
  const faulty = useFaulty(at);
  return (
    <label className="field advice-cell-field">
      <span>{name}</span>
      <select
        className="input"
        value={value}
        {...faulty.props}
        onChange={(event) => {
          const next = of.find((each) => each === event.target.value);
          if (next !== undefined) change(next);
        }}
      >
        {of.map((each) => (
          <option key={each} value={each}>
            {words ? words[each] : said(each)}
          </option>
        ))}
      </select>
      <FaultText at={at} id={faulty.id} />
    </label>
  );
}

export function TextCell({
  name,
  at,
  value,
  change,
  type = 'text',
}: Cell<string> & { readonly type?: 'text' | 'date' }) {
  const faulty = useFaulty(at);
  return (
    <label className="field advice-cell-field">
      <span>{name}</span>
      <input
        className="input"
        type={type}
        maxLength={120}
        value={value}
        {...faulty.props}
        onChange={(event) => change(event.target.value)}
      />
      <FaultText at={at} id={faulty.id} />
    </label>
  );
}

interface SeveralProps<T extends string> {
  readonly name: string;
  readonly of: readonly T[];
  readonly words?: Readonly<Record<T, string>>;
  readonly chosen: readonly T[];
  readonly change: (next: readonly T[]) => void;
}

export function SeveralCell<T extends string>({ name, of, words, chosen, change }: SeveralProps<T>) {
  return (
    <fieldset className="choice-row">
      <legend>{name}</legend>
      {of.map((each) => (
        <label key={each}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={() =>
              change(chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each])
            }
          />{' '}
          {words ? words[each] : said(each)}
        </label>
      ))}
    </fieldset>
  );
}
