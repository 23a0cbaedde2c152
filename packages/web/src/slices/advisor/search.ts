// What the advice and the costs keep in their address: which cell or line is open, which way is looked at, picture or table.

const KEYS = ['cell', 'way', 'line', 'figure', 'as', 'fill', 'sort'] as const;
export type AdviceSearch = { [K in (typeof KEYS)[number]]?: string | undefined };

export function adviceSearch(given: Record<string, unknown>): AdviceSearch {
  const kept: AdviceSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    if (typeof value === 'string' && value !== '') kept[key] = value;
  }
  return kept;
}
