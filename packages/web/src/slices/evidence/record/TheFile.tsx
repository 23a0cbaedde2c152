// The record's file as far as it can be shown, and the way to put another in its place.
import { useState } from 'react';
import type { EvidenceRow } from '../records.ts';
import { Preview } from './Preview.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';

export function TheFile({ org, row }: { readonly org: string; readonly row: EvidenceRow }) {
  const [replacing, setReplacing] = useState(false);
  return (
    <section className="section" aria-labelledby="file">
      <h2 id="file">The file</h2>
      <Preview org={org} row={row} />
      {row.withdrawn ? null : (
        <div className="toolbar">
          <button type="button" className="button" onClick={() => setReplacing(true)}>
            Replace the file …
          </button>
        </div>
      )}
      {replacing ? <ReplaceDialog org={org} row={row} close={() => setReplacing(false)} /> : null}
    </section>
  );
}
