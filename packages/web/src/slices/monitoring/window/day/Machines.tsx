// What machines saw on a day, the files that brought it, and when they were out.
import { Link } from '@tanstack/react-router';
import { StatusMark } from '../../../../ui/marks.tsx';
import type { WindowDay } from '../window.ts';

export function Machines({ org, told }: { readonly org: string; readonly told: WindowDay }) {
  const nothing = told.runs.length + told.imports.length + told.outages.length === 0;
  return (
    <div className="side">
      <h3>Machines</h3>
      {nothing ? <p className="muted">No check ran for it on this day.</p> : null}
      <ul className="day-list">
        {told.outages.map((outage) => (
          <li key={outage.from}>
            Out from {clock(outage.from)} to {clock(outage.until)}
            <span className="under wrap">{outage.reason}</span>
          </li>
        ))}
        {told.runs.map((run) => (
          <li key={`${run.at} ${run.scope ?? ''} ${run.result}`}>
            <StatusMark state={run.result === 'unknown' ? 'unclear' : run.result} /> at {run.at.slice(11, 16)}{' '}
            UTC
            {run.scope === null ? null : <span className="faint"> in {run.scope}</span>}
          </li>
        ))}
        {told.imports.map((each) => (
          <li key={each.id}>
            <Link to="/o/$org/import" params={{ org }} search={{ id: each.id }}>
              {each.filename}
            </Link>
            <span className="under wrap">
              brought {clock(each.at)}
              {each.ledger_index === null ? '' : `, ledger entry ${each.ledger_index}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function clock(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
