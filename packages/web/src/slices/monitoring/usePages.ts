// A list that comes in pages and grows at the reader's asking.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Failure, Reply } from '@assay/contract';
import type { Result } from '@assay/core';
import { take } from '../../data/api.ts';

interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

export function usePages<T>(
  org: string,
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<Result<Reply<Page<T>>, Failure>>,
): {
  readonly rows: readonly T[];
  readonly loaded: boolean;
  readonly more: (() => void) | undefined;
} {
  const query = useInfiniteQuery({
    queryKey: ['org', org, ...key],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => take(await read(pageParam === '' ? undefined : pageParam)),
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.data) ?? [],
    loaded: query.data !== undefined,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
  };
}
