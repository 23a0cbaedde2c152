// Maps a control to a requirement with relation, strength and reason; saving is the named person's review.
import { RELATIONS, STRENGTHS, type Relation, type Strength } from '@assay/core';
import { useEffect, useRef, useState } from 'react';
import { api, useChange, useOrg } from '../../data/api.ts';
import { isReference, type Control } from '../../data/rows.ts';
import { Select } from '../../ui/Select.tsx';

interface Props {
  readonly org: string;
  readonly code: string;
  /** The mapping to review, or none for a new one. */
  readonly mapping: Control['mappings'][number] | undefined;
  /** Requirements that are mapped already. */
  readonly taken: readonly string[];
  readonly close: () => void;
}

export function MappingForm({ org, code, mapping, taken, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const change = useChange(org);
  const posture = useOrg(org, ['posture', ''], () => api['posture.read']({ params: { org } }));
  const [to, setTo] = useState(mapping?.to ?? '');
  const [relation, setRelation] = useState<Relation>(mapping?.relation ?? 'intersects');
  const [strength, setStrength] = useState<Strength>(mapping?.strength ?? 'partial');
  const [rationale, setRationale] = useState(mapping?.rationale ?? '');
  useEffect(() => dialog.current?.showModal(), []);
  const open = (posture.data?.data ?? [])
    .flatMap((framework) => framework.requirements)
    .filter((each) => !taken.includes(each.ref));
  const save = (): void => {
    if (!isReference(to)) return;
    close();
    change.mutate({
      act: () =>
        api['mappings.put']({
          params: { org, control: code },
          body: { to, relation, strength, rationale, reviewed: true },
        }),
      done: `${code} answers ${to.slice(to.indexOf('/') + 1)}, reviewed by you.`,
    });
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="mapping-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 id="mapping-title">
          <span className="mono">{code}</span> answers{' '}
          {mapping ? <span className="mono">{to.slice(to.indexOf('/') + 1)}</span> : 'a requirement'}
        </h2>
        {mapping ? null : (
          <label className="field">
            <span>Requirement</span>
            <select className="input" required value={to} onChange={(event) => setTo(event.target.value)}>
              <option value="">choose one</option>
              {open.map((each) => (
                <option key={each.ref} value={each.ref}>
                  {each.id} {each.title}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="field-row">
          <Select name="Strength" of={STRENGTHS} value={strength} change={setStrength} />
          <Select name="Relation" of={RELATIONS} value={relation} change={setRelation} />
        </div>
        <label className="field">
          <span>Why it answers, in one sentence an auditor can check</span>
          <textarea
            className="input"
            required
            minLength={10}
            maxLength={400}
            value={rationale}
            onChange={(event) => setRationale(event.target.value)}
          />
        </label>
        <div className="toolbar">
          <button type="submit" className="button primary">
            Save as reviewed by me
          </button>
          <button type="button" className="button quiet" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
