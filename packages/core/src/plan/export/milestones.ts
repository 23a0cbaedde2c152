// Milestones for a calendar: only what custom names, since calendars are shown on walls and synced to strangers.
import { compareText, type Period, type PlainDate } from '../../kernel/index.ts';
import type { PlanVersion } from '../baseline/cause.ts';
import type { PlanTask } from '../network.ts';
import type { PlanSimulation } from '../simulation/simulate.ts';

export interface PlanMilestone {
  /** Stable, so that a calendar moves the event instead of adding one. */
  readonly id: string;
  readonly summary: string;
  readonly day: PlainDate;
  /** How sure the day is. */
  readonly likely: 'booked' | 'half' | 'nine_of_ten';
}

const NAMED: Readonly<Record<string, string>> = {
  internal_audit: 'Internal audit done',
  management_review: 'Management review done',
  stage1: 'Stage 1 audit',
  stage2: 'Stage 2 audit',
  decision: 'Certification decision',
  type1_date: 'SOC 2 Type I date',
  type1: 'SOC 2 Type I report',
  window: 'SOC 2 Type II period: last day',
  type2: 'SOC 2 Type II report',
};

/** What is booked is the first day of a task: these are named by it, the others by their last. */
const NAMED_BY_BEGIN: ReadonlySet<string> = new Set(['stage1', 'stage2', 'type1_date']);

/**
 * By day; a booked one on its day, others on the day by which half of all courses are there, and nine of ten.
 * `period`: the Type II period that is set, whose last day is sure.
 */
export function planMilestones(
  { network, schedule }: PlanVersion,
  simulated: PlanSimulation,
  period?: Period,
): readonly PlanMilestone[] {
  const dates = new Map(schedule.tasks.map((each) => [each.id, each]));
  const likely = new Map(simulated.tasks.map((each) => [each.id, each.finish]));
  return network.tasks
    .flatMap((task): readonly PlanMilestone[] => {
      const summary = NAMED[task.id];
      const [at, range] = [dates.get(task.id), likely.get(task.id)];
      if (summary === undefined || !at || !range) return [];
      const booked = task.id === 'window' ? period && at.finish : bookedDay(task);
      if (booked !== undefined) return [{ id: `plan:${task.id}`, summary, day: booked, likely: 'booked' }];
      return [
        { id: `plan:${task.id}`, summary: `${summary} (likely)`, day: range.p50, likely: 'half' },
        ...(task.gives === undefined || range.p90 === range.p50
          ? []
          : [
              {
                id: `plan:${task.id}:p90`,
                summary: `${summary} (nine of ten)`,
                day: range.p90,
                likely: 'nine_of_ten' as const,
              },
            ]),
      ];
    })
    .toSorted((a, b) => compareText(a.day, b.day));
}

/** The day that was booked, whether or not the plan keeps it: the calendar shows what was agreed. */
function bookedDay({ id, fixed, work }: PlanTask): PlainDate | undefined {
  return work.kind === 'milestone' || NAMED_BY_BEGIN.has(id) ? fixed : undefined;
}
