// Courses of a plan in blocks of a thousand. Each block has streams of its own, so that it comes out the same whichever
// thread has it; whoever runs the blocks can say how far it is, or stop between two.
import { streamOf, type Stream } from '../../risks/index.ts';
import { dayUntil } from '../schedule/calendar.ts';
import { durationOf } from '../schedule/compile.ts';
import type { Compiled } from '../schedule/compiled.ts';
import { Passes, type Pass } from '../schedule/pass.ts';
import { estimateDraw } from './pert.ts';

export const BLOCK = 1000;

export interface PlanRun {
  readonly seed: string;
  /** Courses; a last block may be shorter. */
  readonly runs: number;
}

/** What one block found. */
export interface PlanBlock {
  readonly courses: number;
  /** Task by task the day, counted from the start, on which it ended in each course. */
  readonly finish: Uint16Array;
  /** The day on which each course ended. */
  readonly end: Uint16Array;
  /** In how many courses each booked task began on its day. */
  readonly kept: Uint32Array;
  /** Person-days of all effort in each course. */
  readonly effort: Float64Array;
  /** In how many courses each task was on the chain that ended last. */
  readonly critical: Uint32Array;
}

/** Blocks of a run that one of so many hands has, as cards are dealt. */
export interface Hand {
  readonly hand: number;
  readonly hands: number;
}

export function* simulateBlocks(compiled: Compiled, run: PlanRun, of: Hand): Generator<PlanBlock, void> {
  const passes = new Passes(compiled);
  const draws = drawsOf(compiled);
  for (let block = of.hand; block * BLOCK < run.runs; block += of.hands)
    yield simulateBlock({ compiled, passes, draws }, run, block);
}

interface Made {
  readonly compiled: Compiled;
  readonly passes: Passes;
  readonly draws: Draws;
}

interface Draws {
  readonly days: readonly ((stream: Stream) => number)[];
  readonly pace: ((stream: Stream) => number) | undefined;
}

function drawsOf({ tasks, network }: Compiled): Draws {
  return {
    days: tasks.map(({ work }) => (work.kind === 'milestone' ? () => 0 : estimateDraw(work.days))),
    pace: network.pace && estimateDraw(network.pace),
  };
}

function simulateBlock({ compiled, passes, draws }: Made, run: PlanRun, block: number): PlanBlock {
  const { tasks, role } = compiled;
  const courses = Math.min(BLOCK, run.runs - block * BLOCK);
  const found = {
    courses,
    finish: new Uint16Array(tasks.length * courses),
    end: new Uint16Array(courses),
    effort: new Float64Array(courses),
    critical: new Uint32Array(tasks.length),
    kept: new Uint32Array(tasks.length),
  };
  const streams = tasks.map(({ id }) => streamOf(run.seed, `${id}/${block}`));
  const common = streamOf(run.seed, `pace/${block}`);
  const durations = new Int32Array(tasks.length);
  const booked = [...tasks.keys()].filter((task) => tasks[task]?.fixed !== undefined);
  for (let course = 0; course < courses; course += 1) {
    const pace = draws.pace ? draws.pace(common) : 1;
    let effort = 0;
    for (let task = 0; task < durations.length; task += 1) {
      const draw = draws.days[task];
      const stream = streams[task];
      const drawn = draw && stream ? draw(stream) : 0;
      const waits = (role[task] ?? -1) < 0;
      const days = waits ? drawn : drawn * pace;
      if (!waits) effort += days;
      durations[task] = durationOf(compiled, task, days);
    }
    found.effort[course] = effort;
    const pass = passes.run(durations);
    note(found, pass, course);
    for (const task of booked)
      if (keeps(compiled, pass, task)) found.kept[task] = (found.kept[task] ?? 0) + 1;
  }
  return found;
}

function note(found: PlanBlock, { finish, cause }: Pass, course: number): void {
  let last = 0;
  for (let task = 0; task < finish.length; task += 1) {
    const tick = finish[task] ?? 0;
    found.finish[task * found.courses + course] = dayUntil(tick);
    if (tick >= (finish[last] ?? 0)) last = task;
  }
  found.end[course] = dayUntil(finish[last] ?? 0);
  if (finish.length === 0) return;
  for (let task = last; task >= 0; task = cause[task] ?? -1)
    found.critical[task] = (found.critical[task] ?? 0) + 1;
}

/** Whether a booked task begins on its day; a day before the plan begins is missed. */
function keeps({ earliest }: Compiled, { start }: Pass, task: number): boolean {
  const wanted = earliest[task] ?? -1;
  return wanted >= 0 && (start[task] ?? 0) <= wanted;
}
