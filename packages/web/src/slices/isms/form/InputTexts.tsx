// The seven inputs of a review: what is known stands above the field in which people say what they considered.
import { inputTitle, REVIEW_INPUT_NAMES } from '@assay/core';
import { Facts } from '../record/Facts.tsx';
import { isList, isObject, type Json, type JsonObject } from './fields.ts';

export function InputTexts({
  value,
  change,
}: {
  readonly value: JsonObject;
  readonly change: (next: JsonObject) => void;
}) {
  const inputs = isList(value['inputs']) ? value['inputs'].filter(isObject) : [];
  const put = (name: string, text: string): void => {
    const held = inputs.find(({ input }) => input === name);
    const next: JsonObject = { input: name, facts: [], ...held, text };
    change({ ...value, inputs: [...inputs.filter(({ input }) => input !== name), next] });
  };
  return REVIEW_INPUT_NAMES.map((name) => {
    const held = inputs.find(({ input }) => input === name);
    return (
      <div className="field isms-wide" key={name}>
        <label className="isms-label" htmlFor={`input-${name}`}>
          {inputTitle(name)}
        </label>
        <Facts facts={factsOf(held?.['facts'])} />
        <textarea
          id={`input-${name}`}
          className="input"
          rows={2}
          placeholder="What was considered"
          value={typeof held?.['text'] === 'string' ? held['text'] : ''}
          onChange={(event) => put(name, event.target.value)}
        />
      </div>
    );
  });
}

function factsOf(
  value: Json | undefined,
): readonly { readonly source: string; readonly value: string | null }[] {
  return (isList(value) ? value.filter(isObject) : []).map((fact) => ({
    source: typeof fact['source'] === 'string' ? fact['source'] : '',
    value: typeof fact['value'] === 'string' ? fact['value'] : null,
  }));
}
