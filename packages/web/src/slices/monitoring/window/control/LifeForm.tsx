// Since when and until when a control runs, in whose place, and in which scopes.
import { useState } from 'react';
import { api, useChange } from '../../../../data/api.ts';
import { plain, type WindowDetail } from '../window.ts';
import { useControlChoices } from '../../../evidence/useControlChoices.ts';

interface Props {
  readonly org: string;
  readonly schedule: WindowDetail['schedule'];
  readonly close: () => void;
}

export function LifeForm({ org, schedule, close }: Props) {
  const change = useChange(org);
  const choices = useControlChoices(org);
  const [started, setStarted] = useState(schedule.started_on_said ? schedule.started_on : '');
  const [retired, setRetired] = useState(schedule.retired_on ?? '');
  const [replaces, setReplaces] = useState(schedule.replaces ?? '');
  const [scopes, setScopes] = useState(schedule.scopes.map(({ name }) => name).join(', '));
  const save = (): void => {
    close();
    const known = new Map(schedule.scopes.map((scope) => [scope.name, scope]));
    const names = [...new Set(scopes.split(',').map((name) => name.trim()))].filter((name) => name !== '');
    change.mutate({
      act: () =>
        api['schedules.change']({
          params: { org, control: schedule.control },
          ifMatch: `"${schedule.revision}"`,
          body: {
            started_on: started === '' ? null : plain(started),
            retired_on: retired === '' ? null : plain(retired),
            replaces: replaces === '' ? null : replaces,
            scopes: names.map((name) => {
              const { from, until } = known.get(name) ?? { from: null, until: null };
              return {
                name,
                from: from === null ? null : plain(from),
                until: until === null ? null : plain(until),
              };
            }),
          },
        }),
      done: `The lifetime of ${schedule.control} is recorded.`,
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
          <span>Running since (empty: since it is in place)</span>
          <input
            className="input"
            type="date"
            value={started}
            onChange={(event) => setStarted(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Retired, first day without it</span>
          <input
            className="input"
            type="date"
            value={retired}
            onChange={(event) => setRetired(event.target.value)}
          />
        </label>
      </div>
      <label className="field">
        <span>It took the place of</span>
        <select className="input" value={replaces} onChange={(event) => setReplaces(event.target.value)}>
          <option value="">none</option>
          {choices
            .filter(({ key }) => key !== schedule.control)
            .map(({ key, label }) => (
              <option key={key} value={key}>
                {key} {label}
              </option>
            ))}
        </select>
      </label>
      <label className="field">
        <span>Scopes, parted by commas: the same control on several systems</span>
        <input className="input" value={scopes} onChange={(event) => setScopes(event.target.value)} />
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
