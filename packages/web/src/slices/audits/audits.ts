// Audits and their programme by the names that these pages use.
import { allPages, type Output, type Routes } from '@assay/contract';
import type { OwnedControl } from '@assay/core';
import { useMemo } from 'react';
import { isReference } from '../../data/rows.ts';
import { api, useOrg } from '../../data/api.ts';

export type Programme = Output<Routes['audits.programme']>;
export type Covered = Programme['requirements'][number];
export type AuditRow = Output<Routes['audits.list']>['data'][number];
export type Audit = Output<Routes['audits.read']>;
export type Line = Audit['lines'][number];

export function useProgramme(org: string) {
  return useOrg(org, ['audit-programme'], () => api['audits.programme']({ params: { org } }));
}

export function useAudits(org: string) {
  return useOrg(org, ['audits'], () => api['audits.list']({ params: { org } }));
}

export function useAudit(org: string, audit: string) {
  return useOrg(org, ['audits', audit], () => api['audits.read']({ params: { org, audit } }));
}

/** Who owns which control and what it answers: what independence is held against. */
export function useOwnedControls(org: string): readonly OwnedControl[] {
  const found = useOrg(org, ['controls'], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: page })),
  );
  return useMemo(
    () =>
      (found.data?.data ?? []).map(({ code, state, mappings }) => ({
        code,
        owner: state.owner ?? undefined,
        answers: mappings.map(({ to }) => to).filter(isReference),
      })),
    [found.data],
  );
}

/** State of an audit for its mark: late before anything else. */
export function markOf({ state, overdue }: Pick<AuditRow, 'state' | 'overdue'>): string {
  return overdue ? 'audit_overdue' : `audit_${state}`;
}

export const SECTION_NAMES: Readonly<Record<string, string>> = {
  '4': 'Context',
  '5': 'Leadership',
  '6': 'Planning',
  '7': 'Support',
  '8': 'Operation',
  '9': 'Evaluation',
  '10': 'Improvement',
  'A.5': 'Organizational',
  'A.6': 'People',
  'A.7': 'Physical',
  'A.8': 'Technological',
};

/** `iso27001:2022/A.5.15` as A.5.15. */
export function idOf(reference: string): string {
  return reference.slice(reference.indexOf('/') + 1);
}
