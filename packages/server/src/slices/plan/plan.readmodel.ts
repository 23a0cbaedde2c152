// A plan as it stands: its network scheduled, its courses simulated, what was promised laid beside its dates.
import {
  err,
  meetingsOf,
  needMet,
  ok,
  schedule,
  type AdviceOption,
  type DayRange,
  type Meeting,
  type NeedMet,
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
    promises: promisesOf(given, simulation),
  });
}

async function advisedFor(
  given: PlanGiven,
  cancel: AbortSignal | undefined,
): Promise<Result<AdviceOption, Refusal>> {
  const advice = await adviceOf(given, { cancel });
  return advice.ok ? ok(advice.value.advice.recommended) : advice;
}

/** Deals and clauses against the courses of the plan: the same words as the advice has, from finer dates. */
function promisesOf({ known, ground }: PlanGiven, simulation: PlanSimulation): readonly Meeting[] {
  const { situation } = known.described;
  const facts = {
    option: 'nothing_yet' as const,
    credentials: simulation.credentials.map(({ credential, ready }) => ({ credential, ready })),
    firstYear: NONE,
    threeYears: NONE,
    spentFirstYear: NONE,
    personDays: NONE,
    windowRisk: 0,
    reuse: 0,
  };
  const standing = { held: ground.held, windowDays: ground.windowDays };
  return meetingsOf(situation, facts).map((meeting): Meeting => {
    const deal = situation.deals.find(({ name }) => name === meeting.name);
    const asked = { needs: meeting.needs, due: meeting.due, periodDays: deal?.periodDays };
    return metBy(meeting, needMet(simulation, asked, standing));
  });
}

const NONE = { p10: 0, p50: 0, p90: 0 };

function metBy(meeting: Meeting, met: NeedMet): Meeting {
  if (met.met === 'never')
    return { ...meeting, ready: undefined, chance: 0, verdict: 'never', late: undefined };
  if (met.met === 'already') return meeting;
  const ready: DayRange = met.day;
  return { ...meeting, ready, chance: Math.min(SURE, Math.round((met.inTime ?? 0) * 1000) / 1000) };
}

/** Nothing that is ahead is certain. */
const SURE = 0.99;
