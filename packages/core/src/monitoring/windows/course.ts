// Who of a line answers for a day, whether it was running, and how often: the line laid out along a span.
import { dayOfDate } from '../../kernel/index.ts';
import type { Span } from './rhythm.ts';
import type { Cadence } from './schedule.ts';
import type { Lifetime, Timeline } from './timeline.ts';

/** Days over which nothing of this changes; both ends belong to it. */
export interface Stretch extends Span {
  /** Whoever ran, else the next to start, else the last that ran. */
  readonly life: Lifetime;
  /** Whether a member of the line was in operation (rules 5 and 6). */
  readonly running: boolean;
  /** In force by the schedule's history; undefined when there is no schedule. */
  readonly cadence: Cadence | undefined;
}

/** Lays a line out along a span, first day to last, without a hole. */
export function courseOf(line: Timeline['line'], span: Span): readonly Stretch[] {
  const starts = [span.first, ...changesOf(line).filter((day) => day > span.first && day <= span.last)];
  return [...new Set(starts)].map((first, at, all): Stretch => {
    const running = runningOn(line, first);
    const life = running ?? nextAfter(line, first);
    return {
      first,
      last: (all[at + 1] ?? span.last + 1) - 1,
      life,
      running: running !== undefined,
      cadence: cadenceOn(life, first),
    };
  });
}

/** The stretch that holds a day of the span; behind the span, the last one. */
export function stretchOn(course: readonly Stretch[], day: number): Stretch | undefined {
  return course.find(({ last }) => last >= day) ?? course.at(-1);
}

/** Days on which something of the line changes, in order. */
function changesOf(line: Timeline['line']): readonly number[] {
  return line
    .flatMap(({ startedOn, retiredOn, schedule }) => [
      startedOn,
      ...(retiredOn === undefined ? [] : [retiredOn]),
      ...schedule.map(({ from }) => from),
    ])
    .map(dayOfDate)
    .sort((a, b) => a - b);
}

/** Who ran: the last of the line that had started and was not retired. */
function runningOn(line: Timeline['line'], day: number): Lifetime | undefined {
  return line.findLast(
    ({ startedOn, retiredOn }) =>
      dayOfDate(startedOn) <= day && (retiredOn === undefined || day < dayOfDate(retiredOn)),
  );
}

function nextAfter(line: Timeline['line'], day: number): Lifetime {
  return line.find((life) => dayOfDate(life.startedOn) > day) ?? line.at(-1) ?? line[0];
}

/** The version of the schedule in force on a day; before the first one, the first. */
function cadenceOn({ schedule }: Lifetime, day: number): Cadence | undefined {
  return (schedule.findLast(({ from }) => dayOfDate(from) <= day) ?? schedule[0])?.cadence;
}
