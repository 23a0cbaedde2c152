// The evidence that speaks for a day: when it was done, made and put on record.
import { EvidenceId } from '../../../evidence/links.tsx';
import { StatusMark } from '../../../../ui/marks.tsx';
import type { WindowDay } from '../window.ts';

export function Came({ org, told }: { readonly org: string; readonly told: WindowDay }) {
  return (
    <div className="side">
      <h3>Evidence</h3>
      {told.evidence.length === 0 ? <p className="muted">No evidence was performed on this day.</p> : null}
      <ul className="day-list">
        {told.evidence.map((each) => (
          <li key={each.id}>
            <EvidenceId org={org} code={each.code} /> {each.title}
            <span className="under wrap">
              <StatusMark state={each.review} /> from {each.source}, made {each.captured_on}
              {each.reconstructed ? ', long after the act: it needs independent support' : ''}
              {each.ledger_index === null ? '' : `, ledger entry ${each.ledger_index}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
