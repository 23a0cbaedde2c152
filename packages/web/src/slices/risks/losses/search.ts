// What the losses keep in their address: seed and years, before or after treatment, picture or table, what is edited.

const KEYS = ['seed', 'years', 'of', 'as', 'edit', 'at', 'sort'] as const;
export type LossSearch = { [K in (typeof KEYS)[number]]?: string | undefined };

export function lossSearch(given: Record<string, unknown>): LossSearch {
  const kept: LossSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    if (typeof value === 'number') kept[key] = String(value);
    if (typeof value === 'string' && value !== '') kept[key] = value;
  }
  return kept;
}
