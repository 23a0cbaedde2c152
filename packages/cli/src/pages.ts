// Follows the cursors of a list until enough rows are there.

interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
  readonly has_more: boolean;
  readonly total?: number | undefined;
}

/** Rows of a list, at most `limit`, and whether the server has more. */
export interface Rows<T> {
  readonly data: readonly T[];
  readonly more: boolean;
  readonly total: number | undefined;
}

const LARGEST_PAGE = 200;

/** Reads page after page; `read` gets what to send as `limit` and `cursor`. */
export async function pagesOf<T>(
  limit: number,
  read: (query: { readonly limit: string; readonly cursor?: string }) => Promise<Page<T>>,
): Promise<Rows<T>> {
  const data: T[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: Page<T> = await read({
      limit: String(Math.min(LARGEST_PAGE, limit - data.length)),
      ...(cursor === null ? {} : { cursor }),
    });
    data.push(...page.data);
    cursor = page.next_cursor;
    if (!page.has_more || cursor === null || data.length >= limit)
      return { data, more: page.has_more, total: page.total };
  }
}
