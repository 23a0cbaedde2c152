// The plan as its pages read it, and how what a person says of it is written.
import { planSettingsField } from '@assay/contract';
import type { AdviceOption } from '@assay/core';
import { api, useOrg, type Change } from '../../data/api.ts';

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

export type SettingsDraft = Omit<PlanSettings, 'revision' | 'changed_by' | 'changed_at'>;

/** Writes what is said of the plan; undone by saying again what stood. */
export function settingsChange(
  org: string,
  plan: Plan,
  to: { next: SettingsDraft; done: string },
): Change<unknown> {
  const { revision } = plan.settings;
  const { next, done } = to;
  const put = (at: number, said: SettingsDraft) =>
    api['plan_settings.put']({ params: { org }, ifMatch: `"${at}"`, body: planSettingsField.parse(said) });
  return {
    act: () => put(revision, next),
    done,
    undo: () => put(revision + 1, saidOf(plan.settings)),
  };
}

/** What was said, without who said it when. */
export function saidOf(held: PlanSettings): SettingsDraft {
  const { revision: _, changed_by: __, changed_at: ___, ...said } = held;
  return said;
}

/** The settings with one task not before a day; undefined takes the move back. */
export function withMove(plan: Plan, task: string, on: string | undefined): SettingsDraft {
  const held = saidOf(plan.settings);
  const others = held.not_before.filter((each) => each.task !== task);
  return { ...held, not_before: on === undefined ? others : [...others, { task, on, note: '' }] };
}

/** The settings with one task done already, where no record shows it. */
export function withDone(plan: Plan, task: string): SettingsDraft {
  const held = saidOf(plan.settings);
  return { ...held, done: [...held.done.filter((each) => each.task !== task), { task, note: '' }] };
}

/** The settings with one task on the very day; undefined lets it go again. */
export function withFixed(plan: Plan, task: string, on: string | undefined): SettingsDraft {
  const held = saidOf(plan.settings);
  const others = held.fixed.filter((each) => each.task !== task);
  return { ...held, fixed: on === undefined ? others : [...others, { task, on, note: '' }] };
}
