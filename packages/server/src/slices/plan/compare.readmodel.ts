// The plan and its variants side by side.
import type { Output, Routes } from '@assay/contract';
import { promiseSaid } from '@assay/contract';
import { err, ok, OPTION_WORDS, otherwiseSentence, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { adviceOf } from '../advisor/advisor.module.ts';
import type { PlanGiven } from './ground.readmodel.ts';
import { PLAN_RUN, planOf } from './plan.readmodel.ts';

type Compared = Output<Routes['plan_variants.compare']>['data'][number];

/** What is compared: a plan that can be computed, or why it cannot. */
export type Column = PlanGiven | RefusedColumn;

interface RefusedColumn {
  /** Null: the plan itself. */
  readonly id: string | null;
  readonly name: string;
  readonly refused: string;
}

/** One after the other, until nobody waits for them any more. */
export async function comparePlans(
  all: readonly Column[],
  cancel: AbortSignal,
): Promise<Result<readonly Compared[], Refusal>> {
  const columns: Compared[] = [];
  for (const each of all) {
    columns.push('refused' in each ? refusedColumn(each) : await columnOf(each, cancel));
    if (cancel.aborted)
      return err({ code: 'plan.too_long', detail: 'Nobody waits for the comparison any more.' });
  }
  return ok(columns);
}

async function columnOf(given: PlanGiven, cancel: AbortSignal): Promise<Compared> {
  const { variant, known } = given;
  const id = variant?.id ?? null;
  const name = variant?.own.name ?? 'The plan';
  const planned = await planOf(given, { run: PLAN_RUN, cancel });
  if (!planned.ok) return refusedColumn({ id, name, refused: planned.error.detail });
  const advice = await adviceOf(given, { cancel });
  if (!advice.ok) return refusedColumn({ id, name, refused: advice.error.detail });
  const { option, simulation, schedule, promises } = planned.value;
  const { recommended, decision } = advice.value.advice;
  const facts = decision.ranking.find((each) => each.option === option)?.facts;
  return {
    variant: id,
    name,
    differs: differences(given),
    refused: null,
    option,
    title: OPTION_WORDS[option],
    recommended,
    finish: { ...simulation.end },
    credentials: simulation.credentials.map(({ credential, ready }) => ({ credential, ready: { ...ready } })),
    promises: promises.map((meeting) => promiseSaid(meeting, known.described.situation)),
    first_year: facts ? { ...facts.firstYear } : null,
    three_years: facts ? { ...facts.threeYears } : null,
    person_days: facts ? { ...facts.personDays } : null,
    conflicts: schedule.late.length,
  };
}

/** What cannot be planned has no dates and no costs: none are shown as zero. */
function refusedColumn({ id, name, refused }: RefusedColumn): Compared {
  return {
    variant: id,
    name,
    differs: [],
    refused,
    option: null,
    title: null,
    recommended: null,
    finish: null,
    credentials: [],
    promises: [],
    first_year: null,
    three_years: null,
    person_days: null,
    conflicts: null,
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
