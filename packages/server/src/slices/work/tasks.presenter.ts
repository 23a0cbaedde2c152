// Tasks as the API shows them.
import type { Output, Routes } from '@assay/contract';
import { isSnoozed, marked, typedTask, type Control, type Task, type TaskPlace } from '@assay/core';
import type { Everything } from './work.readmodel.ts';

export type TaskView = Output<Routes['tasks.read']>;

/** An open or snoozed task. */
export function presentTask(task: Task, all: Everything): TaskView {
  const mark = all.marks.get(task.id);
  const { today } = all.state;
  return {
    ...shared(marked(task, mark)),
    state: isSnoozed(mark, today) ? 'snoozed' : 'open',
    overdue: task.until !== undefined && task.until < today,
    snoozed: isSnoozed(mark, today) ? (mark?.snoozed ?? null) : null,
    done: null,
  };
}

/** A typed task that was closed. */
export function presentClosed({ task, closing }: Everything['closed'][number], all: Everything): TaskView {
  const control = all.state.controls.find((each: Control) => each.code === task.control);
  return {
    ...shared(marked(typedTask(task, control), all.marks.get(task.id))),
    state: 'done',
    overdue: false,
    snoozed: null,
    done:
      closing.by === 'hand'
        ? { by: closing.by, who: closing.who, because: closing.because }
        : { by: closing.by, who: null, because: `${closing.evidence} came and was accepted.` },
  };
}

function shared(task: Task) {
  return {
    id: task.id,
    kind: task.kind,
    title: task.title,
    why: task.why,
    closes: task.closes,
    example: task.example ?? null,
    control: task.control ?? null,
    owner: task.owner,
    person: task.person ?? null,
    until: task.until ?? null,
    minutes: task.minutes,
    place: { at: task.place.at, id: idOf(task.place) },
  };
}

function idOf(place: TaskPlace): string | null {
  switch (place.at) {
    case 'control':
      return place.control;
    case 'evidence':
      return place.evidence;
    case 'import':
      return place.id;
    case 'checks':
      return place.scanner;
    case 'window':
      return place.control ?? null;
    case 'finding':
      return place.finding;
    case 'policy':
      return place.policy;
    case 'audit':
      return place.audit;
    case 'company':
      return place.record ?? null;
    case 'work':
      return null;
    default:
      return place satisfies never;
  }
}
