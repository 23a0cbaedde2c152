// The record's file as far as it can be shown, and the way to put another in its place.
import { useState } from 'react';
import type { EvidenceRow } from '../records.ts';
import { HoldAndErase } from './HoldAndErase.tsx';
import { Preview } from './Preview.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';

export function TheFile({ org, row }: { readonly org: string; readonly row: EvidenceRow }) {
  const [replacing, setReplacing] = useState(false);
  return (
    <section className="section" aria-labelledby="file">
      <h2 id="file">The file</h2>
      {row.erased ? (
        <p>The key of its bytes was destroyed on purpose: nobody can open them, in no copy either.</p>
      ) : (
        <>
          <Preview org={org} row={row} />
          <div className="toolbar">
            {row.withdrawn ? null : (
              <button type="button" className="button" onClick={() => setReplacing(true)}>
                Replace the file …
              </button>
            )}
            <HoldAndErase org={org} row={row} />
          </div>
          {row.hold ? (
            <p className="small">
              Held by {row.hold.by} since {row.hold.at.slice(0, 10)}: {row.hold.reason}. Nobody can erase it.
            </p>
          ) : null}
        </>
      )}
      {replacing ? <ReplaceDialog org={org} row={row} close={() => setReplacing(false)} /> : null}
    </section>
  );
}
