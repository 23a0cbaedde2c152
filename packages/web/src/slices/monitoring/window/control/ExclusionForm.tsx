// Leaves days of a control out: never without a reason, an owner and an end.
import { addDays } from '@assay/core';
import { useState } from 'react';
import { api, useChange } from '../../../../data/api.ts';
import { useToday } from '../../../../ui/useToday.ts';
import { plain, type WindowDetail } from '../window.ts';

interface Props {
  readonly org: string;
  readonly told: WindowDetail;
  readonly close: () => void;
}

export function ExclusionForm({ org, told, close }: Props) {
  const change = useChange(org);
  const today = useToday();
  const [from, setFrom] = useState(today);
  const [last, setLast] = useState<string>(addDays(plain(today), 13));
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState(told.control.owner ?? '');
  const [scope, setScope] = useState('');
  const reversed = from !== '' && last !== '' && last < from;
  const { control } = told;
  const save = (): void => {
    close();
    change.mutate({
      act: () =>
        api['exclusions.add']({
          params: { org },
          body: {
            control: control.code,
            from: plain(from),
            until: addDays(plain(last), 1),
            reason,
            owner,
            ...(scope === '' ? {} : { scope }),
          },
        }),
      done: `Days of ${control.code} from ${from} to ${last} are left out.`,
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="field-row">
        <label className="field">
          <span>First day left out</span>
          <input
            className="input"
            type="date"
            required
            value={from}
            onChange={(e) => setFrom(e.target.value)}
          />
        </label>
        <label className="field">
          <span>Last day left out</span>
          <input
            className="input"
            type="date"
            required
            value={last}
            onChange={(e) => setLast(e.target.value)}
          />
        </label>
      </div>
      {reversed ? <p className="problem small">It would end before it begins.</p> : null}
      <label className="field">
        <span>Reason, as an auditor will read it</span>
        <textarea
          className="input"
          required
          minLength={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <div className="field-row">
        <label className="field">
          <span>Who answers for it</span>
          <input
            className="input"
            required
            value={owner}
            onChange={(event) => setOwner(event.target.value)}
          />
        </label>
        {told.scopes.length > 1 ? (
          <label className="field">
            <span>Scope</span>
            <select className="input" value={scope} onChange={(event) => setScope(event.target.value)}>
              <option value="">all</option>
              {told.scopes.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <div className="toolbar">
        <button type="submit" className="button primary" disabled={reversed}>
          Leave them out
        </button>
        <button type="button" className="button quiet" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
