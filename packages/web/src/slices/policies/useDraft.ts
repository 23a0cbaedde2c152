// A draft that lives in this browser until it is saved, and the saving that is refused when somebody was faster.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { tell } from '../../data/toasts.ts';
import { changesOf, draftOf, isSame, keyOf, readKept, type Draft } from './draft.ts';
import { tagOf, type Policy } from './policies.ts';

export interface Drafting {
  readonly draft: Draft;
  readonly held: Draft;
  /** Whether something is written that is not saved. */
  readonly open: boolean;
  /** The draft was found in this browser when the page opened. */
  readonly found: boolean;
  /** What somebody else saved meanwhile; both are shown until one is chosen. */
  readonly theirs: Policy | undefined;
  readonly saving: boolean;
  readonly problem: string | undefined;
  readonly change: (next: Partial<Draft>) => void;
  readonly discard: () => void;
  /** Keeps what was written here and puts it over theirs, or takes theirs. */
  readonly settle: (keep: 'mine' | 'theirs') => void;
  readonly save: () => Promise<Policy | undefined>;
}

export function useDraft(org: string, policy: Policy): Drafting {
  const client = useQueryClient();
  const key = keyOf(org, policy.code);
  const [kept] = useState(() => readKept(localStorage.getItem(key)));
  const [base, setBase] = useState(policy);
  const held = draftOf(base);
  const [draft, setDraft] = useState(kept?.draft ?? held);
  // Written over another version than the one that stands now: the same as when somebody saves while one writes.
  const [theirs, setTheirs] = useState(
    kept && kept.over !== tagOf(policy) && !isSame(kept.draft, held) ? policy : undefined,
  );
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const keep = (next: Draft, over: Policy): void => {
    setDraft(next);
    if (isSame(next, draftOf(over))) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ draft: next, over: tagOf(over) ?? '' }));
  };
  return {
    draft,
    held,
    open: !isSame(draft, held),
    found: kept !== undefined && !isSame(kept.draft, held),
    theirs,
    saving,
    problem,
    change: (next) => keep({ ...draft, ...next }, base),
    discard: () => keep(held, base),
    settle: (choice) => {
      if (!theirs) return;
      setBase(theirs);
      setTheirs(undefined);
      keep(choice === 'mine' ? draft : draftOf(theirs), theirs);
    },
    save: async () => {
      setSaving(true);
      setProblem(undefined);
      const params = { org, policy: policy.code };
      const done = await api['policies.change']({
        params,
        ifMatch: tagOf(base) ?? '',
        body: changesOf(held, draft),
      });
      setSaving(false);
      if (done.ok) {
        localStorage.removeItem(key);
        await client.invalidateQueries({ queryKey: ['org', org] });
        tell(`Version ${done.value.data.version} of ${policy.code} is saved`);
        return done.value.data;
      }
      if (done.error.code === 'request.conflict') {
        const now = await api['policies.read']({ params, query: {} });
        if (now.ok) setTheirs(now.value.data);
      } else setProblem(done.error.detail);
      return undefined;
    },
  };
}
