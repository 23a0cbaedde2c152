// Milestones for a calendar: only what custom names, since calendars are shown on walls and synced to strangers.
import type { PlainDate } from '../../kernel/index.ts';
import type { PlanVersion } from '../baseline/cause.ts';
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

/** By day; a booked one on its day, others on the day by which half of all courses are there, and nine of ten. */
export function planMilestones(
  { network, schedule }: PlanVersion,
  simulated: PlanSimulation,
): readonly PlanMilestone[] {
  const dates = new Map(schedule.tasks.map((each) => [each.id, each]));
  const likely = new Map(simulated.tasks.map((each) => [each.id, each.finish]));
  return network.tasks
    .flatMap((task): readonly PlanMilestone[] => {
      const summary = NAMED[task.id];
      const [at, range] = [dates.get(task.id), likely.get(task.id)];
      if (summary === undefined || !at || !range) return [];
      if (task.fixed !== undefined && task.id !== 'window')
        return [{ id: `plan:${task.id}`, summary, day: at.start, likely: 'booked' }];
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
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
