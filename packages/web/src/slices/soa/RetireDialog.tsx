// Says from which day an obligation no longer binds; rows that rest on it alone then break a rule.
import { useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';
import { useToday } from '../../ui/useToday.ts';
import type { Obligation } from './soa.ts';

interface Props {
  readonly org: string;
  readonly held: Obligation;
  readonly close: () => void;
}

export function RetireDialog({ org, held, close }: Props) {
  const change = useChange(org);
  const [day, setDay] = useState(useToday());
  const end = (revision: number, on: string | null) =>
    api['obligations.change']({
      params: { org, obligation: held.id },
      ifMatch: `"${revision}"`,
      body: { ended_on: on },
    });
  return (
    <Asking
      title={`${held.id} ends`}
      act="End it"
      ready={day !== ''}
      close={close}
      submit={() =>
        change.mutate({
          act: () => end(held.revision, day),
          done: `${held.id} no longer binds from ${day}.`,
          undo: () => end(held.revision + 1, null),
        })
      }
    >
      <label className="field">
        <span>First day on which it no longer binds</span>
        <input
          className="input"
          type="date"
          autoFocus
          required
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      {held.rows.length === 0 ? (
        <p className="muted">No row is in because of it.</p>
      ) : (
        <p className="muted">
          {held.rows.length === 1 ? 'One row is' : `${held.rows.length} rows are`} in because of it:{' '}
          {held.rows.join(', ')}. Each needs another reason, or goes out with a justification, before the next
          approval.
        </p>
      )}
    </Asking>
  );
}
