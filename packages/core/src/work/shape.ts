// What tasks have in common.
import type { Control, OwnerRole } from '../controls/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import { TASK_MINUTES, type Task, type TaskKind } from './task.ts';

/** What every task of a control has; `of` tells several of one kind apart. */
export function ofControl(
  kind: TaskKind,
  control: Control,
  of?: string,
): Omit<Task, 'title' | 'why' | 'closes'> {
  const id = `${kind}:${control.code}${of === undefined ? '' : `:${of}`}`;
  return {
    id,
    kind,
    example: examplesOf(control),
    control: control.code,
    owner: control.ownerRole,
    person: undefined,
    until: undefined,
    minutes: TASK_MINUTES[kind],
    place: { at: 'control', control: control.code },
  };
}

/** Ids as a sentence lists them. */
export function named(ids: readonly string[], most = 3): string {
  const shown = ids.slice(0, most).join(', ');
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
}

/** What every other task has. */
export function plain(kind: TaskKind, of: string, owner: OwnerRole) {
  const until: PlainDate | undefined = undefined;
  const person: string | undefined = undefined;
  return {
    id: `${kind}:${of}`,
    kind,
    owner,
    person,
    until,
    example: undefined,
    control: undefined,
    minutes: TASK_MINUTES[kind],
  };
}

/** What an auditor takes and what is sent back. */
export function examplesOf({ evidence }: Control): NonNullable<Task['example']> {
  return { good: evidence.good, bad: evidence.bad };
}
