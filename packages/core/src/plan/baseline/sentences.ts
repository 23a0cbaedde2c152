// The difference from the baseline in words.
import { roleWords } from '../../controls/index.ts';
import { countWords } from '../../kernel/index.ts';
import type { MoveCause, PlanVersion } from './cause.ts';
import type { MovedTask, PlanDifference } from './compare.ts';

/** The first thing to read: what became of the credentials, and why. */
export function differenceSentence(difference: PlanDifference, now: PlanVersion): string {
  const credentials = difference.moved.filter(({ gives }) => gives !== undefined);
  const { end, added, gone } = difference;
  if (credentials.length === 0) {
    const said =
      end.days === 0
        ? `Nothing moved the end: it is ${end.to}, as approved.`
        : `The plan ends on ${end.to}, ${later(end.days)} than approved.`;
    return `${said}${counted(gone.length, added.length)}`;
  }
  const said = credentials.map((each) => moveSentence(each, difference, now)).join(' ');
  return `${said}${counted(gone.length, added.length)}`;
}

/** One task: by how much, since what it follows, back to where the movement began. */
export function moveSentence(moved: MovedTask, difference: PlanDifference, now: PlanVersion): string {
  const why = moveReason(moved, difference, now);
  return `“${moved.title}” ends on ${moved.to}, ${later(moved.days)} than approved: ${why}.`;
}

/** Only why, as the end of a sentence: “Stage 2” had not begun 8 days after its approved begin. */
export function moveReason(moved: MovedTask, difference: PlanDifference, now: PlanVersion): string {
  const root = moved.chain.at(-1) ?? moved.id;
  const cause = difference.moved.find(({ id }) => id === root)?.cause ?? moved.cause;
  const title = now.network.tasks.find(({ id }) => id === root)?.title ?? root;
  const added = difference.added.some(({ id }) => id === root);
  return added
    ? `“${title}” was added`
    : `${root === moved.id ? 'it' : `“${title}”`} ${causeWords(cause, now, root)}`;
}

function causeWords(cause: MoveCause, now: PlanVersion, of: string): string {
  const known = new Map(now.network.tasks.map((task) => [task.id, task]));
  const title = (task: string): string => known.get(task)?.title ?? task;
  const day = known.get(of)?.work.kind === 'effort' ? 'person-day' : 'day';
  switch (cause.kind) {
    case 'estimate':
      return `takes ${countWords(cause.to, day)} instead of ${cause.from}`;
    case 'period':
      return cause.to > cause.from
        ? `has ${countWords(cause.to, 'day')} to go instead of ${cause.from}, since the period was begun again or made longer`
        : `has ${countWords(cause.to, 'day')} to go instead of ${cause.from}, since days of evidence were added`;
    case 'capacity':
      return `is done by ${roleWords(cause.role)} with ${countWords(cause.to, 'person-day')} a month instead of ${cause.from}`;
    case 'role':
      return `is done by ${roleWords(cause.to)} instead of ${roleWords(cause.from)}`;
    case 'date':
      if (cause.to === undefined) return `is no longer bound to ${cause.from ?? 'a date'}`;
      return cause.from === undefined
        ? `was set to ${cause.to}`
        : `was moved from ${cause.from} to ${cause.to}`;
    case 'predecessor':
      return `follows “${title(cause.task)}”`;
    case 'people':
      return `waits for the people who do “${title(cause.task)}” before`;
    case 'start':
      return cause.days > 0
        ? `had not begun ${countWords(cause.days, 'day')} after its approved begin`
        : `can begin ${countWords(-cause.days, 'day')} earlier`;
    case 'order':
      return 'waits for other tasks than before';
    case 'holidays':
      return 'has other days on which nobody works';
  }
}

function later(days: number): string {
  if (days === 0) return 'no later';
  return `${countWords(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}

function counted(gone: number, added: number): string {
  const went =
    gone > 0 ? ` ${gone} ${gone === 1 ? 'task is' : 'tasks are'} done or not needed any more.` : '';
  const came = added > 0 ? ` ${added} ${added === 1 ? 'task' : 'tasks'} came.` : '';
  return `${went}${came}`;
}
