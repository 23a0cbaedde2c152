// Reads and writes of tasks that people typed in, and of what they said of any task.
import {
  OWNER_ROLES,
  parsePlainDate,
  type Instant,
  type OwnerRole,
  type TaskMark,
  type TypedTask,
} from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

const instant = z.custom<Instant>((value) => typeof value === 'string');
const doneSchema = z.object({ because: z.string(), by: z.string(), at: instant });
const snoozedSchema = z.object({
  until: z.string().transform((text, context) => {
    const day = parsePlainDate(text);
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'not a day' });
    return z.NEVER;
  }),
  because: z.string(),
  by: z.string(),
});

export async function listTyped(tx: Tx, scope: OrgScope): Promise<readonly TypedTask[]> {
  const rows = await tx
    .selectFrom('tasks')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('added_at')
    .orderBy('task_id')
    .execute();
  return rows.map((row) => ({
    id: row.task_id,
    title: row.title,
    control: row.control ?? undefined,
    owner: roleOf(row.owner),
    due: row.due ?? undefined,
    by: row.added_by,
    addedAt: row.added_at,
    done: row.done === null ? undefined : doneSchema.parse(row.done),
  }));
}

export async function insertTyped(tx: Tx, scope: OrgScope, task: TypedTask): Promise<void> {
  await tx
    .insertInto('tasks')
    .values({
      org_id: scope.org,
      task_id: task.id,
      title: task.title,
      control: task.control ?? null,
      owner: task.owner,
      due: task.due ?? null,
      added_by: task.by,
      added_at: task.addedAt,
      done: null,
    })
    .execute();
}

/** Notes that a typed task was closed by hand, or takes that back. */
export async function setDone(tx: Tx, scope: OrgScope, id: string, done: TypedTask['done']): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({ done: done === undefined ? null : JSON.stringify(done) })
    .where('org_id', '=', scope.org)
    .where('task_id', '=', id)
    .execute();
}

/** What people said of tasks, by task. */
export async function listMarks(tx: Tx, scope: OrgScope): Promise<ReadonlyMap<string, TaskMark>> {
  const rows = await tx.selectFrom('task_marks').selectAll().where('org_id', '=', scope.org).execute();
  return new Map(
    rows.map((row) => [
      row.task_id,
      {
        ...(row.snoozed === null ? {} : { snoozed: snoozedSchema.parse(row.snoozed) }),
        ...(row.handed_to === null ? {} : { handedTo: roleOf(row.handed_to) }),
      },
    ]),
  );
}

/** Writes what is said of a task now. */
export async function putMark(tx: Tx, scope: OrgScope, id: string, mark: TaskMark): Promise<void> {
  const values = {
    snoozed: mark.snoozed === undefined ? null : JSON.stringify(mark.snoozed),
    handed_to: mark.handedTo ?? null,
  };
  await tx
    .insertInto('task_marks')
    .values({ org_id: scope.org, task_id: id, ...values })
    .onConflict((on) => on.columns(['org_id', 'task_id']).doUpdateSet(values))
    .execute();
}

export function roleOf(text: string): OwnerRole {
  return OWNER_ROLES.find((each) => each === text) ?? 'founder';
}
