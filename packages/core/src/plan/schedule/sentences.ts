// What a plan says in words: the dates that it does not keep, what its end hangs on, what is wrong with its input.
import { roleWords } from '../../controls/index.ts';
import { countWords, daysBetween, listWords } from '../../kernel/index.ts';
import type { PlanNetwork } from '../network.ts';
import type { PlanFault } from './compile.ts';
import type { Late, Schedule } from './schedule.ts';

/** Why a wanted date is not kept, and by how many days. */
export function lateSentence(network: PlanNetwork, late: Late): string {
  const name = titleOf(network, late.task);
  const by = countWords(late.by, 'day');
  const said =
    late.constraint === 'fixed'
      ? `“${name}” is booked for ${late.wanted} and cannot begin before ${late.found}, ${by} later`
      : `“${name}” is due by ${late.wanted} and is likely done on ${late.found}, ${by} late`;
  if (late.because === undefined) return `${said}; no task holds it up, it is the days themselves.`;
  const cause = titleOf(network, late.because);
  return late.through === 'role'
    ? `${said}: the same people do “${cause}” before.`
    : `${said}: “${cause}” has to be done before.`;
}

/** What the end hangs on: the longest parts of the critical path, in their order. */
export function criticalSentence(network: PlanNetwork, { tasks, critical, end }: Schedule): string {
  const days = new Map(tasks.map(({ id, start, finish }) => [id, daysBetween(start, finish) + 1]));
  const longest = critical.toSorted((a, b) => (days.get(b) ?? 0) - (days.get(a) ?? 0)).slice(0, LONGEST);
  const named = critical
    .filter((id) => longest.includes(id))
    .map((id) => `“${titleOf(network, id)}” (${countWords(days.get(id) ?? 0, 'day')})`);
  if (named.length === 0) return 'There is nothing to plan.';
  return `The most likely last day is ${end}; it hangs on ${listWords(named)}.`;
}

const LONGEST = 3;

/** One clear sentence of what is wrong. */
export function faultSentence(fault: PlanFault): string {
  switch (fault.code) {
    case 'plan.same_id':
      return `Two tasks are called ${fault.task}.`;
    case 'plan.unknown_task':
      return `${fault.task} waits for ${fault.after}, which is not in the plan.`;
    case 'plan.cycle':
      return `Tasks wait for each other: ${[...fault.tasks, fault.tasks[0] ?? ''].join(' after ')}.`;
    case 'plan.no_capacity':
      return `The ${roleWords(fault.role)} has ${countWords(fault.tasks.length, 'task')} and no person-days a month: give this role some, or give its work to another.`;
    case 'plan.estimate':
      return `The estimate of ${fault.task} has to be least, most likely, most, none of them negative.`;
    case 'plan.too_long':
      return `At this capacity ${fault.task} would not be done within forty years.`;
  }
}

function titleOf({ tasks }: PlanNetwork, id: string): string {
  return tasks.find((task) => task.id === id)?.title ?? id;
}
