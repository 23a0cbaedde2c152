// Risks, the method and the matrix as the pages read them.
import { allPages } from '@assay/contract';
import type { RiskMethod as CoreMethod } from '@assay/core';
import { api, useOrg } from '../../data/api.ts';
import { useAsOf } from '../../data/asof.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type Risk = Answer<'risks.read'>;
export type Matrix = Answer<'risks.matrix'>;
export type Method = Answer<'risk_method.read'>;
export type Suggestion = Answer<'risk_scenarios.list'>['data'][number];
export type Assessment = Risk['assessments'][number];

export function useRisks(org: string) {
  const { day, query } = useAsOf();
  return useOrg(org, ['risks', day ?? ''], () =>
    allPages((page) => api['risks.list']({ params: { org }, query: { ...query, ...page } })),
  );
}

export function useRisk(org: string, risk: string) {
  const { day, query } = useAsOf();
  return useOrg(org, ['risks', risk, day ?? ''], () => api['risks.read']({ params: { org, risk }, query }));
}

export function useMatrix(org: string) {
  const { day, query } = useAsOf();
  return useOrg(org, ['risks', 'matrix', day ?? ''], () => api['risks.matrix']({ params: { org }, query }));
}

export function useMethod(org: string) {
  const { day, query } = useAsOf();
  return useOrg(org, ['risks', 'method', day ?? ''], () =>
    api['risk_method.read']({ params: { org }, query }),
  );
}

/** The method in core's words, which counts from 0; by it a form says what a level will be before it is recorded. */
export function coreMethod(method: Method): CoreMethod {
  const { likelihood, impact, levels, combination, acceptable, authority } = method;
  return {
    likelihood,
    impact,
    levels,
    combination:
      combination.kind === 'grid'
        ? { kind: 'grid', levels: combination.levels.map((row) => row.map((level) => level - 1)) }
        : { kind: 'product', upTo: combination.up_to },
    acceptable: acceptable - 1,
    authority: authority.map(({ role, up_to }) => ({ role, upTo: up_to - 1 })),
  };
}

/** What is at stake, by letters, as registers write it. */
export function lettersOf(properties: Risk['properties']): string {
  return properties.map((each) => each.charAt(0).toUpperCase()).join(' ');
}
