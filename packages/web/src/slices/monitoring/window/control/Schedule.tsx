// How often the control is to run: a history, not a setting. A change holds from a day on and leaves what was before.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Term } from '../../../../ui/Term.tsx';
import type { WindowDetail } from '../window.ts';
import { LifeForm } from './LifeForm.tsx';
import { ScheduleForm } from './ScheduleForm.tsx';

type Of = WindowDetail['schedule'];

interface Props {
  readonly org: string;
  readonly schedule: Of;
  readonly past: boolean;
}

export function Schedule({ org, schedule, past }: Props) {
  const [editing, setEditing] = useState<'cadence' | 'life' | undefined>();
  const close = (): void => setEditing(undefined);
  return (
    <section className="section" aria-labelledby="schedule">
      <h2 id="schedule">Schedule</h2>
      <ol className="history">
        {schedule.versions.toReversed().map((version) => (
          <li key={version.from}>
            <span className="muted">from {version.from}</span>
            <span>
              {version.sentence}
              {version.said ? null : (
                <span className="under">nobody has said so: it follows from what the control is</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <dl className="facts across">
        <Life schedule={schedule} org={org} />
      </dl>
      {past ? null : (
        <div className="toolbar">
          <button type="button" className="button" onClick={() => setEditing('cadence')}>
            Change from a day on …
          </button>
          <button type="button" className="button quiet" onClick={() => setEditing('life')}>
            Lifetime and scopes …
          </button>
        </div>
      )}
      {editing === undefined ? null : (
        <Dialog
          title={
            editing === 'cadence'
              ? `How often ${schedule.control} runs`
              : `Where and since when ${schedule.control} runs`
          }
          close={close}
        >
          {editing === 'cadence' ? (
            <ScheduleForm org={org} schedule={schedule} close={close} />
          ) : (
            <LifeForm org={org} schedule={schedule} close={close} />
          )}
        </Dialog>
      )}
    </section>
  );
}

function Life({ org, schedule }: { readonly org: string; readonly schedule: Of }) {
  return (
    <>
      <div>
        <dt>Running since</dt>
        <dd>
          {schedule.started_on}
          {schedule.started_on_said ? null : <span className="under">since it is in place</span>}
        </dd>
      </div>
      {schedule.retired_on === null ? null : (
        <div>
          <dt>Retired</dt>
          <dd>{schedule.retired_on}</dd>
        </div>
      )}
      {[
        ['Took the place of', schedule.replaces],
        ['Its place was taken by', schedule.replaced_by],
      ].map(([name, code]) =>
        typeof code === 'string' ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Link className="id" to="/o/$org/controls/$control" params={{ org, control: code }}>
                {code}
              </Link>
            </dd>
          </div>
        ) : null,
      )}
      {schedule.scopes.length > 1 ? (
        <div>
          <dt>
            <Term of="scope">Scopes</Term>
          </dt>
          <dd>{schedule.scopes.map(({ name }) => name).join(', ')}</dd>
        </div>
      ) : null}
    </>
  );
}
