// The plan of a company in a file, without a server: of the way that is advised, or of another that is asked for.
import {
  criticalSentence,
  faultSentence,
  lateSentence,
  networkOf,
  planGround,
  planRows,
  planSentence,
  schedule,
  simulatePlan,
  type AdviceOption,
  type PlainDate,
  type PlanColumn,
  type PlanNetwork,
  type PlanRun,
  type Schedule,
} from '@assay/core';
import { adviseCompany, type CompanyFault } from '../advise/company.ts';
import type { GanttTask } from './gantt.ts';

export interface CompanyPlan {
  readonly option: AdviceOption;
  readonly sentence: string;
  readonly critical_sentence: string;
  readonly conflicts: readonly string[];
  readonly tasks: readonly Readonly<Record<PlanColumn, string>>[];
  readonly bars: readonly GanttTask[];
}

export interface CompanyPlanAsked {
  /** Undefined: what is advised. */
  readonly option: AdviceOption | undefined;
  readonly run: PlanRun;
}

/** Work is told by role and lane, since a file knows no single gaps. */
export function planCompany(
  given: unknown,
  today: PlainDate,
  asked: CompanyPlanAsked,
): CompanyPlan | CompanyFault {
  const advised = adviseCompany(given, today);
  if ('pointer' in advised) return advised;
  const { described, recommended } = advised.advice;
  const option = asked.option ?? recommended;
  const network = networkOf(option, planGround(described.situation));
  const scheduled = schedule(network);
  if (!scheduled.ok) return { pointer: '/', message: faultSentence(scheduled.error) };
  const simulated = simulatePlan(network, asked.run);
  if (!simulated.ok) return { pointer: '/', message: faultSentence(simulated.error) };
  return {
    option,
    sentence: planSentence(simulated.value),
    critical_sentence: criticalSentence(network, scheduled.value),
    conflicts: scheduled.value.late.map((late) => lateSentence(network, late)),
    tasks: planRows({ network, schedule: scheduled.value }, simulated.value),
    bars: barsOf(network, scheduled.value),
  };
}

function barsOf(network: PlanNetwork, { tasks }: Schedule): readonly GanttTask[] {
  const dates = new Map(tasks.map((each) => [each.id, each]));
  return network.tasks
    .flatMap(({ id, title, lane, work }): readonly GanttTask[] => {
      const at = dates.get(id);
      return at
        ? [{ id, title, lane, kind: work.kind, start: at.start, end: at.finish, critical: at.critical }]
        : [];
    })
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}
