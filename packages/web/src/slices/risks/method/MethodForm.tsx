// Writes the next version of the method; what core finds wrong stands in the form, and nothing is kept until it is whole.
import { checkMethod, OWNER_ROLES } from '@assay/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../data/api.ts';
import { tell } from '../../../data/toasts.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';
import { said } from '../../../ui/words.ts';
import { LongField } from '../fields.tsx';
import { coreMethod, type Method } from '../risks.ts';
import { draftOf, withCell, type MethodDraft } from './draft.ts';
import { MethodGrid } from './MethodGrid.tsx';
import { ScaleFields } from './ScaleFields.tsx';

interface Props {
  readonly org: string;
  readonly method: Method;
  readonly close: () => void;
}

export function MethodForm({ org, method, close }: Props) {
  const [draft, setDraft] = useState(() => draftOf(method));
  const client = useQueryClient();
  const next: Method = { ...draft, revision: method.revision + 1, changed_by: null, changed_at: null };
  const checked = checkMethod(coreMethod(next));
  const faults = checked.ok ? [] : checked.error;
  const saved = useMutation({
    mutationFn: async () => {
      const made = take(
        await api['risk_method.put']({ params: { org }, ifMatch: `"${method.revision}"`, body: draft }),
      );
      await client.invalidateQueries({ queryKey: ['org', org] });
      tell(`Version ${made.revision} of the method is in force; earlier assessments keep theirs.`);
      close();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        saved.mutate();
      }}
    >
      <ScaleFields scale="likelihood" name="Likelihood" draft={draft} change={setDraft} />
      <ScaleFields scale="impact" name="Impact" draft={draft} change={setDraft} />
      <ScaleFields
        scale="levels"
        name="Levels, from the least to the worst"
        draft={draft}
        change={setDraft}
      />
      {draft.combination.kind === 'grid' ? (
        <section className="section" aria-labelledby="grid-form">
          <h2 id="grid-form">Level by likelihood and impact</h2>
          <MethodGrid method={next} cell={(at) => <CellSelect draft={draft} at={at} change={setDraft} />} />
        </section>
      ) : null}
      <Limits draft={draft} change={setDraft} />
      <LongField
        label="Appetite: what risk is sought, what is shunned"
        value={draft.appetite}
        most={2000}
        change={(appetite) => setDraft({ ...draft, appetite })}
      />
      {faults.length === 0 ? null : (
        <p className="problem" role="alert">
          {faults.length === 1 ? 'One thing' : `${faults.length} things`} to mend first:{' '}
          {faults.map((fault) => `${placeOf(fault.pointer)} ${fault.detail}`).join('; ')}.
        </p>
      )}
      <Refusal of={saved.error} />
      <div className="toolbar">
        <button type="submit" className="button primary" disabled={saved.isPending || faults.length > 0}>
          Put version {method.revision + 1} in force
        </button>
        <button type="button" className="button quiet" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** `/combination/levels/4/4` as people count: likelihood 5, impact 5. */
function placeOf(pointer: string): string {
  const [, likelihood, impact] = /^\/combination\/levels\/(\d+)(?:\/(\d+))?$/.exec(pointer) ?? [];
  if (likelihood === undefined) return pointer.split('/').filter(Boolean).join(' ');
  const row = `likelihood ${Number(likelihood) + 1}`;
  return impact === undefined ? row : `${row}, impact ${Number(impact) + 1}`;
}

interface Editing {
  readonly draft: MethodDraft;
  readonly change: (next: MethodDraft) => void;
}

function CellSelect({
  draft,
  at,
  change,
}: Editing & { readonly at: { readonly likelihood: number; readonly impact: number } }) {
  const held = draft.combination.kind === 'grid' ? draft.combination.levels[at.likelihood]?.[at.impact] : 1;
  return (
    <LevelSelect
      name={`Level at likelihood ${at.likelihood + 1}, impact ${at.impact + 1}`}
      draft={draft}
      value={held ?? 1}
      change={(level) => change(withCell(draft, at, level))}
    />
  );
}

function LevelSelect(props: {
  readonly name: string;
  readonly draft: MethodDraft;
  readonly value: number;
  readonly change: (level: number) => void;
}) {
  return (
    <select
      className="input"
      aria-label={props.name}
      value={props.value}
      onChange={(event) => props.change(Number(event.target.value))}
    >
      {props.draft.levels.map(({ name }, i) => (
        <option key={`${name} ${String(i)}`} value={i + 1}>
          {name === '' ? `level ${i + 1}` : name}
        </option>
      ))}
    </select>
  );
}

/** What needs no treatment, and which role may accept what. */
function Limits({ draft, change }: Editing) {
  const limitOf = (role: string): number => draft.authority.find((each) => each.role === role)?.up_to ?? 0;
  const roles = [...new Set([...OWNER_ROLES, ...draft.authority.map(({ role }) => role)])];
  const set = (role: string, upTo: number): void =>
    change({
      ...draft,
      authority: roles.flatMap((each) => {
        const up_to = each === role ? upTo : limitOf(each);
        return up_to === 0 ? [] : [{ role: each, up_to }];
      }),
    });
  return (
    <section className="section" aria-labelledby="limits">
      <h2 id="limits">What is acceptable, and who may accept more</h2>
      <div className="step-row">
        <span />
        <span>Needs no treatment up to</span>
        <LevelSelect
          name="Needs no treatment up to"
          draft={draft}
          value={draft.acceptable}
          change={(acceptable) => change({ ...draft, acceptable })}
        />
      </div>
      {roles.map((role) => (
        <div key={role} className="step-row">
          <span />
          <span>{said(role)}</span>
          <select
            className="input meaning-field"
            aria-label={`${said(role)} may accept up to`}
            value={limitOf(role)}
            onChange={(event) => set(role, Number(event.target.value))}
          >
            <option value={0}>accepts nothing</option>
            {draft.levels.map(({ name }, i) => (
              <option key={`${name} ${String(i)}`} value={i + 1}>
                up to {name}
              </option>
            ))}
          </select>
        </div>
      ))}
    </section>
  );
}
