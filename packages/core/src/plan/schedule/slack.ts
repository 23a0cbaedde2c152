// How late each task may end: backwards from the end of the plan, along what waits for what and along what each role
// does one after another.
import { dayOfDate } from '../../kernel/index.ts';
import { lastMorning, TICKS, whenWorked, workBefore } from './calendar.ts';
import type { Compiled } from './compiled.ts';
import type { Pass } from './pass.ts';

/** Ticks; never before the task ends. */
export function latestFinishes(compiled: Compiled, pass: Pass): Float64Array {
  const { tasks, behind } = compiled;
  const end = pass.finish.reduce((a, b) => Math.max(a, b), 0);
  const first = dayOfDate(compiled.network.start);
  const latest = new Float64Array(tasks.length).fill(end);
  const nextOfRole = followers(compiled, pass);
  for (const task of endingOrder(compiled, pass).toReversed()) {
    let most = latest[task] ?? end;
    for (const next of behind[task] ?? [])
      most = Math.min(most, latestStart(compiled, { pass, latest }, next));
    const next = nextOfRole[task] ?? -1;
    if (next >= 0) most = Math.min(most, latestStart(compiled, { pass, latest }, next));
    const due = tasks[task]?.due;
    if (due !== undefined) most = Math.min(most, (dayOfDate(due) - first + 1) * TICKS);
    most = begunAtWork(compiled, { pass, most }, task);
    latest[task] = Math.max(most, pass.finish[task] ?? 0);
  }
  return latest;
}

/** Nothing ends later than a begin on a working day lets it. */
function begunAtWork(
  { tasks, role, calendar }: Compiled,
  { pass, most }: { readonly pass: Pass; readonly most: number },
  task: number,
): number {
  if ((role[task] ?? -1) >= 0) return whenWorked(calendar, workBefore(calendar, most));
  const ticks = (pass.finish[task] ?? 0) - (pass.start[task] ?? 0);
  if (ticks === 0 || tasks[task]?.fixed !== undefined) return most;
  return lastMorning(calendar, most - ticks) + ticks;
}

/** The last moment at which a task may begin. */
function latestStart(
  { tasks, role, calendar, network }: Compiled,
  at: { readonly pass: Pass; readonly latest: Float64Array },
  task: number,
): number {
  const [start, finish] = [at.pass.start[task] ?? 0, at.pass.finish[task] ?? 0];
  const latest = at.latest[task] ?? finish;
  const fixed = tasks[task]?.fixed;
  // A booked day does not move; where it is missed, it is missed by no more.
  if (fixed !== undefined) return Math.max(start, (dayOfDate(fixed) - dayOfDate(network.start)) * TICKS);
  if ((role[task] ?? -1) >= 0) {
    const work = workBefore(calendar, finish) - workBefore(calendar, start);
    return Math.max(start, whenWorked(calendar, workBefore(calendar, latest) - work));
  }
  return Math.max(start, latest - (finish - start));
}

/** What a role does next after each task. */
function followers({ roles, role }: Compiled, { start, finish }: Pass): Int32Array {
  const next = new Int32Array(role.length).fill(-1);
  roles.forEach((_, of) => {
    const theirs = [...role.keys()]
      .filter((task) => role[task] === of)
      .toSorted((a, b) => (start[a] ?? 0) - (start[b] ?? 0) || (finish[a] ?? 0) - (finish[b] ?? 0) || a - b);
    theirs.forEach((task, i) => {
      next[task] = theirs[i + 1] ?? -1;
    });
  });
  return next;
}

/** Tasks so that each comes before those that follow it: by the order in which they end, ties by who waits. */
function endingOrder({ before, behind }: Compiled, { start, finish }: Pass): readonly number[] {
  const depth = new Int32Array(before.length);
  const left = Int32Array.from(before, (list) => list.length);
  const queue = [...left.keys()].filter((task) => left[task] === 0);
  for (const task of queue)
    for (const next of behind[task] ?? []) {
      depth[next] = Math.max(depth[next] ?? 0, (depth[task] ?? 0) + 1);
      left[next] = (left[next] ?? 0) - 1;
      if (left[next] === 0) queue.push(next);
    }
  return queue.toSorted(
    (a, b) =>
      (finish[a] ?? 0) - (finish[b] ?? 0) ||
      (start[a] ?? 0) - (start[b] ?? 0) ||
      (depth[a] ?? 0) - (depth[b] ?? 0) ||
      a - b,
  );
}
