// A plan over thousands of courses: by when what is done, how surely, and which task the end hangs on how often.
import { dateOfDay, dayOfDate, err, ok, type PlainDate, type Result } from '../../kernel/index.ts';
import type { Credential } from '../credential.ts';
import type { PlanNetwork } from '../network.ts';
import type { DayRange, Range } from '../range.ts';
import { HORIZON } from '../schedule/calendar.ts';
import { compile, type PlanFault } from '../schedule/compile.ts';
import type { Compiled } from '../schedule/compiled.ts';
import { countDays, dayAt, shareBy, type DayCounts } from './days.ts';
import { simulateBlocks, type PlanBlock, type PlanRun } from './part.ts';

export interface SimulatedTask {
  readonly id: string;
  readonly finish: DayRange;
  /** Share of courses in which the end hung on it, 0 to 1. */
  readonly criticality: number;
  /** Chance that it begins on its booked day, or else is done by its due one, 0 to 1; undefined where no date is set. */
  readonly inTime: number | undefined;
}

export interface SimulatedCredential {
  readonly credential: Credential;
  readonly ready: DayRange;
  /** The day of each course, counted from the start. */
  readonly days: Uint16Array;
}

export interface PlanSimulation {
  readonly seed: string;
  readonly runs: number;
  readonly start: PlainDate;
  readonly tasks: readonly SimulatedTask[];
  /** In the order of the network. */
  readonly credentials: readonly SimulatedCredential[];
  readonly end: DayRange;
  /** Work of own people, all of it. */
  readonly personDays: Range;
}

/** The whole run on this thread. */
export function simulatePlan(network: PlanNetwork, run: PlanRun): Result<PlanSimulation, PlanFault> {
  const made = compile(network);
  if (!made.ok) return made;
  const blocks = [...simulateBlocks(made.value, run, { hand: 0, hands: 1 })];
  return sumBlocks(made.value, run, blocks);
}

/** @param blocks in their order, whichever hands had them */
export function sumBlocks(
  compiled: Compiled,
  run: PlanRun,
  blocks: readonly PlanBlock[],
): Result<PlanSimulation, PlanFault> {
  const { tasks, calendar } = compiled;
  const range = rangeFrom(calendar.first);
  const end = countDays(blocks.map((block) => block.end));
  const counts = tasks.map((_, i) => countDays(daysOf(blocks, i)));
  const over = counts.findIndex((each) => dayAt(each, 0.5) >= HORIZON - 1);
  const late = tasks[over];
  if (late) return err({ code: 'plan.too_long', task: late.id });
  const simulated = counts.map((each, i): SimulatedTask => ({
    id: tasks[i]?.id ?? '',
    finish: range(each),
    criticality: blocks.reduce((sum, { critical }) => sum + (critical[i] ?? 0), 0) / run.runs,
    inTime: inTime({ compiled, blocks, counts: each }, i),
  }));
  return ok({
    seed: run.seed,
    runs: run.runs,
    start: compiled.network.start,
    tasks: simulated,
    credentials: tasks.flatMap((task, i) =>
      task.gives === undefined
        ? []
        : [
            {
              credential: task.gives,
              ready: simulated[i]?.finish ?? range(end),
              days: joined(daysOf(blocks, i)),
            },
          ],
    ),
    end: range(end),
    personDays: effortRange(blocks),
  });
}

function inTime(
  of: { readonly compiled: Compiled; readonly blocks: readonly PlanBlock[]; readonly counts: DayCounts },
  index: number,
): number | undefined {
  const task = of.compiled.tasks[index];
  if (task?.fixed !== undefined) {
    const kept = of.blocks.reduce((sum, { kept: each }) => sum + (each[index] ?? 0), 0);
    return kept / Math.max(1, of.counts.courses);
  }
  return task?.due && shareBy(of.counts, dayOfDate(task.due) - of.compiled.calendar.first);
}

function effortRange(blocks: readonly PlanBlock[]): Range {
  const sums = Float64Array.from(blocks.flatMap(({ effort }) => [...effort])).sort();
  const at = (p: number): number => sums[Math.max(0, Math.ceil(p * sums.length) - 1)] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** Percentiles of counted days as dates. */
export function rangeFrom(first: number): (counts: DayCounts) => DayRange {
  const date = (counts: DayCounts, p: number): PlainDate => dateOfDay(first + dayAt(counts, p));
  return (counts) => ({ p10: date(counts, 0.1), p50: date(counts, 0.5), p90: date(counts, 0.9) });
}

function daysOf(blocks: readonly PlanBlock[], task: number): readonly Uint16Array[] {
  return blocks.map(({ finish, courses }) => finish.subarray(task * courses, (task + 1) * courses));
}

function joined(lists: readonly Uint16Array[]): Uint16Array {
  const all = new Uint16Array(lists.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
