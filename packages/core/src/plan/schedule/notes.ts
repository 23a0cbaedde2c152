// What an auditor would remark on a plan, although it can be scheduled. Of the length of a period speak its own remarks.
import { daysBetween } from '../../kernel/index.ts';
import { STAGE_GAP_DAYS } from '../ground.ts';
import type { Schedule, ScheduledTask } from './schedule.ts';

export const PLAN_NOTES = [
  /** More than six months between the stages. */
  'stage1_too_old',
  /** Internal audit or review after the end of the Type II period. */
  'review_outside_period',
  /** Controls are put in place after the period has ended. */
  'work_after_period',
] as const;

export interface PlanNote {
  readonly code: (typeof PLAN_NOTES)[number];
  readonly task: string;
  readonly days: number;
  readonly sentence: string;
}

export function planNotes({ tasks }: Schedule): readonly PlanNote[] {
  const of = (id: string): ScheduledTask | undefined => tasks.find((task) => task.id === id);
  return [
    ...stageNotes(of('stage1'), of('stage2')),
    ...insideNotes(of('window'), [of('internal_audit'), of('management_review')]),
    ...workNotes(of('window'), [of('done:shared'), of('done:soc2')]),
  ];
}

function stageNotes(
  stage1: ScheduledTask | undefined,
  stage2: ScheduledTask | undefined,
): readonly PlanNote[] {
  if (!stage1 || !stage2) return [];
  const days = daysBetween(stage1.finish, stage2.start);
  if (days <= STAGE_GAP_DAYS) return [];
  const sentence = `Stage 2 begins ${days} days after stage 1: after more than six months stage 1 is usually repeated.`;
  return [{ code: 'stage1_too_old', task: 'stage2', days, sentence }];
}

/** Seen by the examiner as monitoring (CC4.1) where they lie inside. */
function insideNotes(
  window: ScheduledTask | undefined,
  reviews: readonly (ScheduledTask | undefined)[],
): readonly PlanNote[] {
  return reviews.flatMap((review) => {
    const days = window && review ? daysBetween(window.finish, review.finish) : 0;
    if (!review || days <= 0) return [];
    const sentence = `${review.id === 'internal_audit' ? 'The internal audit' : 'The management review'} ends ${days} days after the Type II period: inside it, one would serve both frameworks.`;
    return [{ code: 'review_outside_period' as const, task: review.id, days, sentence }];
  });
}

function workNotes(
  window: ScheduledTask | undefined,
  done: readonly (ScheduledTask | undefined)[],
): readonly PlanNote[] {
  const last = Math.max(
    0,
    ...done.map((each) => (window && each ? daysBetween(window.finish, each.finish) : 0)),
  );
  if (last === 0) return [];
  const sentence = `Work on controls ends ${last} days after the Type II period: what was not in place inside it is an exception, or the period is made longer.`;
  return [{ code: 'work_after_period', task: 'window', days: last, sentence }];
}
