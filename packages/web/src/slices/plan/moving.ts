// A task while it is moved: where it would begin, and what is said of it. Pure.
import { daysBetween, parsePlainDate } from '@assay/core';
import { said } from '../../ui/words.ts';
import type { PlanTask } from './plan.ts';
import { shifted } from './time.layout.ts';

export interface Ghost {
  readonly task: string;
  /** The day before which it would not begin. */
  readonly on: string;
}

const DAYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  PageDown: 7,
  PageUp: -7,
};
const WEEK = 7;

/** One step by a key (with shift a week), or so many days from where it stands. */
export function ghostOf(
  task: PlanTask,
  held: Ghost | undefined,
  by: { readonly key: string; readonly shiftKey: boolean } | { readonly days: number },
): Ghost | undefined {
  const step =
    'days' in by ? by.days : (DAYS[by.key] ?? 0) * (by.shiftKey && by.key.startsWith('Arrow') ? WEEK : 1);
  if (step === 0 && !('days' in by)) return undefined;
  const wanted = shifted(held?.on ?? task.start, step);
  // What nobody moved begins as early as it can: it can only be moved back.
  const least = task.moved === null ? task.start : shifted(task.start, -LONGEST);
  return { task: task.id, on: wanted < least ? least : wanted };
}

/** Days by which something that was moved may be moved forward again. */
const LONGEST = 3660;

export function saysOf(task: PlanTask, ghost: Ghost | undefined): string {
  if (ghost) {
    const days = between(task.start, ghost.on);
    const how =
      days === 0
        ? 'where it stands'
        : `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`;
    return `${task.title}: not before ${ghost.on}, ${how}. Enter records it, Escape leaves it where it was.`;
  }
  const who = task.role === null ? '' : `, ${said(task.role)}`;
  const when = task.start === task.end ? `on ${task.start}` : `${task.start} to ${task.end}`;
  const slack = task.critical ? 'on the critical path' : `${task.slack} days to spare`;
  return `${task.title}${who}: most likely ${when}; done by ${task.done.p50} in half of the courses, by ${task.done.p90} in nine of ten; ${slack}. ${task.because}`;
}

function between(from: string, to: string): number {
  const [a, b] = [parsePlainDate(from), parsePlainDate(to)];
  return a === undefined || b === undefined ? 0 : daysBetween(a, b);
}
