// Who comes first where several tasks wait for one role: what must be finished earliest if the end is not to move.
// The rule of the latest finish time of Davis and Patterson (1975), with most likely durations and as if all could go at once.
import { dayOfDate } from '../../kernel/index.ts';
import { TICKS } from './calendar.ts';
import type { Compiled } from './compiled.ts';

type Ranked = Omit<Compiled, 'rank' | 'order'>;

/** Tasks in the order in which they are taken; those of the same urgency in the order of the list. */
export function rankTasks(compiled: Ranked): Int32Array {
  const order = waitingOrder(compiled);
  const latest = latestFinishes(compiled, order);
  return Int32Array.from(order.keys()).sort((a, b) => (latest[a] ?? 0) - (latest[b] ?? 0) || a - b);
}

/** Each task behind those that it waits for. */
function waitingOrder({ before, behind }: Pick<Compiled, 'before' | 'behind'>): Int32Array {
  const left = Int32Array.from(before, (list) => list.length);
  const order = new Int32Array(left.length);
  let count = 0;
  left.forEach((open, task) => {
    if (open === 0) order[count++] = task;
  });
  for (let at = 0; at < count; at += 1)
    for (const next of behind[order[at] ?? 0] ?? []) {
      left[next] = (left[next] ?? 0) - 1;
      if (left[next] === 0) order[count++] = next;
    }
  return order;
}

/** In fifths of ticks. */
function latestFinishes(compiled: Ranked, order: Int32Array): Float64Array {
  const { tasks, before, behind, earliest, network } = compiled;
  const finish = new Float64Array(order.length);
  for (const task of order) {
    let start = Math.max(0, FIFTHS * (earliest[task] ?? 0));
    for (const each of before[task] ?? []) start = Math.max(start, finish[each] ?? 0);
    finish[task] = start + span(compiled, task);
  }
  const first = dayOfDate(network.start);
  const latest = new Float64Array(order.length).fill(soonestEnd(compiled, finish));
  for (const task of order.toReversed()) {
    for (const next of behind[task] ?? []) {
      const fixed = tasks[next]?.fixed;
      const begins = (latest[next] ?? 0) - span(compiled, next);
      const booked =
        fixed === undefined ? begins : Math.min(begins, FIFTHS * (dayOfDate(fixed) - first) * TICKS);
      latest[task] = Math.min(latest[task] ?? 0, booked);
    }
    const due = tasks[task]?.due;
    if (due !== undefined)
      latest[task] = Math.min(latest[task] ?? 0, FIFTHS * (dayOfDate(due) - first + 1) * TICKS);
  }
  return latest;
}

/** No plan ends before what is waited for has ended, nor before each role has done its work. */
function soonestEnd(compiled: Ranked, finish: Float64Array): number {
  const load = compiled.roles.map(() => 0);
  compiled.role.forEach((of, task) => {
    if (of >= 0) load[of] = (load[of] ?? 0) + span(compiled, task);
  });
  return Math.max(0, ...load, ...finish);
}

/** Seven days of the calendar for five of work, in fifths so that they are whole numbers. */
const FIFTHS = 5;
const WEEK = 7;

function span({ likely, role }: Ranked, task: number): number {
  return (likely[task] ?? 0) * ((role[task] ?? -1) < 0 ? FIFTHS : WEEK);
}
