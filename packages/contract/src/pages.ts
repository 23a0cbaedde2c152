// Reads every page of a list, for callers that show or sum the whole.
import { ok, type Result } from '@assay/core';
import type { Failure, Reply } from './client.ts';

interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

/** All items in order, following cursors; the first failure ends it. */
export async function allPages<T>(
  ask: (query: {
    readonly limit: string;
    readonly cursor?: string;
  }) => Promise<Result<Reply<Page<T>>, Failure>>,
): Promise<Result<Reply<{ readonly data: readonly T[] }>, Failure>> {
  const data: T[] = [];
  let cursor: string | null = null;
  do {
    const page = await ask(cursor === null ? { limit: '200' } : { limit: '200', cursor });
    if (!page.ok) return page;
    data.push(...page.value.data.data);
    cursor = page.value.data.next_cursor;
  } while (cursor !== null);
  return ok({ data: { data }, etag: undefined });
}
