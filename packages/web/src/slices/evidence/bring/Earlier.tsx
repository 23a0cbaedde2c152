// An import of before, opened from the history: the same picture, its commit or its undo.
import { api, useChange, useOrg } from '../../../data/api.ts';
import { Loaded } from '../../../ui/page.tsx';
import { ImportFacts } from './ImportFacts.tsx';
import { ImportHead } from './ImportHead.tsx';
import { Effect } from './Effect.tsx';
import { Problems } from './Problems.tsx';
import { Unmapped } from './Unmapped.tsx';

export function Earlier({ org, id }: { readonly org: string; readonly id: string }) {
  const params = { org, import: id };
  const found = useOrg(org, ['import', id], () => api['imports.read']({ params }));
  const change = useChange(org);
  return (
    <Loaded of={found}>
      {(of) => (
        <>
          <ImportHead
            org={org}
            of={of}
            commit={() =>
              change.mutate({
                act: () => api['imports.commit']({ params }),
                done: `${of.filename} is committed.`,
                undo: () => api['imports.undo']({ params }),
              })
            }
            undo={() =>
              change.mutate({
                act: () => api['imports.undo']({ params }),
                done: `${of.filename} is undone.`,
              })
            }
          />
          <ImportFacts of={of} />
          <Problems org={org} of={of} />
          {of.state === 'pending' ? <Effect org={org} of={of} /> : null}
          <Unmapped org={org} of={of} />
        </>
      )}
    </Loaded>
  );
}
