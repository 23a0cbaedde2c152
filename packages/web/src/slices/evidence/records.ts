// All standing records of the organisation, read page by page and kept together: lists filter and sort what
// is here, so that a filter answers at once and a count is of all there is.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api, take } from '../../data/api.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type EvidenceRow = Answer<'evidence.list'>['data'][number];
export type ImportRow = Answer<'imports.list'>['data'][number];
export type ImportEffect = Answer<'imports.effect'>;
export type RevisionRow = Answer<'evidence.revisions'>['data'][number];

/** Above this many the lists say that they show the newest only. */
const MOST_PAGES = 50;

export interface Records {
  readonly rows: readonly EvidenceRow[];
  readonly total: number;
  /** False while pages are still coming in. */
  readonly whole: boolean;
}

export function useRecords(org: string): { readonly data: Records | undefined; readonly error: unknown } {
  const query = useInfiniteQuery({
    queryKey: ['org', org, 'evidence', 'all'],
    initialPageParam: '',
    queryFn: async ({ pageParam }) =>
      take(
        await api['evidence.list']({
          params: { org },
          query: {
            limit: '200',
            ...(pageParam === '' ? { include_total: 'true' } : { cursor: pageParam }),
          },
        }),
      ),
    getNextPageParam: (last, pages) =>
      pages.length < MOST_PAGES ? (last.next_cursor ?? undefined) : undefined,
  });
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const data = useMemo((): Records | undefined => {
    if (!query.data) return undefined;
    const rows = query.data.pages.flatMap((page) => page.data);
    return { rows, total: query.data.pages[0]?.total ?? rows.length, whole: !hasNextPage };
  }, [query.data, hasNextPage]);
  return { data, error: query.error };
}
