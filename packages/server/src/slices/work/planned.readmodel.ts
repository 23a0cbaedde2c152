// By when somebody planned something for a control: the earliest day of the open tasks that were typed in for it.
import { closingOf, type ControlCode, type EvidenceFact, type PlainDate } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { listTyped } from './tasks.repository.ts';

export async function plannedDays(
  tx: Tx,
  scope: OrgScope,
  facts: readonly EvidenceFact[],
): Promise<ReadonlyMap<ControlCode, PlainDate>> {
  const days = new Map<ControlCode, PlainDate>();
  for (const task of await listTyped(tx, scope)) {
    const { control, due } = task;
    if (control === undefined || due === undefined || closingOf(task, facts)) continue;
    const earliest = days.get(control);
    if (earliest === undefined || due < earliest) days.set(control, due);
  }
  return days;
}
