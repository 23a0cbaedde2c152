// The glossary that web, command line and documents share, by term and by synonym.
import { useQuery } from '@tanstack/react-query';
import { api, take } from './api.ts';

export function useGlossary() {
  return useQuery({
    queryKey: ['glossary'],
    queryFn: async () => take(await api['glossary.list']({})).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
