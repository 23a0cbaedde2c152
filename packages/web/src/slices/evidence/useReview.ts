// Accepts or rejects one record or many; one message, one undo for all of them.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFailure, api, take } from '../../data/api.ts';
import { tell } from '../../data/toasts.ts';

export type Decision =
  | { readonly decision: 'accept' }
  | { readonly decision: 'reject'; readonly reason: string }
  | { readonly decision: 'reopen' };

const DONE = { accept: 'accepted', reject: 'rejected', reopen: 'waiting for review again' } as const;

export function useReview(org: string): {
  readonly busy: boolean;
  readonly review: (codes: readonly string[], body: Decision) => Promise<void>;
} {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: ['org', org] });
  const review = async (codes: readonly string[], body: Decision): Promise<void> => {
    setBusy(true);
    const { done, refused } = await decide(org, codes, body);
    await renew();
    setBusy(false);
    const undo = async (): Promise<void> => {
      const back = await decide(org, done, { decision: 'reopen' });
      await renew();
      if (back.refused !== undefined) throw new Error(back.refused);
    };
    if (done.length > 0) tell(said(done, body), body.decision === 'reopen' ? undefined : undo);
    if (refused !== undefined) tell(refused);
  };
  return { busy, review };
}

/** One after the other, because each is a version and a ledger entry of its own; stops at the first refusal. */
async function decide(
  org: string,
  codes: readonly string[],
  body: Decision,
): Promise<{ readonly done: readonly string[]; readonly refused: string | undefined }> {
  const done: string[] = [];
  for (const evidence of codes) {
    try {
      take(await api['evidence.review']({ params: { org, evidence }, body }));
      done.push(evidence);
    } catch (cause) {
      const why = cause instanceof ApiFailure ? cause.failure.detail : 'It did not go through.';
      return { done, refused: `${evidence}: ${why}` };
    }
  }
  return { done, refused: undefined };
}

function said(codes: readonly string[], { decision }: Decision): string {
  const [only] = codes;
  return codes.length === 1 && only !== undefined
    ? `${only} is ${DONE[decision]}.`
    : `${codes.length} records are ${DONE[decision]}.`;
}
