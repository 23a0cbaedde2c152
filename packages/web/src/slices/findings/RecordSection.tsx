// The record of a finding part by part: how each stands, what it says, and the way to say it.
import { useState } from 'react';
import { StatusMark } from '../../ui/marks.tsx';
import type { Finding } from './findings.ts';
import { linesOf, PART_WORDS, partsOf, partState, type Part } from './record.ts';
import { RecordDialog } from './RecordDialog.tsx';

export function RecordSection({ org, finding }: { readonly org: string; readonly finding: Finding }) {
  const [asked, setAsked] = useState<Part>();
  const open = finding.closed === null;
  return (
    <section className="section" aria-labelledby="record">
      <h2 id="record">Record</h2>
      <ol className="record">
        {partsOf(finding).map((part) => {
          const [name, clause, ask] = PART_WORDS[part];
          const lines = linesOf(finding, part);
          return (
            <li key={part}>
              <span className="step-state">
                <StatusMark state={partState(finding, part)} />
              </span>
              <div>
                <h3>
                  {name} <span className="faint small">{clause}</span>
                </h3>
                {lines.length === 0 ? (
                  <p className="muted">{ask}</p>
                ) : (
                  lines.map((line, i) => (
                    <p key={line} className={i > 0 ? 'muted small' : undefined}>
                      {line}
                    </p>
                  ))
                )}
              </div>
              {open ? (
                <button type="button" className="button quiet" onClick={() => setAsked(part)}>
                  {lines.length === 0 ? 'Record' : 'Change'}
                  <span className="sr"> {name}</span>
                </button>
              ) : null}
            </li>
          );
        })}
      </ol>
      {asked ? (
        <RecordDialog org={org} finding={finding} part={asked} close={() => setAsked(undefined)} />
      ) : null}
    </section>
  );
}
