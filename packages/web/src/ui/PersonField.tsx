// A person by name; whoever owns a control already is suggested.
import { allPages } from '@assay/contract';
import { useId, useMemo } from 'react';
import { api, useOrg } from '../data/api.ts';

interface Props {
  readonly org: string;
  readonly name: string;
  readonly value: string;
  readonly change: (next: string) => void;
  readonly required?: boolean;
  readonly hint?: string;
}

export function PersonField({ org, name, value, change, required = false, hint }: Props) {
  const id = useId();
  const controls = useOrg(org, ['controls'], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: page })),
  );
  const people = useMemo(
    () =>
      [...new Set((controls.data?.data ?? []).flatMap(({ state }) => state.owner ?? []))].toSorted((a, b) =>
        a.localeCompare(b),
      ),
    [controls.data],
  );
  return (
    <label className="field">
      <span>{name}</span>
      <input
        className="input"
        list={id}
        required={required}
        maxLength={120}
        autoComplete="off"
        value={value}
        onChange={(event) => change(event.target.value)}
      />
      <datalist id={id}>
        {people.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  );
}
