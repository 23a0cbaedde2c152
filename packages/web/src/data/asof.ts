// An earlier day in the address (?at=2026-09-01): every number of the page is then answered from what was known at its end.
import { parsePlainDate, type PlainDate } from '@assay/core';
import { useSearch } from '@tanstack/react-router';
import { useSession } from './api.ts';

/** Today, as far as days of the address go: they end with the day in UTC. */
export function useToday(): PlainDate | undefined {
  const now = useSession().data?.now;
  return now === undefined ? undefined : parsePlainDate(now.slice(0, 10));
}

/** The day, where one is chosen, and the query that asks for it. */
export function useAsOf(): { readonly day: string | undefined; readonly query: { readonly at?: string } } {
  const search: { readonly at?: string } = useSearch({ strict: false });
  const day = search.at;
  return day === undefined ? { day, query: {} } : { day, query: { at: `${day}T23:59:59.999Z` } };
}
