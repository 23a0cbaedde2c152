// Tasks that a person typed in: closed by evidence that came for their control, or by hand with a reason.
import type { EvidenceFact } from '../evidence/index.ts';
import { addDays, dateOfInstant, type PlainDate } from '../kernel/index.ts';
import type { Control } from '../controls/index.ts';
import { TASK_MINUTES, type Task, type TypedTask } from './task.ts';

export type Closing =
  | { readonly by: 'hand'; readonly because: string; readonly who: string }
  | { readonly by: 'evidence'; readonly evidence: string };

/**
 * What closed a typed task; undefined while it is open. Evidence closes it when it came after the task was typed in,
 * speaks for that day or a later one, and was accepted: what lay there before is not what was asked for.
 */
export function closingOf(task: TypedTask, facts: readonly EvidenceFact[]): Closing | undefined {
  if (task.done) return { by: 'hand', because: task.done.because, who: task.done.by };
  if (task.control === undefined) return undefined;
  const added = dateOfInstant(task.addedAt);
  const found = facts.find(
    (fact) =>
      fact.control === task.control &&
      fact.review === 'accepted' &&
      fact.times.receivedAt >= task.addedAt &&
      lastSpokenFor(fact) >= added,
  );
  return found && { by: 'evidence', evidence: found.code };
}

/** An open typed task as the list shows it. */
export function typedTask(task: TypedTask, control: Control | undefined): Task {
  const { id, title, owner, due } = task;
  return {
    id,
    kind: 'typed',
    title,
    why: `${task.by} asked for it on ${dateOfInstant(task.addedAt)}.`,
    closes: control
      ? `Closes when evidence for ${control.code} comes and is accepted, or by hand with a reason.`
      : 'Closes by hand, with a reason.',
    example: control && { good: control.evidence.good, bad: control.evidence.bad },
    control: task.control,
    owner,
    person: undefined,
    until: due,
    minutes: TASK_MINUTES.typed,
    place: control ? { at: 'control', control: control.code } : { at: 'work' },
  };
}

function lastSpokenFor({ times }: EvidenceFact): PlainDate {
  const covered = times.covers && addDays(times.covers.until, -1);
  return covered !== undefined && covered > times.performedAt ? covered : times.performedAt;
}
