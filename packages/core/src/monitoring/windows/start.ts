// What would have to be true for a window to start on a given day.
import type { ControlCode, Period } from '../../kernel/index.ts';
import { evaluateControl } from './evaluate.ts';
import type { Occurrence } from './occurrence.ts';
import { windowRemarks, type WindowContext, type WindowRemark } from './period.ts';
import type { Timeline, WindowFrame } from './timeline.ts';

/** A control and one of its occurrences. */
export interface Need {
  readonly control: ControlCode;
  readonly occurrence: Occurrence;
}

export interface StartConditions {
  readonly window: Period;
  readonly remarks: readonly WindowRemark[];
  /** Deviations that stand already: with these the window cannot be clean from its first day. */
  readonly blockers: readonly Need[];
  /** What must still happen, by due day, for it to stay clean. */
  readonly needs: readonly Need[];
  /** Event controls whose population nobody has shown. */
  readonly populations: readonly ControlCode[];
}

/** Looks at another window over the same timelines, as it would be today. */
export function startConditions(
  timelines: readonly Timeline[],
  frame: WindowFrame,
  context: WindowContext,
): StartConditions {
  const results = timelines.map((timeline) => evaluateControl(timeline, frame));
  const needs = results.flatMap(({ control, occurrences }) =>
    occurrences.map((occurrence): Need => ({ control, occurrence })),
  );
  const byDue = needs.toSorted((a, b) => a.occurrence.last - b.occurrence.last);
  const blocking = new Set(results.flatMap(({ deviations }) => deviations));
  return {
    window: frame.window,
    remarks: windowRemarks(frame.window, context),
    blockers: byDue.filter(({ occurrence }) => blocking.has(occurrence)),
    needs: byDue.filter(({ occurrence }) => occurrence.state === 'pending'),
    populations: results.filter((each) => each.populationMissing).map(({ control }) => control),
  };
}
