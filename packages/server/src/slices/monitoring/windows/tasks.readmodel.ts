// What must happen for a window to be clean, as tasks: done, open or too late by the state of the data.
import type { Occurrence, OccurrenceState } from '@assay/core';
import type { Answered } from './answers.readmodel.ts';
import type { Material } from './material.readmodel.ts';
import { presentNeeds, timelinesOf } from './windows.presenter.ts';

/** What becomes of a task: nobody ticks it off. */
const TASK: Readonly<Record<OccurrenceState, 'open' | 'done' | 'blocked' | 'not_needed'>> = {
  on_time: 'done',
  late: 'done',
  pending: 'open',
  missed: 'blocked',
  not_operating: 'blocked',
  no_data: 'blocked',
  excluded: 'not_needed',
  not_due: 'not_needed',
};

/** Tasks by due day; the days of a continuous control are one task as long as they go on in the same state. */
export function tasksOf(known: Material, { question, answer }: Answered) {
  const needs = answer.controls.flatMap(({ control, occurrences }) =>
    occurrences.map((occurrence: Occurrence) => ({ control, occurrence })),
  );
  return presentNeeds(known, needs, timelinesOf(question)).map((need) => {
    const state = known.known.states.get(need.of);
    return {
      ...need,
      task: TASK[need.state],
      owner: state?.state === 'adopted' ? (state.owner ?? null) : null,
    };
  });
}
