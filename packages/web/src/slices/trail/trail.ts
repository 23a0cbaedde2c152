// The trail by the names that its page uses: pages of acts, one act, and how they are said.
import type { Output, Routes } from '@assay/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take, useOrg } from '../../data/api.ts';
import type { TrailSearch } from './search.ts';

export type Act = Output<Routes['trail.list']>['data'][number];
export type ActChanges = Output<Routes['trail.read']>;

/** Keys by which somebody came in, in words. */
export const VIA_WORDS: Readonly<Record<string, string>> = {
  session: 'Signed in',
  viewing: 'Looking as somebody else',
  token: 'Token',
  machine: 'Command line of the server',
  job: 'On schedule',
  link: 'Address that was given out',
  start: 'The program itself',
};

export function useTrail(org: string, search: TrailSearch) {
  const wanted = wantedOf(search);
  return useInfiniteQuery({
    queryKey: ['org', org, 'trail', wanted],
    initialPageParam: '',
    queryFn: async ({ pageParam }) =>
      take(
        await api['trail.list']({
          params: { org },
          query: { ...wanted, limit: '100', ...(pageParam === '' ? {} : { cursor: pageParam }) },
        }),
      ),
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
}

export function useAct(org: string, entry: string) {
  return useOrg(org, ['trail', 'act', entry], () => api['trail.read']({ params: { org, entry } }));
}

/** Days of the address as instants: the last day counts whole. */
export function wantedOf(search: TrailSearch): Readonly<Record<string, string>> {
  const { actor, action, object, via, from, until } = search;
  const day = (text: string | undefined): string | undefined =>
    text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : undefined;
  const last = day(until);
  const wanted = {
    actor,
    action,
    object,
    via: via !== undefined && via in VIA_WORDS ? via : undefined,
    from: day(from),
    until: last === undefined ? undefined : new Date(Date.parse(last) + 86_400_000).toISOString(),
  };
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A value of a field as a person reads it. */
export function valueWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** `2026-06-01 09:00` of an instant. */
export function minuteOf(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
}
