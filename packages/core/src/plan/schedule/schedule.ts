// The plan with its most likely dates: when each task begins and ends, what may slip, what the end hangs on,
// and which wanted dates cannot be kept, by how much and because of what.
import { dateOfDay, dayOfDate, err, ok, type PlainDate, type Result } from '../../kernel/index.ts';
import type { PlanNetwork, PlanTask } from '../network.ts';
import { dayFrom, dayUntil, HORIZON, TICKS } from './calendar.ts';
import { compile, type PlanFault } from './compile.ts';
import type { Compiled } from './compiled.ts';
import { Passes, type Pass } from './pass.ts';
import { latestFinishes } from './slack.ts';

export interface ScheduledTask {
  readonly id: string;
  /** First and last day of it; of a milestone the day on which it is reached. */
  readonly start: PlainDate;
  readonly finish: PlainDate;
  /** Days that its end may slip before the end of the plan, a booked date or a due date has to move. */
  readonly slack: number;
  readonly critical: boolean;
  /** What it began after: a task it waits for, or the one that its role did before; undefined where a date or the start said when. */
  readonly follows: string | undefined;
}

/** A wanted date that the plan does not keep. */
export interface Late {
  readonly task: string;
  readonly constraint: 'fixed' | 'due';
  readonly wanted: PlainDate;
  readonly found: PlainDate;
  /** Calendar days. */
  readonly by: number;
  /** What it waits for until then; undefined where the day was over before the plan begins. */
  readonly because: string | undefined;
  /** predecessor: that has to be done before; role: the same people do that first. */
  readonly through: 'predecessor' | 'role' | 'start';
}

export interface Schedule {
  readonly tasks: readonly ScheduledTask[];
  /** From the start to the end of the plan: each began when the one before was done. */
  readonly critical: readonly string[];
  readonly late: readonly Late[];
  /** The day on which the last task is done. */
  readonly end: PlainDate;
  /** Calendar days from the start to that day, both counted. */
  readonly days: number;
}

export function schedule(network: PlanNetwork): Result<Schedule, PlanFault> {
  const made = compile(network);
  if (!made.ok) return made;
  const compiled = made.value;
  const pass = new Passes(compiled).run(compiled.likely);
  const over = pass.finish.findIndex((tick) => tick >= HORIZON * TICKS);
  if (over >= 0) return err({ code: 'plan.too_long', task: compiled.tasks[over]?.id ?? '' });
  return ok(presented(compiled, pass));
}

function presented(compiled: Compiled, pass: Pass): Schedule {
  const { tasks, calendar } = compiled;
  const idOf = (task: number): string | undefined => tasks[task]?.id;
  const date = (day: number): PlainDate => dateOfDay(calendar.first + day);
  const latest = latestFinishes(compiled, pass);
  const chain = criticalChain(pass);
  const onChain = new Set(chain);
  const scheduled = tasks.map((task, i): ScheduledTask => {
    const finish = dayUntil(pass.finish[i] ?? 0);
    const slack = Math.max(0, dayUntil(latest[i] ?? 0) - finish);
    return {
      id: task.id,
      start: date(Math.min(finish, startDay(task, pass.start[i] ?? 0))),
      finish: date(finish),
      slack,
      critical: slack === 0 || onChain.has(i),
      follows: idOf(pass.cause[i] ?? -1),
    };
  });
  const end = pass.finish.reduce((a, b) => Math.max(a, b), 0);
  return {
    tasks: scheduled,
    critical: chain.flatMap((task) => idOf(task) ?? []),
    late: tasks.flatMap((task, i) => lateOf({ compiled, pass, scheduled: scheduled[i] }, task, i)),
    end: date(dayUntil(end)),
    days: dayUntil(end) + 1,
  };
}

function startDay({ work }: PlanTask, tick: number): number {
  return work.kind === 'milestone' ? dayUntil(tick) : dayFrom(tick);
}

/** The chain that ends with the last task; of several that end together, the one that is last in the list. */
function criticalChain({ finish, cause }: Pass): readonly number[] {
  let last = -1;
  for (let task = 0; task < finish.length; task += 1)
    if (last < 0 || (finish[task] ?? 0) >= (finish[last] ?? 0)) last = task;
  const chain: number[] = [];
  for (let task = last; task >= 0; task = cause[task] ?? -1) chain.push(task);
  return chain.toReversed();
}

function lateOf(
  from: { readonly compiled: Compiled; readonly pass: Pass; readonly scheduled: ScheduledTask | undefined },
  task: PlanTask,
  index: number,
): readonly Late[] {
  const { compiled, pass, scheduled } = from;
  if (!scheduled) return [];
  const cause = pass.cause[index] ?? -1;
  const waits = compiled.before[index]?.includes(cause) === true;
  const because = compiled.tasks[cause]?.id;
  const through = because === undefined ? 'start' : waits ? 'predecessor' : 'role';
  const wanted: readonly (readonly [Late['constraint'], PlainDate | undefined, PlainDate])[] = [
    ['fixed', task.fixed, scheduled.start],
    ['due', task.due, scheduled.finish],
  ];
  return wanted.flatMap(([constraint, day, found]) =>
    day === undefined || found <= day
      ? []
      : [
          {
            task: task.id,
            constraint,
            wanted: day,
            found,
            by: dayOfDate(found) - dayOfDate(day),
            because,
            through,
          },
        ],
  );
}
