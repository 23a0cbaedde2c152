// One of a closed list of words, with its label.
import { said } from './words.ts';

interface Props<T extends string> {
  readonly name: string;
  readonly of: readonly T[];
  readonly value: T;
  readonly change: (next: T) => void;
}

export function Select<T extends string>({ name, of, value, change }: Props<T>) {
  return (
    <label className="field">
      <span>{name}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => {
          const next = of.find((each) => each === event.target.value);
          if (next !== undefined) change(next);
        }}
      >
        {of.map((each) => (
          <option key={each} value={each}>
            {said(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
