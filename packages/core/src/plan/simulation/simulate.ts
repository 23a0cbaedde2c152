// A plan over thousands of courses: by when what is done, how surely, and which task the end hangs on how often.
import { dateOfDay, dayOfDate, err, ok, type PlainDate, type Result } from '../../kernel/index.ts';
import type { Credential } from '../credential.ts';
import type { PlanNetwork } from '../network.ts';
import type { DayRange } from '../range.ts';
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
  /** Chance that it is done by its due day, or on its booked one, 0 to 1; undefined where no date is set. */
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
  const over = tasks.findIndex((_, i) => dayAt(countDays(daysOf(blocks, i)), 0.5) >= HORIZON - 1);
  const late = tasks[over];
  if (late) return err({ code: 'plan.too_long', task: late.id });
  const simulated = tasks.map((task, i): SimulatedTask => {
    const counts = countDays(daysOf(blocks, i));
    return {
      id: task.id,
      finish: range(counts),
      criticality: blocks.reduce((sum, { critical }) => sum + (critical[i] ?? 0), 0) / run.runs,
      inTime: task.due && shareBy(counts, dayOfDate(task.due) - calendar.first),
    };
  });
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
              ready: range(countDays(daysOf(blocks, i))),
              days: joined(daysOf(blocks, i)),
            },
          ],
    ),
    end: range(end),
  });
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
