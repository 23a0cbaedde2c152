// What the evidence lists keep in their address, so that a view can be shared, named and gone back to.

const KEYS = [
  'q',
  'state',
  'kind',
  'source',
  'control',
  'verdict',
  'from',
  'until',
  'sort',
  'view',
  'why',
  'at',
] as const;
export type SearchKey = (typeof KEYS)[number];
export type EvidenceSearch = { [K in SearchKey]?: string | undefined };

/** Keeps the known words of an address that are not empty. */
export function evidenceSearch(given: Record<string, unknown>): EvidenceSearch {
  const kept: EvidenceSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    // A number in an address is read as one: 2026 or 12 are words here.
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') kept[key] = String(value);
  }
  return kept;
}
