// What the pages of policies keep in their addresses: words, states and order; which version, and which two are compared.

export interface PoliciesSearch {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly text?: string | undefined;
  readonly sort?: string | undefined;
}

export function policiesSearch(search: Readonly<Record<string, unknown>>): PoliciesSearch {
  const kept: { -readonly [K in keyof PoliciesSearch]: PoliciesSearch[K] } = {};
  for (const key of ['q', 'state', 'text', 'sort'] as const) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') kept[key] = value;
  }
  return kept;
}

export interface PolicySearch {
  /** The version that is shown; the newest where none is named. */
  readonly version?: number | undefined;
  /** The versions that are compared; 0 is the template. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export function policySearch(search: Readonly<Record<string, unknown>>): PolicySearch {
  const kept: { -readonly [K in keyof PolicySearch]: PolicySearch[K] } = {};
  for (const [key, least] of [
    ['version', 1],
    ['from', 0],
    ['to', 1],
  ] as const) {
    const value = Number(search[key]);
    if (search[key] !== undefined && Number.isInteger(value) && value >= least) kept[key] = value;
  }
  return kept;
}
