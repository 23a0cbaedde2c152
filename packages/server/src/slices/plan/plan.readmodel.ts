// A plan as it stands: its network scheduled, its courses simulated, what was promised laid beside its dates.
import {
  err,
  ok,
  promisesOf,
  schedule,
  type AdviceOption,
  type Meeting,
  type PlanNetwork,
  type PlanRun,
  type PlanSimulation,
  type Result,
  type Schedule,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { adviceOf } from '../advisor/advisor.module.ts';
import { networkFor, refusedPlan, type PlanGiven } from './ground.readmodel.ts';
import { simulateApart } from './simulate.ts';

export interface Planned {
  readonly given: PlanGiven;
  readonly option: AdviceOption;
  readonly advised: AdviceOption;
  readonly network: PlanNetwork;
  readonly schedule: Schedule;
  readonly simulation: PlanSimulation;
  readonly promises: readonly Meeting[];
}

export interface PlanAsked {
  readonly option?: AdviceOption | undefined;
  readonly run: PlanRun;
  /** What is advised is not asked for where a way is chosen: a file or an approval does not show it. */
  readonly unadvised?: boolean;
  readonly cancel?: AbortSignal | undefined;
}

/** Courses of a plan where nobody asked for another number. */
export const PLAN_RUN: PlanRun = { seed: '1', runs: 2000 };

/** Computes behind the transaction in which `given` was read. */
export async function planOf(given: PlanGiven, asked: PlanAsked): Promise<Result<Planned, Refusal>> {
  const chosen = asked.option ?? given.settings.option;
  const advised =
    asked.unadvised === true && chosen !== undefined ? ok(chosen) : await advisedFor(given, asked.cancel);
  if (!advised.ok) return advised;
  const option = chosen ?? advised.value;
  const network = networkFor(given, option);
  if (!network.ok) return network;
  const scheduled = schedule(network.value);
  if (!scheduled.ok) return err(refusedPlan(scheduled.error));
  const simulated = await simulateApart(network.value, asked.run, asked.cancel);
  if (!simulated)
    return err({ code: 'plan.too_long', detail: `${asked.run.runs} courses of this plan take too long.` });
  if (!simulated.ok) return err(refusedPlan(simulated.error));
  const simulation = simulated.value;
  return ok({
    given,
    option,
    advised: advised.value,
    network: network.value,
    schedule: scheduled.value,
    simulation,
    promises: promisesOf(given.known.described.situation, simulation, {
      held: given.ground.held,
      windowDays: given.ground.windowDays,
    }),
  });
}

async function advisedFor(
  given: PlanGiven,
  cancel: AbortSignal | undefined,
): Promise<Result<AdviceOption, Refusal>> {
  const advice = await adviceOf(given, { cancel });
  return advice.ok ? ok(advice.value.advice.recommended) : advice;
}
