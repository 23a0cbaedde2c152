// What the list of findings keeps in its address.
const KEYS = ['q', 'state', 'kind', 'source', 'show', 'control', 'where', 'sort', 'as'] as const;
export type FindingSearch = { [K in (typeof KEYS)[number]]?: string | undefined };

/** Keeps the known words of an address that are not empty. */
export function findingSearch(given: Record<string, unknown>): FindingSearch {
  const kept: FindingSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') kept[key] = String(value);
  }
  return kept;
}
