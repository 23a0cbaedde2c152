// One field of a record as an input; rows hold fields of their own and can be added and taken out.
import { useId } from 'react';
import { Plus, X } from 'lucide-react';
import { said } from '../../../ui/words.ts';
import { blankOf, isList, isObject, type Field, type Json, type JsonObject } from './fields.ts';

interface Props<F extends Field = Field> {
  readonly field: F;
  readonly value: Json | undefined;
  readonly change: (next: Json) => void;
}

type As<K extends Field['as']> = Extract<Field, { readonly as: K }>;

/** The fields of a record, of a group or of a row. */
export function Fields(props: {
  readonly fields: readonly Field[];
  readonly value: JsonObject;
  readonly change: (next: JsonObject) => void;
}) {
  const { fields, value, change } = props;
  return fields.map((field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={value[field.name]}
      change={(next) => change({ ...value, [field.name]: next })}
    />
  ));
}

function FieldInput({ field, value, change }: Props) {
  switch (field.as) {
    case 'rows':
      return <Rows field={field} value={value} change={change} />;
    case 'group':
      return (
        <fieldset className="isms-group isms-wide">
          <legend>{field.label}</legend>
          <Fields fields={field.fields} value={isObject(value) ? value : {}} change={change} />
        </fieldset>
      );
    case 'yesno':
      return <YesNo field={field} value={value} change={change} />;
    case 'tick':
      return (
        <label className="isms-tick">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => change(event.target.checked)}
          />{' '}
          {field.label}
        </label>
      );
    default:
      return (
        <label className={field.as === 'text' || field.as === 'lines' ? 'field isms-wide' : 'field'}>
          <span>{field.label}</span>
          <Plain field={field} value={value} change={change} />
          {field.hint === undefined ? null : <small>{field.hint}</small>}
        </label>
      );
  }
}

function Plain({ field, value, change }: Props<As<'line' | 'text' | 'lines' | 'day' | 'number' | 'choice'>>) {
  const shown = typeof value === 'string' || typeof value === 'number' ? value : '';
  switch (field.as) {
    case 'text':
      return (
        <textarea className="input" rows={2} value={shown} onChange={(event) => change(event.target.value)} />
      );
    case 'lines':
      return (
        <textarea
          className="input"
          value={isList(value) ? value.filter((each) => typeof each === 'string').join('\n') : ''}
          onChange={(event) => change(event.target.value.split('\n'))}
        />
      );
    case 'choice':
      return (
        <select className="input" value={shown} onChange={(event) => change(event.target.value)}>
          {field.of.map((each) => (
            <option key={each} value={each}>
              {said(each)}
            </option>
          ))}
        </select>
      );
    case 'number':
      return (
        <input
          className="input"
          type="number"
          step="any"
          required
          value={shown}
          onChange={(event) =>
            change(Number.isNaN(event.target.valueAsNumber) ? '' : event.target.valueAsNumber)
          }
        />
      );
    case 'day':
      return (
        <input
          className="input"
          type="date"
          value={shown}
          onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
        />
      );
    case 'line':
      return (
        <input
          className="input"
          maxLength={400}
          value={shown}
          onChange={(event) => change(event.target.value)}
        />
      );
    default:
      return field satisfies never;
  }
}

/** Three answers: yes, no, and that nobody has decided. */
function YesNo({ field, value, change }: Props<As<'yesno'>>) {
  const name = useId();
  const answers = [
    ['Yes', true],
    ['No', false],
    ['Not decided', null],
  ] as const;
  return (
    <fieldset>
      <legend>{field.label}</legend>
      <div className="choice-row">
        {answers.map(([word, answer]) => (
          <label key={word}>
            <input
              type="radio"
              name={name}
              checked={(value ?? null) === answer}
              onChange={() => change(answer)}
            />{' '}
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Rows({ field, value, change }: Props<As<'rows'>>) {
  const rows = isList(value) ? value : [];
  const put = (i: number, next: Json): void => change(rows.map((row, at) => (at === i ? next : row)));
  const blank = Object.fromEntries(field.fields.map((each) => [each.name, blankOf(each)]));
  return (
    <fieldset className="isms-rows">
      <legend>{field.label}</legend>
      {rows.map((row, i) => (
        <div className="isms-row" key={i} role="group" aria-label={`${field.one} ${i + 1}`}>
          <div className="isms-row-fields">
            <Fields fields={field.fields} value={isObject(row) ? row : {}} change={(next) => put(i, next)} />
          </div>
          <button
            type="button"
            className="button quiet"
            aria-label={`Take ${field.one} ${i + 1} out`}
            onClick={() => change(rows.filter((_, at) => at !== i))}
          >
            <X size={15} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </div>
      ))}
      <div>
        <button type="button" className="button quiet" onClick={() => change([...rows, blank])}>
          <Plus size={15} strokeWidth={1.75} aria-hidden="true" />
          Add {/^[aeiou]/.test(field.one) ? 'an' : 'a'} {field.one}
        </button>
      </div>
    </fieldset>
  );
}
