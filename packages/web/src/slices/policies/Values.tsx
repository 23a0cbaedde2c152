// The places of a text and what stands in them; what each means is known from the template.
import { variablesIn } from '@assay/core';
import { useId } from 'react';
import { api, useOrg } from '../../data/api.ts';
import type { Draft } from './draft.ts';
import type { Policy } from './policies.ts';

interface Props {
  readonly org: string;
  readonly policy: Policy;
  readonly draft: Draft;
  readonly change: (next: Partial<Draft>) => void;
}

export function Values({ org, policy, draft, change }: Props) {
  const id = useId();
  const names = variablesIn(draft.text);
  const templates = useOrg(org, ['policy-templates'], () => api['policies.templates']({ params: { org } }));
  const known = new Map(
    templates.data?.data
      .find(({ code }) => code === policy.template)
      ?.variables.map((each) => [each.name, each] as const) ?? [],
  );
  if (names.length === 0) return null;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>Places to fill</h2>
      <div className="field-row values">
        {names.map((name) => {
          const about = known.get(name);
          const value = draft.variables[name] ?? '';
          return (
            <label key={name} className={`field ${value.trim() === '' ? 'unfilled' : ''}`}>
              <span>{about?.meaning ?? name.replaceAll('_', ' ')}</span>
              <input
                className="input"
                maxLength={400}
                pattern={String.raw`[^\{\}]*`}
                placeholder={about ? `for example ${about.example}` : undefined}
                value={value}
                onChange={(event) =>
                  change({ variables: { ...draft.variables, [name]: event.target.value } })
                }
              />
            </label>
          );
        })}
      </div>
    </section>
  );
}
