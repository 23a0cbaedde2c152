// The small fields that the forms of a risk share.
import type { ReactNode } from 'react';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly change: (next: string) => void;
  readonly required?: boolean;
  readonly least?: number;
  readonly most: number;
  readonly hint?: string;
  /** Values that were used before, offered while typing. */
  readonly known?: { readonly id: string; readonly values: readonly string[] };
}

export function TextField({ label, value, change, required, most, hint, known }: TextProps) {
  return (
    <label className="field wide">
      <span>{label}</span>
      <input
        className="input"
        required={required === true}
        maxLength={most}
        list={known?.id}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
      {known ? (
        <datalist id={known.id}>
          {known.values.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      ) : null}
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  );
}

export function LongField({ label, value, change, required, least, most, hint }: TextProps) {
  return (
    <label className="field wide">
      <span>{label}</span>
      <textarea
        className="input"
        required={required === true}
        minLength={least}
        maxLength={most}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  );
}

export function DayField(props: {
  readonly label: string;
  readonly value: string;
  readonly change: (next: string) => void;
  readonly required?: boolean;
  readonly least?: string;
  readonly most?: string;
  readonly hint?: ReactNode;
}) {
  return (
    <label className="field">
      <span>{props.label}</span>
      <input
        className="input"
        type="date"
        required={props.required === true}
        min={props.least}
        max={props.most}
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      />
      {props.hint === undefined ? null : <small>{props.hint}</small>}
    </label>
  );
}
