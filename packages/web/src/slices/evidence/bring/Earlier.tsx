// An import of before, opened from the history: how far it is, the same picture, its commit or its undo.
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, queries, useChange, useOrg } from '../../../data/api.ts';
import { Loaded } from '../../../ui/page.tsx';
import type { ImportRow } from '../records.ts';
import { ImportFacts } from './ImportFacts.tsx';
import { ImportHead, type ImportActs } from './ImportHead.tsx';
import { Effect } from './Effect.tsx';
import { Problems } from './Problems.tsx';
import { ReadingProgress } from './Progress.tsx';
import { Unmapped } from './Unmapped.tsx';

/** How often a reading that another started is looked at. */
const LOOK_MS = 700;

export function Earlier({ org, id }: { readonly org: string; readonly id: string }) {
  const found = useOrg(org, ['import', id], () => api['imports.read']({ params: { org, import: id } }));
  const acts = useActs(org, id);
  return (
    <Loaded of={found}>
      {(of) =>
        of.state === 'reading' ? (
          <BeingRead org={org} of={of} cancel={() => acts(of).discard()} />
        ) : (
          <>
            <ImportHead org={org} of={of} acts={acts(of)} />
            <ImportFacts of={of} />
            <Problems org={org} of={of} />
            {of.state === 'pending' ? <Effect org={org} of={of} /> : null}
            <Unmapped org={org} of={of} />
          </>
        )
      }
    </Loaded>
  );
}

function BeingRead(props: { readonly org: string; readonly of: ImportRow; readonly cancel: () => void }) {
  const { org, of, cancel } = props;
  const { id } = of;
  useEffect(() => {
    const timer = setInterval(
      () => void queries.invalidateQueries({ queryKey: ['org', org, 'import', id] }),
      LOOK_MS,
    );
    return () => clearInterval(timer);
  }, [org, id]);
  return (
    <div className="going" role="status">
      <strong>{of.filename}</strong>
      <ReadingProgress of={of} cancel={cancel} />
    </div>
  );
}

function useActs(org: string, id: string): (of: ImportRow) => ImportActs {
  const params = { org, import: id };
  const change = useChange(org);
  const navigate = useNavigate();
  return (of) => ({
    commit: () =>
      change.mutate({
        act: () => api['imports.commit']({ params }),
        done: `${of.filename} is committed.`,
        undo: () => api['imports.undo']({ params }),
      }),
    undo: () =>
      change.mutate({ act: () => api['imports.undo']({ params }), done: `${of.filename} is undone.` }),
    readAgain: () =>
      change.mutate({
        act: () => api['imports.again']({ params }),
        done: `${of.filename} is being read again.`,
      }),
    discard: () => {
      void navigate({ to: '/o/$org/evidence/imports', params: { org } });
      change.mutate({
        act: () => api['imports.discard']({ params }),
        done: `${of.filename} is thrown away; nothing of it counted.`,
      });
    },
  });
}
