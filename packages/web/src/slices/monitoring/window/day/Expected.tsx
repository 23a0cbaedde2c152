// What was expected on a day, what became of it, and the way to fill it where it is a hole.
import { Link } from '@tanstack/react-router';
import type { WindowDay } from '../window.ts';
import { OccurrenceMark } from './OccurrenceMark.tsx';

interface Props {
  readonly org: string;
  readonly control: string;
  readonly day: string;
  readonly told: WindowDay;
  readonly past: boolean;
}

/** What evidence can still fill, or could fill with support. */
const OPEN: ReadonlySet<string> = new Set(['missed', 'pending', 'no_data']);

export function Expected({ org, control, day, told, past }: Props) {
  const open = told.occurrences.some(({ state }) => OPEN.has(state));
  return (
    <div className="side">
      <h3>Expected</h3>
      {told.occurrences.length === 0 ? <p className="muted">Nothing was expected on this day.</p> : null}
      <ul className="day-list">
        {told.occurrences.map((each) => (
          <li key={`${each.scope} ${each.due} ${each.item ?? ''}`}>
            <OccurrenceMark state={each.state} />
            {each.scope === 'all' ? null : <span className="faint"> in {each.scope}</span>}
            {each.item === null ? null : <span className="mono"> {each.item}</span>}
            <span className="under wrap">{each.sentence}</span>
          </li>
        ))}
      </ul>
      {told.exclusions.map((each) => (
        <p key={each.id} className="small">
          <span className="mono">{each.id}</span> leaves {each.from} to {each.until} out: {each.reason}{' '}
          <span className="faint">{each.owner}</span>
        </p>
      ))}
      {open && !past ? (
        <div>
          <Link className="button" to="/o/$org/import" params={{ org }} search={{ control, day }}>
            Bring evidence for this day
          </Link>
        </div>
      ) : null}
    </div>
  );
}
