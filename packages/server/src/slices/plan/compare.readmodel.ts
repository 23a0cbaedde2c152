// The plan and its variants side by side.
import type { Output, Routes } from '@assay/contract';
import { promiseSaid } from '@assay/contract';
import { OPTION_WORDS, ok, otherwiseSentence, type Range, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { adviceOf } from '../advisor/advisor.module.ts';
import type { PlanGiven } from './ground.readmodel.ts';
import { PLAN_RUN, planOf } from './plan.readmodel.ts';

type Compared = Output<Routes['plan_variants.compare']>['data'][number];

const NONE: Range = { p10: 0, p50: 0, p90: 0 };

export async function comparePlans(
  all: readonly (
    | PlanGiven
    | { readonly variant: { readonly id: string; readonly name: string }; readonly refused: string }
  )[],
  cancel: AbortSignal,
): Promise<Result<readonly Compared[], Refusal>> {
  const columns: Compared[] = [];
  for (const each of all)
    columns.push('refused' in each ? refusedColumn(each) : await columnOf(each, cancel));
  return ok(columns);
}

async function columnOf(given: PlanGiven, cancel: AbortSignal): Promise<Compared> {
  const { variant, known } = given;
  const head = { variant: variant?.id ?? null, name: variant?.own.name ?? 'The plan' };
  const planned = await planOf(given, { run: PLAN_RUN, cancel });
  const advice = await adviceOf(given);
  if (!planned.ok)
    return refusedColumn({ variant: { id: head.variant, name: head.name }, refused: planned.error.detail });
  if (!advice.ok)
    return refusedColumn({ variant: { id: head.variant, name: head.name }, refused: advice.error.detail });
  const { option, simulation, schedule, promises } = planned.value;
  const facts = advice.value.advice.decision.ranking.find((each) => each.option === option)?.facts;
  return {
    ...head,
    differs: differences(given),
    option,
    title: OPTION_WORDS[option],
    recommended: advice.value.advice.recommended,
    finish: { ...simulation.end },
    credentials: simulation.credentials.map(({ credential, ready }) => ({ credential, ready: { ...ready } })),
    promises: promises.map((meeting) => promiseSaid(meeting, known.described.situation)),
    first_year: { ...(facts?.firstYear ?? NONE) },
    three_years: { ...(facts?.threeYears ?? NONE) },
    person_days: { ...(facts?.personDays ?? NONE) },
    conflicts: schedule.late.length,
    refused: null,
  };
}

function refusedColumn({
  variant,
  refused,
}: {
  readonly variant: { readonly id: string | null; readonly name: string };
  readonly refused: string;
}): Compared {
  return {
    variant: variant.id,
    name: variant.name,
    differs: [],
    option: 'nothing_yet',
    title: OPTION_WORDS.nothing_yet,
    recommended: 'nothing_yet',
    finish: null,
    credentials: [],
    promises: [],
    first_year: NONE,
    three_years: NONE,
    person_days: NONE,
    conflicts: 0,
    refused,
  };
}

/** What a variant says otherwise, a sentence each. */
function differences({ variant }: PlanGiven): string[] {
  if (!variant) return [];
  const { answers, settings } = variant.own;
  return [...Object.entries(answers), ...Object.entries(settings)].map(([field, value]) =>
    otherwiseSentence(field, value),
  );
}
