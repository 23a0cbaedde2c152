// Use cases of tasks: type one in, close it by hand, snooze, hand on. Each leaves a ledger entry.
import {
  addDays,
  err,
  ok,
  type OwnerRole,
  type PlainDate,
  type Result,
  type Task,
  type TaskMark,
  type TypedTask,
} from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { nextNumber } from '../access/access.module.ts';
import { record } from '../evidence/evidence.module.ts';
import { insertTyped, putMark, setDone } from './tasks.repository.ts';
import { everything, type Asked, type Everything } from './work.readmodel.ts';

export interface Work extends Asked {
  readonly deps: Pick<Deps, 'catalogue' | 'keys'>;
  readonly tx: Tx;
}

/** Longest that a task may be out of sight. */
const LONGEST_SNOOZE = 366;

type Closed = Everything['closed'][number];

/** A task by its id: open, or typed and closed. */
export interface Found {
  readonly all: Everything;
  readonly open: Task | undefined;
  readonly closed: Closed | undefined;
}

export async function findTask(work: Work, id: string): Promise<Result<Found, Refusal>> {
  const all = await everything(work.tx, work);
  const open = all.tasks.find((task) => task.id === id);
  const closed = all.closed.find(({ task }) => task.id === id);
  return open || closed
    ? ok({ all, open, closed })
    : err({ code: 'task.not_found', detail: `Nothing asks for ${id}; if it did, it is done.` });
}

/** Types a task in. */
export async function addTask(
  work: Work,
  draft: {
    readonly title: string;
    readonly control: string | undefined;
    readonly owner: OwnerRole | undefined;
    readonly due: PlainDate | undefined;
  },
): Promise<Result<Found, Refusal>> {
  const { tx, scope, now } = work;
  const { state } = await everything(tx, work);
  const control = state.controls.find((each) => each.code === draft.control);
  if (draft.control !== undefined && !control)
    return err({ code: 'control.not_found', detail: `There is no control ${draft.control} in the set.` });
  const task: TypedTask = {
    id: `T-${await nextNumber(tx, scope, 'task')}`,
    title: draft.title,
    control: draft.control,
    owner: draft.owner ?? control?.ownerRole ?? 'founder',
    due: draft.due,
    by: scope.principal.name,
    addedAt: now,
    done: undefined,
  };
  await insertTyped(tx, scope, task);
  await tell(work, 'task.added', task.id, {
    title: task.title,
    control: task.control ?? null,
    owner: task.owner,
    due: task.due ?? null,
  });
  return findTask(work, task.id);
}

/** Closes a typed task by hand; what the state of data asks for is not closed by saying so. */
export async function closeTask(work: Work, id: string, because: string): Promise<Result<Found, Refusal>> {
  const found = await findTask(work, id);
  if (!found.ok) return found;
  const { open } = found.value;
  if (!open) return err(DONE);
  if (open.kind !== 'typed') return err({ code: 'task.closes_by_data', detail: open.closes });
  await setDone(work.tx, work.scope, id, { because, by: work.scope.principal.name, at: work.now });
  await tell(work, 'task.done', id, { because });
  return findTask(work, id);
}

/** Takes back that a typed task was closed by hand. */
export async function reopenTask(work: Work, id: string): Promise<Result<Found, Refusal>> {
  const found = await findTask(work, id);
  if (!found.ok) return found;
  const { closed } = found.value;
  if (!closed) return found;
  if (closed.closing.by === 'evidence')
    return err({
      code: 'task.closes_by_data',
      detail: `${closed.closing.evidence} closed it; it opens again when that is withdrawn or rejected.`,
    });
  await setDone(work.tx, work.scope, id, undefined);
  await tell(work, 'task.reopened', id, {});
  return findTask(work, id);
}

/** Puts a task out of sight until a day; it comes back by itself. */
export async function snoozeTask(
  work: Work,
  id: string,
  wanted: { readonly until: PlainDate; readonly because: string },
): Promise<Result<Found, Refusal>> {
  const found = await findOpen(work, id);
  if (!found.ok) return found;
  const { today } = found.value.all.state;
  if (wanted.until <= today || wanted.until > addDays(today, LONGEST_SNOOZE))
    return err({
      code: 'task.snooze_passed',
      detail: `It is ${today}; name a later day, ${addDays(today, LONGEST_SNOOZE)} at the latest.`,
    });
  return mark(work, found.value, { snoozed: { ...wanted, by: work.scope.principal.name } }, 'task.snoozed');
}

/** Brings a snoozed task back. */
export async function wakeTask(work: Work, id: string): Promise<Result<Found, Refusal>> {
  const found = await findOpen(work, id);
  if (!found.ok) return found;
  const { snoozed } = markOf(found.value);
  return snoozed === undefined ? found : mark(work, found.value, { snoozed: undefined }, 'task.woken');
}

/** Hands a task to another owner role. */
export async function handTask(work: Work, id: string, owner: OwnerRole): Promise<Result<Found, Refusal>> {
  const found = await findOpen(work, id);
  return found.ok ? mark(work, found.value, { handedTo: owner }, 'task.handed') : found;
}

const DONE: Refusal = {
  code: 'task.done',
  detail: 'The task is done; reopen it first, if it was closed by hand.',
};

async function findOpen(work: Work, id: string): Promise<Result<Found & { readonly open: Task }, Refusal>> {
  const found = await findTask(work, id);
  if (!found.ok) return found;
  const { open } = found.value;
  return open ? ok({ ...found.value, open }) : err(DONE);
}

function markOf({ all, open }: Found): TaskMark {
  return (open && all.marks.get(open.id)) ?? {};
}

async function mark(
  work: Work,
  found: Found & { readonly open: Task },
  change: { readonly snoozed?: TaskMark['snoozed'] | undefined; readonly handedTo?: OwnerRole },
  kind: string,
): Promise<Result<Found, Refusal>> {
  const { snoozed, handedTo } = { ...markOf(found), ...change };
  const { id } = found.open;
  const next: TaskMark = { ...(snoozed ? { snoozed } : {}), ...(handedTo ? { handedTo } : {}) };
  await putMark(work.tx, work.scope, id, next);
  await tell(work, kind, id, {
    until: next.snoozed?.until ?? null,
    because: next.snoozed?.because ?? null,
    owner: next.handedTo ?? null,
  });
  return findTask(work, id);
}

async function tell(
  work: Work,
  kind: string,
  task: string,
  said: Readonly<Record<string, string | null>>,
): Promise<void> {
  await record(work.tx, work.scope, {
    kind,
    subject: task,
    at: work.now,
    payload: { task, ...said, by: work.scope.principal.name },
  });
}
