// Adds an obligation, or changes what one says.
import { OBLIGATION_KINDS } from '@assay/core';
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Obligation } from './soa.ts';

interface Props {
  readonly org: string;
  /** The obligation to change; a new one without. */
  readonly held?: Obligation;
  readonly close: () => void;
}

export function ObligationForm({ org, held, close }: Props) {
  const change = useChange(org);
  const [kind, setKind] = useState<Obligation['kind']>(held?.kind ?? 'law');
  const [title, setTitle] = useState(held?.title ?? '');
  const [clause, setClause] = useState(held?.clause ?? '');
  const [demand, setDemand] = useState(held?.demand ?? '');
  const [owner, setOwner] = useState(held?.owner ?? '');
  const body = {
    kind,
    title: title.trim(),
    clause: clause.trim(),
    demand: demand.trim(),
    owner: owner.trim() || null,
  };
  const save = (): void =>
    held
      ? change.mutate({
          act: () =>
            api['obligations.change']({
              params: { org, obligation: held.id },
              ifMatch: `"${held.revision}"`,
              body,
            }),
          done: `${held.id} is changed.`,
          undo: () =>
            api['obligations.change']({
              params: { org, obligation: held.id },
              ifMatch: `"${held.revision + 1}"`,
              body: {
                kind: held.kind,
                title: held.title,
                clause: held.clause,
                demand: held.demand,
                owner: held.owner,
              },
            }),
        })
      : change.mutate({
          act: () => api['obligations.add']({ params: { org }, body }),
          done: `${body.title} is in the register.`,
        });
  return (
    <Asking
      title={held ? `Change ${held.id}` : 'Add an obligation'}
      act={held ? 'Change it' : 'Add it to the register'}
      ready={body.title.length > 1}
      close={close}
      submit={save}
    >
      <Select name="What it is" of={OBLIGATION_KINDS} value={kind} change={setKind} />
      <label className="field">
        <span>Title</span>
        <input
          className="input"
          autoFocus
          required
          minLength={2}
          maxLength={200}
          placeholder="General Data Protection Regulation"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Article, section or clause that asks</span>
        <input
          className="input"
          maxLength={200}
          placeholder="Art. 32"
          value={clause}
          onChange={(event) => setClause(event.target.value)}
        />
      </label>
      <label className="field">
        <span>What it asks of you, in your own words</span>
        <textarea
          className="input"
          maxLength={4000}
          value={demand}
          onChange={(event) => setDemand(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Who answers for it</span>
        <input
          className="input"
          maxLength={120}
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
        />
      </label>
    </Asking>
  );
}
