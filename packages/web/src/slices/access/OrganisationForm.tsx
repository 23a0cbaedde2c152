// Name, scope statement, headcount and time zone.
import { useState } from 'react';
import type { Organisation } from '../../data/rows.ts';
import { useSettings } from './useSettings.ts';

interface Props {
  readonly org: string;
  readonly settings: Organisation;
}

export function OrganisationForm({ org, settings }: Props) {
  const save = useSettings(org, settings);
  const [name, setName] = useState(settings.name);
  const [scope, setScope] = useState(settings.scope_statement);
  const [zone, setZone] = useState(settings.time_zone);
  const [people, setPeople] = useState(settings.headcount === null ? '' : String(settings.headcount));
  return (
    <form
      className="section"
      aria-labelledby="organisation"
      onSubmit={(event) => {
        event.preventDefault();
        save(
          {
            name,
            scope_statement: scope,
            time_zone: zone,
            headcount: people === '' ? null : Number(people),
          },
          'The organisation is saved.',
          {
            name: settings.name,
            scope_statement: settings.scope_statement,
            time_zone: settings.time_zone,
            headcount: settings.headcount,
          },
        );
      }}
    >
      <h2 id="organisation">Organisation</h2>
      <div className="field-row">
        <label className="field">
          <span>Name</span>
          <input
            className="input"
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Time zone of its days</span>
          <select className="input" value={zone} onChange={(event) => setZone(event.target.value)}>
            {zones(zone).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>People</span>
          <input
            className="input"
            type="number"
            min={1}
            max={100_000}
            value={people}
            onChange={(event) => setPeople(event.target.value)}
          />
        </label>
      </div>
      <label className="field wide">
        <span>Scope statement</span>
        <textarea
          className="input"
          maxLength={4000}
          value={scope}
          onChange={(event) => setScope(event.target.value)}
        />
      </label>
      <div>
        <button type="submit" className="button primary">
          Save the organisation
        </button>
      </div>
    </form>
  );
}

function zones(own: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return ['UTC', own, ...known].filter((zone, i, all) => all.indexOf(zone) === i);
}
