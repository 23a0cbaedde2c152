// People who own a risk or a control already, as names to choose from.
import { allPages } from '@assay/contract';
import { useMemo } from 'react';
import { api, useOrg } from '../../data/api.ts';

export function usePeople(org: string): readonly string[] {
  const controls = useOrg(org, ['controls'], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: page })),
  );
  const risks = useOrg(org, ['risks', ''], () =>
    allPages((page) => api['risks.list']({ params: { org }, query: page })),
  );
  return useMemo(
    () =>
      [
        ...new Set([
          ...(controls.data?.data ?? []).flatMap(({ state }) => state.owner ?? []),
          ...(risks.data?.data ?? []).flatMap(({ owner }) => owner ?? []),
        ]),
      ].sort(),
    [controls.data, risks.data],
  );
}
