// What an auditor would remark on a plan, although it can be scheduled. Of the length of a period speak its own remarks.
import { addDays, countWords, daysBetween, type Period, type PlainDate } from '../../kernel/index.ts';
import { STAGE_GAP_DAYS } from '../ground.ts';
import type { Schedule, ScheduledTask } from './schedule.ts';

export const PLAN_NOTES = [
  /** More than six months between the stages. */
  'stage1_too_old',
  /** Internal audit or review outside the Type II period. */
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

/** `period`: the Type II period that is set. */
export function planNotes({ tasks }: Schedule, period?: Period): readonly PlanNote[] {
  const of = (id: string): ScheduledTask | undefined => tasks.find((task) => task.id === id);
  const last = of('window')?.finish ?? (of('type2') && period && addDays(period.until, -1));
  return [
    ...stageNotes(of('stage1'), of('stage2')),
    // Where there is an evaluation of its own, the audit need not be it.
    ...(of('evaluation') ? [] : beforeNotes(period, [of('internal_audit'), of('management_review')])),
    ...insideNotes(last, [of('internal_audit'), of('management_review')]),
    ...workNotes(last, [of('done:shared'), of('done:soc2')]),
  ];
}

function stageNotes(
  stage1: ScheduledTask | undefined,
  stage2: ScheduledTask | undefined,
): readonly PlanNote[] {
  if (!stage1 || !stage2) return [];
  const days = daysBetween(stage1.finish, stage2.start);
  if (days <= STAGE_GAP_DAYS) return [];
  const sentence = `Stage 2 begins ${countWords(days, 'day')} after stage 1: after more than six months stage 1 is usually repeated.`;
  return [{ code: 'stage1_too_old', task: 'stage2', days, sentence }];
}

/** A period that is set does not wait for the internal audit, nor the audit for it. */
function beforeNotes(
  period: Period | undefined,
  reviews: readonly (ScheduledTask | undefined)[],
): readonly PlanNote[] {
  return reviews.flatMap((review) => {
    const days = period && review ? daysBetween(review.finish, period.from) : 0;
    if (!review || days <= 0) return [];
    const sentence = `${nameOf(review)} ends ${countWords(days, 'day')} before the Type II period begins: inside it, one would serve both frameworks; before it, the period needs an evaluation of its own (CC4.1).`;
    return [{ code: 'review_outside_period' as const, task: review.id, days, sentence }];
  });
}

/** Seen by the examiner as monitoring (CC4.1) where they lie inside. */
function insideNotes(
  last: PlainDate | undefined,
  reviews: readonly (ScheduledTask | undefined)[],
): readonly PlanNote[] {
  return reviews.flatMap((review) => {
    const days = last && review ? daysBetween(last, review.finish) : 0;
    if (!review || days <= 0) return [];
    const sentence = `${nameOf(review)} ends ${countWords(days, 'day')} after the Type II period: inside it, one would serve both frameworks.`;
    return [{ code: 'review_outside_period' as const, task: review.id, days, sentence }];
  });
}

function nameOf({ id }: ScheduledTask): string {
  return id === 'internal_audit' ? 'The internal audit' : 'The management review';
}

function workNotes(
  end: PlainDate | undefined,
  done: readonly (ScheduledTask | undefined)[],
): readonly PlanNote[] {
  const last = Math.max(0, ...done.map((each) => (end && each ? daysBetween(end, each.finish) : 0)));
  if (last === 0) return [];
  const sentence = `Work on controls ends ${countWords(last, 'day')} after the Type II period: what was not in place inside it is an exception, or the period is made longer.`;
  return [{ code: 'work_after_period', task: 'window', days: last, sentence }];
}
