// What the window page keeps in its address: filters, grouping, zoom, the open day, and the day as of which it is shown.

const KEYS = ['at', 'q', 'by', 'owner', 'standing', 'dev', 'zoom', 'as', 'control', 'day'] as const;
type Key = (typeof KEYS)[number];
export type WindowSearch = { [K in Key]?: string | undefined };

/** Keeps the known words of an address that are not empty. */
export function windowSearch(given: Record<string, unknown>): WindowSearch {
  const kept: WindowSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    if (typeof value === 'string' && value !== '') kept[key] = value;
  }
  return kept;
}

export interface StartSearch {
  /** First day of the window that is tried. */
  readonly from?: string | undefined;
  /** Its length in days. */
  readonly days?: number | undefined;
}

/** The window that is tried stands in the address, so that it can be shared. */
export function startSearch(given: Record<string, unknown>): StartSearch {
  const [from, days] = [given['from'], Number(given['days'])];
  return {
    ...(typeof from === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(from) ? { from } : {}),
    ...(Number.isInteger(days) && days > 0 && days <= 731 ? { days } : {}),
  };
}
