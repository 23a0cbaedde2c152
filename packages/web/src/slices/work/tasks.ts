// Tasks by the names that these pages use, and the sentence above them.
import type { api } from '../../data/api.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type TaskRow = Answer<'tasks.read'>;
export type TaskList = Answer<'tasks.list'>;

/** What is asked, how much of it is late, and what stands aside. */
export function workSentence({ data, rest, snoozed }: Pick<TaskList, 'data' | 'rest' | 'snoozed'>): string {
  const all = data.length + rest;
  if (all === 0)
    return snoozed === 0 ? 'Nothing is asked of you.' : `Nothing is asked of you now; ${snoozed} snoozed.`;
  const late = data.filter((task) => task.overdue).length;
  const minutes = data.reduce((sum, task) => sum + task.minutes, 0);
  const parts = [
    all === 1 ? 'One thing is asked of you' : `${all} things are asked of you`,
    lateWords(late, late === data.length && rest > 0),
    `${data.length === 1 ? 'it takes' : `the first ${data.length} take`} about ${spanOf(minutes)}`,
    snoozed === 0 ? undefined : `${snoozed} snoozed`,
  ].filter((part) => part !== undefined);
  return `${parts.join('; ')}.`;
}

/** When all that is shown is late, more may be: then it is said of those that are shown. */
function lateWords(late: number, maybeMore: boolean): string | undefined {
  if (late === 0) return undefined;
  return `${maybeMore ? 'at least ' : ''}${late} ${late === 1 ? 'is' : 'are'} overdue`;
}

/** 95 minutes as "1.5 hours". */
export function spanOf(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.round(minutes / 30) / 2;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
