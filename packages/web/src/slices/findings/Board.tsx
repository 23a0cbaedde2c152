// Findings by how far they are. A finding moves when its record says more, so that nothing here is dragged.
import { FINDING_KIND_WORDS } from '@assay/core';
import { FindingId } from '../../ui/links.tsx';
import { StatusMark, stateOf } from '../../ui/marks.tsx';
import { Clock } from './Clock.tsx';
import { columnsOf, type Finding } from './findings.ts';

export function Board({ org, rows }: { readonly org: string; readonly rows: readonly Finding[] }) {
  return (
    <div className="board" tabIndex={0} role="region" aria-label="Findings by how far they are">
      {columnsOf(rows).map(([state, members]) => (
        <section key={state} aria-label={stateOf(`finding_${state}`)[0]}>
          <h2>
            <StatusMark state={`finding_${state}`} />
            <span className="muted num">{members.length}</span>
          </h2>
          <ul>
            {members.map((row) => (
              <li key={row.id}>
                <span>
                  <FindingId org={org} id={row.id} />{' '}
                  <span className="muted">{FINDING_KIND_WORDS[row.kind]}</span>
                </span>
                <span className="says">{row.statement}</span>
                <Clock finding={row} />
                <span className="muted">{row.action?.owner ?? row.owner ?? 'without an owner'}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
