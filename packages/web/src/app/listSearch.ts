// What a list keeps in its address: words, state, order, and the day as of which it is shown.

/** A word of an address, where it is one and not empty. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

interface ListSearch {
  q?: string | undefined;
  state?: string | undefined;
  sort?: string | undefined;
  at?: string | undefined;
  /** `table` for a picture's table twin. */
  as?: string | undefined;
  /** `all` to see what is out of scope, too. */
  scope?: string | undefined;
}

/** Keeps the known words of an address that are not empty. */
export function listSearch(search: Record<string, unknown>): ListSearch {
  const kept: ListSearch = {};
  for (const key of ['q', 'state', 'sort', 'at', 'as', 'scope'] as const) {
    const value = text(search[key]);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}
