// One's own account, and changes of it.
import type { Failure, Output, Reply, Routes } from '@assay/contract';
import type { Result } from '@assay/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../data/api.ts';
import { tell } from '../../../data/toasts.ts';

export type Account = Output<Routes['account.read']>;

export function useAccount() {
  return useQuery({ queryKey: ['account'], queryFn: async () => take(await api['account.read']({})) });
}

export interface AccountChange {
  readonly act: () => Promise<void>;
  readonly done: string;
}

/** Calls of the account, thrown when they are refused. */
export async function told<T>(answer: Promise<Result<Reply<T>, Failure>>): Promise<void> {
  take(await answer);
}

export function useAccountChange() {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: async ({ act, done }: AccountChange) => {
      await act();
      await client.invalidateQueries({ queryKey: ['account'] });
      tell(done);
    },
  });
  return { make: change.mutate, pending: change.isPending, refused: change.error };
}
