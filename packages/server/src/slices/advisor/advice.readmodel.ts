// The advice of an organisation: read in one transaction, computed behind it, kept for as long as nothing changes.
import { adviceSaid, ceilingSaid, type FigureValueSaid } from '@assay/contract';
import { err, ok, variantOf, type AdviceOption, type Result, type WholeAdvice } from '@assay/core';
import { z } from 'zod';
import type { Refusal } from '../../app/refusal.ts';
import { adviseApart } from './adviseApart.ts';
import type { AdvisorRecord } from './advisor.repository.ts';
import { answersIn } from './advisor.stored.ts';
import { figureRecords, overridesOf } from './figures.ts';
import { circumstancesOf } from '../plan/ground.module.ts';
import { refusedSituation, type Known } from './situation.readmodel.ts';

/** What an advice is made from: the situation, and what the plan knows beside it. */
export type AdviceGround = Parameters<typeof circumstancesOf>[0] & { readonly known: Known };

type Tried = Readonly<Record<string, FigureValueSaid | null>>;

export async function adviceOf(plan: AdviceGround, tried?: Tried): Promise<Result<WholeAdvice, Refusal>> {
  const { known } = plan;
  const made = await adviseApart({
    described: known.described,
    overrides: overridesOf(known.records, tried),
    given: circumstancesOf(plan),
  });
  return made.ok ? made : err(refusedSituation(made.error));
}

export async function presentAdvice(
  plan: AdviceGround,
  tried?: Tried,
): Promise<Result<ReturnType<typeof adviceSaid>, Refusal>> {
  const { known } = plan;
  const made = await adviceOf(plan, tried);
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
): Promise<Result<ReturnType<typeof ceilingSaid>, Refusal>> {
  const made = await adviceOf(plan);
  if (!made.ok) return made;
  return ok(ceilingSaid(variantOf(made.value, asked), plan.known.described.situation.currency));
}

export function presentAnswers(record: AdvisorRecord | undefined) {
  return {
    given: record ? plain(answersIn(record.document)) : {},
    revision: record?.revision ?? 0,
    changed_by: record?.by ?? null,
    changed_at: record?.since ?? null,
  };
}

const json = z.record(z.string(), z.json());

function plain(value: object): ReturnType<typeof adviceSaid>['answers']['given'] {
  return json.parse(JSON.parse(JSON.stringify(value)));
}
