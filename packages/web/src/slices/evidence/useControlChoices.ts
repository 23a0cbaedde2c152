// The control set as something to choose from.
import { allPages } from '@assay/contract';
import { useMemo } from 'react';
import { api, useOrg } from '../../data/api.ts';
import type { Choice } from '../../ui/Picker.tsx';

export function useControlChoices(org: string): readonly Choice[] {
  const found = useOrg(org, ['controls'], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: page })),
  );
  return useMemo(
    () => (found.data?.data ?? []).map((control) => ({ key: control.code, label: control.name })),
    [found.data],
  );
}
