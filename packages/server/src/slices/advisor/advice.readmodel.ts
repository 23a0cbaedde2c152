// The advice of an organisation: read in one transaction, computed behind it, kept for as long as nothing changes.
import { adviceSaid, ceilingSaid, type FigureValueSaid } from '@assay/contract';
import { err, ok, variantOf, type AdviceOption, type Result, type WholeAdvice } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { plainJson } from '../../platform/plainJson.ts';
import { adviseApart } from './adviseApart.ts';
import type { AdvisorRecord } from './advisor.repository.ts';
import { answersIn } from './advisor.stored.ts';
import { figureRecords, overridesOf } from './figures.ts';
import { circumstancesOf } from '../plan/ground.module.ts';
import { refusedSituation, type Known } from './situation.readmodel.ts';

/** What an advice is made from: the situation, and what the plan knows beside it. */
export type AdviceGround = Parameters<typeof circumstancesOf>[0] & { readonly known: Known };

export interface AdviceHow {
  /** Figures that are only tried; null stands for the default. */
  readonly tried?: Readonly<Record<string, FigureValueSaid | null>>;
  readonly cancel?: AbortSignal | undefined;
}

/** Computes behind the transaction in which `plan` was read. */
export async function adviceOf(
  plan: AdviceGround,
  { tried, cancel }: AdviceHow = {},
): Promise<Result<WholeAdvice, Refusal>> {
  const { known } = plan;
  const question = {
    described: known.described,
    overrides: overridesOf(known.records, tried),
    given: circumstancesOf(plan),
  };
  const made = await adviseApart(question, cancel);
  if (!made)
    return err({ code: 'advice.too_long', detail: 'The advice on this company takes too long to compute.' });
  return made.ok ? made : err(refusedSituation(made.error));
}

export async function presentAdvice(
  plan: AdviceGround,
  how: AdviceHow,
): Promise<Result<ReturnType<typeof adviceSaid>, Refusal>> {
  const { known } = plan;
  const made = await adviceOf(plan, how);
  if (!made.ok) return made;
  return ok(
    adviceSaid(made.value, {
      passed: known.passed,
      records: figureRecords(known.records),
      answers: presentAnswers(known.answers),
    }),
  );
}

/** How a way fits under a ceiling, or under the budget that was answered. */
export async function presentCeiling(
  plan: AdviceGround,
  asked: { readonly option?: AdviceOption | undefined; readonly ceiling?: number | undefined },
  cancel: AbortSignal,
): Promise<Result<ReturnType<typeof ceilingSaid>, Refusal>> {
  const made = await adviceOf(plan, { cancel });
  if (!made.ok) return made;
  return ok(ceilingSaid(variantOf(made.value, asked), plan.known.described.situation.currency));
}

export function presentAnswers(record: AdvisorRecord | undefined) {
  return {
    given: record ? plainJson(answersIn(record.document)) : {},
    revision: record?.revision ?? 0,
    changed_by: record?.by ?? null,
    changed_at: record?.since ?? null,
  };
}
