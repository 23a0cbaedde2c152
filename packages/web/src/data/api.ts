// The only way to data: the contract's client, queries and changes with their messages.
import { createClient, type Client, type Failure, type Reply } from '@assay/contract';
import type { Result } from '@assay/core';
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchShown } from './stepUp.ts';
import { tell } from './toasts.ts';

let csrf = '';

/** What every call of this session carries. */
export function sessionHeaders(): Readonly<Record<string, string>> {
  return { 'assay-csrf': csrf };
}

export const api: Client = createClient({ origin: '', headers: sessionHeaders, fetch: fetchShown });

export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 20_000, retry: 1, refetchOnWindowFocus: true } },
});

/** A failure as something that React Query and error boundaries can carry. */
export class ApiFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** The data of an answer, or a thrown ApiFailure. */
export function take<T>(result: Result<Reply<T>, Failure>): T {
  if (result.ok) return result.value.data;
  throw new ApiFailure(result.error);
}

export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      const session = take(await api['session.read']({}));
      csrf = session.csrf;
      return session;
    },
  });
}

/** Reads under an organisation's key, so that a change can renew all of it. */
export function useOrg<T>(
  org: string,
  key: readonly unknown[],
  read: () => Promise<Result<Reply<T>, Failure>>,
) {
  return useQuery({ queryKey: ['org', org, ...key], queryFn: async () => take(await read()) });
}

/**
 * The same, where the address may name another day: as long as that is read, the answer of the day before stays, marked
 * as a placeholder, so that the page keeps its place and the keyboard its focus. The component is keyed by all but the day.
 */
export function useOrgOnDay<T>(
  org: string,
  { key, day }: { readonly key: readonly unknown[]; readonly day: string | undefined },
  read: () => Promise<Result<Reply<T>, Failure>>,
) {
  return useQuery({
    queryKey: ['org', org, ...key, day ?? ''],
    queryFn: async () => take(await read()),
    placeholderData: keepPreviousData,
  });
}

export interface Change<T> {
  readonly act: () => Promise<Result<Reply<T>, Failure>>;
  /** What was done, for the message. */
  readonly done: string;
  readonly undo?: () => Promise<Result<Reply<unknown>, Failure>>;
}

/** Makes a change, says what was done, offers to undo it, renews what is shown. */
export function useChange(org: string) {
  const client = useQueryClient();
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: ['org', org] });
  return useMutation({
    mutationFn: async (change: Change<unknown>) => {
      take(await change.act());
      await renew();
      const { undo } = change;
      tell(
        change.done,
        undo &&
          (async () => {
            take(await undo());
            await renew();
          }),
      );
    },
    onError: (cause) =>
      tell(cause instanceof ApiFailure ? cause.failure.detail : 'The change did not go through.'),
  });
}
