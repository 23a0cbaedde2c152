// The small fields of which the inputs are made: a number as text until it is one, a word of a list, a day, a name.
import { useState } from 'react';
import { said } from '../../../ui/words.ts';
import { FaultText, useFaulty } from './faults.tsx';
import { namesIn, namesText, numeralText, readNumeral } from './texts.ts';

interface Cell<T> {
  readonly name: string;
  /** JSON Pointer at which a fault of it is told. */
  readonly at: string;
  readonly value: T;
  readonly change: (next: T) => void;
}

export function NumberCell({ change, ...cell }: Cell<number>) {
  return <Numeral {...cell} change={(next) => change(next ?? Number.NaN)} />;
}

/** A number that may be left out: null where its field is empty, NaN where what stands there is no number. */
export function OptionalNumber({ change, ...cell }: Cell<number | null>) {
  return <Numeral {...cell} change={change} />;
}

interface NumeralProps extends Omit<Cell<number | null>, 'change'> {
  readonly change: (next: number | null) => void;
}

function Numeral({ name, at, value, change }: NumeralProps) {
  const [typed, setTyped] = useState('');
  const faulty = useFaulty(at);
  const text = Object.is(readNumeral(typed), value) ? typed : numeralText(value);
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
          change(readNumeral(event.target.value));
        }}
      />
      <FaultText at={at} id={faulty.id} />
    </label>
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
  longest = 120,
}: Cell<string> & { readonly type?: 'text' | 'date'; readonly longest?: number }) {
  const faulty = useFaulty(at);
  return (
    <label className="field advice-cell-field">
      <span>{name}</span>
      <input
        className="input"
        type={type}
        maxLength={longest}
        value={value}
        {...faulty.props}
        onChange={(event) => change(event.target.value)}
      />
      <FaultText at={at} id={faulty.id} />
    </label>
  );
}

/** Names parted by commas. */
export function NamesCell({ name, at, value, change }: Cell<readonly string[]>) {
  const [typed, setTyped] = useState('');
  return (
    <TextCell
      name={name}
      at={at}
      longest={2400}
      value={namesText(typed, value)}
      change={(text) => {
        setTyped(text);
        change(namesIn(text));
      }}
    />
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
