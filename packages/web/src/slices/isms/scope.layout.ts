// Days on which each approved version of a scope held: from its day until that of the next; of one day the later wins.
export interface ScopeSpan {
  readonly revision: number;
  readonly from: string;
  /** First day on which the next version holds; undefined: it still does. */
  readonly until: string | undefined;
}

export function scopeSpans(
  approved: readonly { readonly revision: number; readonly from: string }[],
): readonly ScopeSpan[] {
  const begun = approved
    .filter(({ from }, i) => !approved.slice(i + 1).some((later) => later.from === from))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return begun.map(({ revision, from }, i) => ({ revision, from, until: begun[i + 1]?.from }));
}
