// From which day a window could start without a deviation, and how far it could reach.
import { dateOfDay, dayOfDate, type PlainDate } from '../../kernel/index.ts';
import { evaluateControl } from './evaluate.ts';
import type { Timeline, WindowFrame } from './timeline.ts';

/**
 * The first day, not before the window's, from which all controls run to the window's end without a deviation
 * known today; undefined when no day of the window does. Each day is tried as a window of its own, because
 * a later start also loses what was done before it.
 */
export function earliestCleanStart(
  timelines: readonly Timeline[],
  frame: WindowFrame,
): PlainDate | undefined {
  const end = dayOfDate(frame.window.until);
  let start = dayOfDate(frame.window.from);
  let agreed = 0;
  while (start < end && agreed < timelines.length) {
    agreed = 0;
    for (const timeline of timelines) {
      const clean = firstCleanFrom(timeline, frame, start);
      if (clean === undefined) return undefined;
      if (clean !== start) {
        start = clean;
        break;
      }
      agreed += 1;
    }
  }
  return start < end ? dateOfDay(start) : undefined;
}

/** The last day that a window from its first day could have without a deviation known today. */
export function latestCleanEnd(timelines: readonly Timeline[], frame: WindowFrame): PlainDate | undefined {
  const first = dayOfDate(frame.window.from);
  const last = dayOfDate(frame.window.until) - 1;
  const dues = timelines.flatMap((timeline) =>
    evaluateControl(timeline, frame).deviations.map((deviation) => deviation.last),
  );
  const reach = Math.min(last, ...dues.map((due) => due - 1));
  return reach < first ? undefined : dateOfDay(reach);
}

function firstCleanFrom(timeline: Timeline, frame: WindowFrame, from: number): number | undefined {
  const end = dayOfDate(frame.window.until);
  for (let start = from; start < end;) {
    const window = { from: dateOfDay(start), until: frame.window.until };
    const { deviations } = evaluateControl(timeline, { ...frame, window });
    // What nothing at all can fill stays a deviation from every earlier start: skip behind the last of these.
    if (deviations.length === 0) return start;
    const hopeless = deviations.filter((each) => each.state !== 'missed').map((each) => each.last + 1);
    start = Math.max(start + 1, ...hopeless);
  }
  return undefined;
}
