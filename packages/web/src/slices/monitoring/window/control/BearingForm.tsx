// How a piece of evidence bears on a control: in which scope it was done, which events it answers, and, where it was made
// long after the act, what independent thing shows that the act took place.
import { useState } from 'react';
import { api, useChange } from '../../../../data/api.ts';
import type { WindowDetail } from '../window.ts';

interface Props {
  readonly org: string;
  readonly told: WindowDetail;
  readonly row: WindowDetail['evidence'][number];
  readonly close: () => void;
}

export function BearingForm({ org, told, row, close }: Props) {
  const change = useChange(org);
  const [scope, setScope] = useState(row.scope ?? '');
  const [events, setEvents] = useState(row.events.join(' '));
  const [support, setSupport] = useState(row.support ?? '');
  const set = (to: { scope: string | null; events: readonly string[]; support: string | null }) =>
    api['bearings.set']({
      params: { org, evidence: row.code, control: row.control },
      body: { scope: to.scope, events: [...to.events], support: to.support },
    });
  const save = (): void => {
    close();
    change.mutate({
      act: () =>
        set({
          scope: scope === '' ? null : scope,
          events: events.split(/[\s,]+/).filter((event) => event !== ''),
          support: support.trim() === '' ? null : support.trim(),
        }),
      done: `What ${row.code} says of ${row.control} is recorded.`,
      undo: () => set(row),
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label className="field">
        <span>What supports it: a log, a signed mail, a ticket that nobody could write later</span>
        <textarea
          className="input"
          minLength={3}
          maxLength={2000}
          value={support}
          onChange={(event) => setSupport(event.target.value)}
        />
      </label>
      {told.scopes.length > 1 ? (
        <label className="field">
          <span>Scope in which it was done</span>
          <select className="input" value={scope} onChange={(event) => setScope(event.target.value)}>
            <option value="">none named: it speaks for none of several</option>
            {told.scopes.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="field">
        <span>Events that it answers, parted by spaces</span>
        <input className="input" value={events} onChange={(event) => setEvents(event.target.value)} />
      </label>
      <div className="toolbar">
        <button type="submit" className="button primary">
          Record it
        </button>
        <button type="button" className="button quiet" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
