// Estimates, tolerance and costs as the page reads them, and what an edit would make of them.
import { lossCaseOf } from '@assay/contract';
import type { LossCase } from '@assay/core';
import { api, useOrg } from '../../../data/api.ts';
import { useAsOf } from '../../../data/asof.ts';
import type { LossSearch } from './search.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type Losses = Answer<'losses.read'>;
export type LossRisk = Losses['risks'][number];
export type Half = NonNullable<LossRisk['inherent']>;
export type CostedControl = Losses['controls'][number];

export const DEFAULT_SEED = '1';
export const YEARS = [10_000, 100_000, 1_000_000] as const;
const DEFAULT_YEARS = 100_000;

export function useLosses(org: string) {
  const { day, query } = useAsOf();
  return useOrg(org, ['losses', day ?? ''], () => api['losses.read']({ params: { org }, query }));
}

export function caseOf(losses: Losses, search: LossSearch): LossCase {
  return lossCaseOf(losses, { seed: search.seed ?? DEFAULT_SEED, years: yearsOf(search) });
}

export function yearsOf({ years }: LossSearch): number {
  return YEARS.find((each) => String(each) === years) ?? DEFAULT_YEARS;
}

/** The same with one risk estimated otherwise. */
export function withRisk(losses: Losses, code: string, said: Partial<LossRisk>): Losses {
  return {
    ...losses,
    risks: losses.risks.map((risk) => (risk.code === code ? { ...risk, ...said } : risk)),
  };
}

/** What stands, as a write says it again. */
export function keptHalf(half: Half | null) {
  if (!half) return null;
  const { by: _, on: __, ...said } = half;
  return said;
}

/** A model in a few words: "0.12 a year at most once; 60,000 to 1,200,000". */
export function modelWords(half: Half | null, amount: (value: number) => string): string {
  if (!half) return '';
  const { frequency, loss } = half;
  const often =
    frequency.kind === 'bernoulli' ? `probability ${frequency.probability}` : `${frequency.per_year} a year`;
  return loss.kind === 'pert'
    ? `${often}; ${amount(loss.min)}, mostly ${amount(loss.mode)}, at most ${amount(loss.max)}`
    : `${often}; ${amount(loss.low)} to ${amount(loss.high)}`;
}
