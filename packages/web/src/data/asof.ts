// An earlier day in the address (?at=2026-09-01): every number of the page is then answered from what was known at its end.
import { useSearch } from '@tanstack/react-router';

/** The day, where one is chosen, and the query that asks for it. */
export function useAsOf(): { readonly day: string | undefined; readonly query: { readonly at?: string } } {
  const search: { readonly at?: string } = useSearch({ strict: false });
  const day = search.at;
  return day === undefined ? { day, query: {} } : { day, query: { at: `${day}T23:59:59.999Z` } };
}
