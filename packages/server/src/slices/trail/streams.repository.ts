// How far each place that the trail is streamed to has come.
import type { Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

/** The last entry that a target was handed; -1 before the first. */
export async function streamedTo(tx: Tx, scope: OrgScope, target: string): Promise<number> {
  const row = await tx
    .selectFrom('trail_streams')
    .select('seq')
    .where('org_id', '=', scope.org)
    .where('target', '=', target)
    .executeTakeFirst();
  return row?.seq ?? -1;
}

export async function noteStreamed(
  tx: Tx,
  scope: OrgScope,
  done: { readonly target: string; readonly seq: number; readonly at: Instant },
): Promise<void> {
  const { target, seq, at } = done;
  await tx
    .insertInto('trail_streams')
    .values({ org_id: scope.org, target, seq, at })
    .onConflict((on) => on.columns(['org_id', 'target']).doUpdateSet({ seq, at }))
    .execute();
}
