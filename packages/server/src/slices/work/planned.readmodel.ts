// By when somebody planned something for a control: the earliest day of the tasks that were typed in for it and open,
// as it was known at an instant.
import { closingOf, type ControlCode, type EvidenceFact, type Instant, type PlainDate } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { listTyped } from './tasks.repository.ts';

export async function plannedDays(
  tx: Tx,
  scope: OrgScope,
  { facts, at }: { readonly facts: readonly EvidenceFact[]; readonly at?: Instant | undefined },
): Promise<ReadonlyMap<ControlCode, PlainDate>> {
  const days = new Map<ControlCode, PlainDate>();
  for (const typed of await listTyped(tx, scope)) {
    if (at !== undefined && typed.addedAt > at) continue;
    const task = at !== undefined && typed.done && typed.done.at > at ? { ...typed, done: undefined } : typed;
    const { control, due } = task;
    if (control === undefined || due === undefined || closingOf(task, facts)) continue;
    const earliest = days.get(control);
    if (earliest === undefined || due < earliest) days.set(control, due);
  }
  return days;
}
