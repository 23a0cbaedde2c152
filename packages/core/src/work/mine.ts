// Which tasks are mine, in which order, and how many of them I see: seven, the rest is counted.
import { byId, type OwnerRole } from '../controls/index.ts';
import { sameName } from '../audits/index.ts';
import { addDays, type PlainDate } from '../kernel/index.ts';
import { TASK_KINDS, type Task, type TaskMark } from './task.ts';

/** More than this at once is a backlog, not a morning. */
export const SHOWN_AT_ONCE = 7;

/** Days ahead in which a task is near. */
export const NEAR_DAYS = 14;

export interface Work {
  /** At most seven, most urgent first. */
  readonly shown: readonly Task[];
  /** Mine too, in order, after those that are shown. */
  readonly rest: readonly Task[];
  readonly snoozed: readonly Task[];
}

/** What is asked of somebody who holds these roles; nobody's roles are everybody's work. */
export function workOf(
  tasks: readonly Task[],
  marks: ReadonlyMap<string, TaskMark>,
  who: {
    readonly roles: readonly OwnerRole[];
    readonly today: PlainDate;
    /** What is asked of somebody by name is theirs, whatever their roles. */
    readonly name?: string;
  },
): Work {
  const mine = tasks
    .map((task) => marked(task, marks.get(task.id)))
    .filter((task) => who.roles.length === 0 || who.roles.includes(task.owner) || isNamed(task, who.name));
  const awake = inOrder(
    mine.filter((task) => !isSnoozed(marks.get(task.id), who.today)),
    who.today,
  );
  return {
    shown: awake.slice(0, SHOWN_AT_ONCE),
    rest: awake.slice(SHOWN_AT_ONCE),
    snoozed: inOrder(
      mine.filter((task) => isSnoozed(marks.get(task.id), who.today)),
      who.today,
    ),
  };
}

function isNamed({ person, people = [] }: Task, name: string | undefined): boolean {
  if (name === undefined) return false;
  return [...people, ...(person === undefined ? [] : [person])].some((each) => sameName(each, name));
}

/** A task with its owner as people left it. */
export function marked(task: Task, mark: TaskMark | undefined): Task {
  return mark?.handedTo === undefined ? task : { ...task, owner: mark.handedTo };
}

/** Whether a task is out of sight; it comes back by itself on the day that was named. */
export function isSnoozed(mark: TaskMark | undefined, today: PlainDate): boolean {
  return mark?.snoozed !== undefined && today < mark.snoozed.until;
}

/** Overdue first, then what fails, then what is near, then the rest; each by its day, its kind and its id. */
export function inOrder(tasks: readonly Task[], today: PlainDate): readonly Task[] {
  return [...tasks].sort(
    (a, b) =>
      urgency(a, today) - urgency(b, today) ||
      compareDays(a.until, b.until) ||
      TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind) ||
      byId(a.id, b.id),
  );
}

/** 0 overdue, 1 fails now, 2 near, 3 the rest. */
export function urgency({ until, kind }: Task, today: PlainDate): number {
  if (until !== undefined && until < today) return 0;
  if (kind === 'fix_failing' || kind === 'make_up') return 1;
  return until !== undefined && until <= addDays(today, NEAR_DAYS) ? 2 : 3;
}

function compareDays(a: PlainDate | undefined, b: PlainDate | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}
