// The whole answer for a window: each control, each criterion, the window itself.
import type { PlainDate } from '../../kernel/index.ts';
import { earliestCleanStart, latestCleanEnd } from './clean.ts';
import { criterionResult, type CriterionControls, type CriterionResult } from './criterion.ts';
import { dayStates, type DayState } from './days.ts';
import { evaluateControl, type ControlResult } from './evaluate.ts';
import { windowRemarks, type WindowContext, type WindowRemark } from './period.ts';
import type { Timeline, WindowFrame } from './timeline.ts';

/** First day from which, and last day to which, nothing deviates; undefined where there is none. */
export interface CleanReach {
  readonly earliestCleanStart: PlainDate | undefined;
  readonly latestCleanEnd: PlainDate | undefined;
}

export interface ControlAnswer extends ControlResult, CleanReach {
  /** One state for each day of the window, over all scopes. */
  readonly days: readonly DayState[];
}

export interface WindowAnswer extends CleanReach {
  readonly remarks: readonly WindowRemark[];
  readonly controls: readonly ControlAnswer[];
  readonly criteria: readonly CriterionResult[];
}

/** Everything that a window is asked about. */
export interface WindowQuestion {
  readonly frame: WindowFrame;
  readonly timelines: readonly Timeline[];
  readonly criteria: readonly CriterionControls[];
  readonly context: WindowContext;
}

/** Answers a window (rule 10). */
export function evaluateWindow({ frame, timelines, criteria, context }: WindowQuestion): WindowAnswer {
  const controls = timelines.map((timeline): ControlAnswer => {
    const result = evaluateControl(timeline, frame);
    return { ...result, ...reachOf([timeline], frame), days: dayStates(result.occurrences, frame.window) };
  });
  const standings = new Map(controls.map(({ control, standing }) => [control, standing]));
  return {
    remarks: windowRemarks(frame.window, context),
    controls,
    criteria: criteria.map((each) => criterionResult(each, standings)),
    ...reachOf(timelines, frame),
  };
}

function reachOf(timelines: readonly Timeline[], frame: WindowFrame): CleanReach {
  return {
    earliestCleanStart: earliestCleanStart(timelines, frame),
    latestCleanEnd: latestCleanEnd(timelines, frame),
  };
}
