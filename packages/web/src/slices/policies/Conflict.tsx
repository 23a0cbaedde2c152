// Somebody saved while this was written: both texts, and the choice which one goes on.
import { fill, lineDifference } from '@assay/core';
import { Difference } from './Difference.tsx';
import type { Policy } from './policies.ts';
import type { Drafting } from './useDraft.ts';

export function Conflict({ theirs, drafting }: { readonly theirs: Policy; readonly drafting: Drafting }) {
  const { draft } = drafting;
  const mine = fill(draft.text, new Map(Object.entries(draft.variables))).text;
  return (
    <section className="section conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">
        {theirs.changed_by} saved version {theirs.version} while you were writing
      </h2>
      <p className="muted">
        Nothing of either is lost. Below, what theirs says is taken out and what yours says is added.
      </p>
      <Difference lines={lineDifference(theirs.filled, mine)} label="Theirs and yours" />
      <div className="toolbar">
        <button type="button" className="button primary" onClick={() => drafting.settle('mine')}>
          Go on with mine
        </button>
        <button type="button" className="button" onClick={() => drafting.settle('theirs')}>
          Take theirs
        </button>
      </div>
    </section>
  );
}
