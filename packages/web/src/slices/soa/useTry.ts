// What a decision would make of a row: asked of the server while one edits, a moment after the last key.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, take } from '../../data/api.ts';
import type { DecisionBody } from './draft.ts';
import type { SoaLint } from './soa.ts';

const WAIT_MS = 250;

/** Rules that the row would break; undefined as long as nothing is known of what is typed. */
export function useTry(
  org: string,
  row: string,
  body: DecisionBody | undefined,
): readonly SoaLint[] | undefined {
  const text = body === undefined ? '' : JSON.stringify(body);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ['org', org, 'soa-try', row, asked],
    enabled: body !== undefined && asked === text,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async () =>
      body === undefined ? undefined : take(await api['soa.try']({ params: { org, row }, body })).lints,
  });
  return body === undefined ? undefined : found.data;
}
