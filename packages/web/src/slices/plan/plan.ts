// The plan as its pages read it, and how what a person says of it is written.
import type { AdviceOption } from '@assay/core';
import { api, useOrg } from '../../data/api.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type Plan = Answer<'plan.read'>;
export type PlanTask = Plan['tasks'][number];
export type PlanDeal = Plan['promises'][number];
export type DayRange = PlanTask['done'];
export type Axis = Plan['axis'];
export type Lane = PlanTask['lane'];
export type PlanSettings = Plan['settings'];
export type Variants = Answer<'plan_variants.list'>['data'];
export type Comparison = Answer<'plan_variants.compare'>;
export type Compared = Comparison['data'][number];

export const LANES = ['iso', 'shared', 'soc2'] as const;
export const LANE_NAMES: Readonly<Record<Lane, string>> = {
  iso: 'ISO/IEC 27001',
  shared: 'Shared: done once, it serves both',
  soc2: 'SOC 2',
};

/** The plan, or what another way than the chosen one would be. */
export function usePlan(org: string, option?: AdviceOption) {
  return useOrg(org, ['plan', option ?? ''], () =>
    api['plan.read']({ params: { org }, query: option === undefined ? {} : { option } }),
  );
}

export function useBaselines(org: string) {
  return useOrg(org, ['plan-baselines'], () => api['plan_baselines.list']({ params: { org } }));
}
