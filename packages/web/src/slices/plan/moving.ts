// A task while it is moved: where it would begin, and what is said of it. Pure.
import { daysBetween, parsePlainDate } from '@assay/core';
import { countText, said } from '../../ui/words.ts';
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
  const { least, most } = boundsOf(task);
  return { task: task.id, on: wanted < least ? least : wanted > most ? most : wanted };
}

/** Days between which a task may be put. What nobody moved begins as early as it can: it can only be moved back. */
export function boundsOf({ moved, start }: Pick<PlanTask, 'moved' | 'start'>): {
  readonly least: string;
  readonly most: string;
} {
  const dated = moved === 'fixed' || moved === 'not_before';
  return { least: dated ? shifted(start, -LONGEST) : start, most: shifted(start, LONGEST) };
}

/** Days by which something may be moved, back or forward again. */
const LONGEST = 3660;

/** The one task that Tab reaches: where the arrows left off, or the one that is picked, or the first; always one in sight. */
export function reached(
  rows: readonly { readonly key: string }[],
  wanted: readonly (string | undefined)[],
): string | undefined {
  return wanted.find((key) => rows.some((row) => row.key === key)) ?? rows[0]?.key;
}

export function saysOf(task: PlanTask, ghost: Ghost | undefined): string {
  if (ghost) {
    const days = between(task.start, ghost.on);
    const how =
      days === 0
        ? 'where it stands'
        : `${countText(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
    return `${task.title}: not before ${ghost.on}, ${how}. Enter records it, Escape leaves it where it was.`;
  }
  const who = task.role === null ? '' : `, ${said(task.role)}`;
  const when = task.start === task.end ? `on ${task.start}` : `${task.start} to ${task.end}`;
  const slack = task.critical ? 'on the critical path' : `${countText(task.slack, 'day')} to spare`;
  return `${task.title}${who}: most likely ${when}; done by ${task.done.p50} in half of the courses, by ${task.done.p90} in nine of ten; ${slack}. ${task.because}`;
}

function between(from: string, to: string): number {
  const [a, b] = [parsePlainDate(from), parsePlainDate(to)];
  return a === undefined || b === undefined ? 0 : daysBetween(a, b);
}
