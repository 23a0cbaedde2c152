// The palette's entries for internal audits and findings: each by its id and what it is about.
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, useOrg } from '../data/api.ts';
import type { Entry } from './entries.ts';

export function useAuditEntries(org: string): readonly Entry[] {
  const navigate = useNavigate();
  const findings = useOrg(org, ['findings'], () => api['findings.list']({ params: { org }, query: {} }));
  const audits = useOrg(org, ['audits'], () => api['audits.list']({ params: { org } }));
  return useMemo(
    () => [
      ...(findings.data?.data ?? []).map(({ id, statement }): Entry => ({
        id,
        label: `${id} ${statement}`,
        hint: 'finding',
        kind: 'find',
        run: () => {
          void navigate({ to: '/o/$org/audits/findings/$finding', params: { org, finding: id } });
        },
      })),
      ...(audits.data?.data ?? []).map(({ id, title }): Entry => ({
        id,
        label: `${id} ${title}`,
        hint: 'audit',
        kind: 'find',
        run: () => {
          void navigate({ to: '/o/$org/audits/$audit', params: { org, audit: id } });
        },
      })),
    ],
    [findings.data, audits.data, navigate, org],
  );
}
