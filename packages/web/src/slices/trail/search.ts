// What the trail keeps in its address.
const KEYS = ['actor', 'action', 'object', 'via', 'from', 'until', 'entry', 'sort'] as const;
export type TrailSearch = { [K in (typeof KEYS)[number]]?: string | undefined };

/** Keeps the known words of an address that are not empty. */
export function trailSearch(given: Record<string, unknown>): TrailSearch {
  const kept: TrailSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') kept[key] = String(value);
  }
  return kept;
}
