// A network made ready for many passes: numbers instead of names, and every fault of the input found before.
import { OWNER_ROLES, type OwnerRole } from '../../controls/index.ts';
import { dayOfDate, err, ok, type Result } from '../../kernel/index.ts';
import type { PlanNetwork, PlanTask, ThreePoint } from '../network.ts';
import { HORIZON, TICKS, workCalendar } from './calendar.ts';
import { WORKDAYS_A_MONTH, type Compiled } from './compiled.ts';
import { findCycle } from './cycle.ts';
import { rankTasks } from './rank.ts';

export type PlanFault =
  /** Two tasks of one id. */
  | { readonly code: 'plan.same_id'; readonly task: string }
  /** A task waits for one that is not there. */
  | { readonly code: 'plan.unknown_task'; readonly task: string; readonly after: string }
  /** Tasks that wait for each other, each for the next, the last for the first. */
  | { readonly code: 'plan.cycle'; readonly tasks: readonly string[] }
  /** Work for a role that has no time. */
  | { readonly code: 'plan.no_capacity'; readonly role: OwnerRole; readonly tasks: readonly string[] }
  /** Least, most likely and most are not in this order, or negative. */
  | { readonly code: 'plan.estimate'; readonly task: string }
  /** At this capacity it would take more than forty years. */
  | { readonly code: 'plan.too_long'; readonly task: string };

export function compile(network: PlanNetwork): Result<Compiled, PlanFault> {
  const fault = faultIn(network);
  if (fault) return err(fault);
  const { tasks, start } = network;
  const place = new Map(tasks.map(({ id }, i) => [id, i]));
  const before = tasks.map(({ after }) => Int32Array.from(new Set(after), (id) => place.get(id) ?? 0));
  const cycle = findCycle(before);
  if (cycle) return err({ code: 'plan.cycle', tasks: cycle.map((i) => tasks[i]?.id ?? '') });
  const lists: number[][] = tasks.map(() => []);
  before.forEach((list, i) => list.forEach((each) => lists[each]?.push(i)));
  const roles = OWNER_ROLES.filter((role) => tasks.some(({ work }) => roleOf(work) === role));
  const first = dayOfDate(start);
  const shape = {
    network,
    tasks,
    calendar: workCalendar(start, network.holidays),
    roles,
    role: Int32Array.from(tasks, ({ work }) => (work.kind === 'effort' ? roles.indexOf(work.role) : -1)),
    ticksADay: Float64Array.from(roles, (role) => (TICKS * WORKDAYS_A_MONTH) / (network.capacity[role] ?? 1)),
    before,
    behind: lists.map((list) => Int32Array.from(list)),
    earliest: Int32Array.from(tasks, (task) => earliestOf(task, first)),
  };
  const likely = Int32Array.from(tasks, (task, i) => durationOf(shape, i, modeOf(task)));
  const order = rankTasks({ ...shape, likely });
  const rank = new Int32Array(tasks.length);
  order.forEach((task, at) => {
    rank[task] = at;
  });
  return ok({ ...shape, likely, order, rank });
}

/** Ticks that so many days of a task take: working ticks of effort, whole calendar days of a wait. */
export function durationOf(
  { role, ticksADay }: Pick<Compiled, 'role' | 'ticksADay'>,
  task: number,
  days: number,
): number {
  const of = role[task] ?? -1;
  const ticks = of < 0 ? Math.round(days) * TICKS : Math.round(days * (ticksADay[of] ?? 0));
  return Math.min(MOST_TICKS, ticks);
}

/** What fits the arrays; far beyond every horizon. */
const MOST_TICKS = 100_000_000;

function modeOf({ work }: PlanTask): number {
  return work.kind === 'milestone' ? 0 : work.days.mode;
}

function roleOf(work: PlanTask['work']): OwnerRole | undefined {
  return work.kind === 'effort' ? work.role : undefined;
}

/** A milestone is reached in the course of its day, other things begin with it. */
function earliestOf(task: PlanTask, first: number): number {
  const date = task.fixed ?? task.notBefore;
  if (date === undefined) return -1;
  const day = Math.min(HORIZON, dayOfDate(date) - first);
  return day < 0 ? -1 : day * TICKS + (task.work.kind === 'milestone' ? 1 : 0);
}

function faultIn({ tasks, capacity }: PlanNetwork): PlanFault | undefined {
  const ids = new Set<string>();
  for (const { id } of tasks) {
    if (ids.has(id)) return { code: 'plan.same_id', task: id };
    ids.add(id);
  }
  for (const { id, after, work } of tasks) {
    const unknown = after.find((each) => !ids.has(each));
    if (unknown !== undefined) return { code: 'plan.unknown_task', task: id, after: unknown };
    if (work.kind !== 'milestone' && !ordered(work.days)) return { code: 'plan.estimate', task: id };
  }
  const idle = OWNER_ROLES.find(
    (role) => !((capacity[role] ?? 0) > 0) && tasks.some(({ work }) => roleOf(work) === role),
  );
  if (idle === undefined) return undefined;
  const theirs = tasks.filter(({ work }) => roleOf(work) === idle).map(({ id }) => id);
  return { code: 'plan.no_capacity', role: idle, tasks: theirs };
}

function ordered({ min, mode, max }: ThreePoint): boolean {
  return min >= 0 && min <= mode && mode <= max && Number.isFinite(max);
}
