// Confirming the version in force: for oneself, or for somebody else with the proof of it.
import { useId, useState } from 'react';
import { api, useChange, useSession } from '../../data/api.ts';
import { Asking, isReason } from '../../ui/Asking.tsx';
import type { Policy } from './policies.ts';

export function ConfirmDialog(props: {
  readonly org: string;
  readonly policy: Policy;
  readonly close: () => void;
}) {
  const { org, policy } = props;
  const change = useChange(org);
  const list = useId();
  const self = useSession().data?.principal.name ?? '';
  const [person, setPerson] = useState(self);
  const [proof, setProof] = useState('');
  const other = person.trim() !== self;
  return (
    <Asking
      title={`Confirm version ${policy.in_force ?? ''} of ${policy.title}`}
      act={other ? `Record that ${person.trim() || '…'} confirmed` : 'I have read it and follow it'}
      ready={person.trim().length > 1 && (!other || isReason(proof))}
      waits="Say where it is proved"
      close={props.close}
      submit={() =>
        change.mutate({
          act: () =>
            api['policies.acknowledge']({
              params: { org, policy: policy.code },
              body: other ? { person: person.trim(), proof: proof.trim() } : {},
            }),
          done: `${policy.code} is confirmed by ${person.trim()}`,
        })
      }
    >
      <label className="field">
        <span>Who has read it</span>
        <input
          className="input"
          list={list}
          required
          minLength={2}
          maxLength={120}
          value={person}
          onChange={(event) => setPerson(event.target.value)}
        />
        <datalist id={list}>
          {policy.acknowledged?.missing.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      {other ? (
        <label className="field">
          <span>Where that is proved</span>
          <input
            className="input"
            required
            minLength={3}
            maxLength={400}
            placeholder="signed sheet of 3 March, in the people folder"
            value={proof}
            onChange={(event) => setProof(event.target.value)}
          />
        </label>
      ) : null}
    </Asking>
  );
}
