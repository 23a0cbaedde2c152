// Outages that were noticed, each once.
import type { Instant } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** Notes an outage; false when it was noticed before. */
export async function noteOutage(
  tx: Tx,
  scope: OrgScope,
  outage: { readonly collector: string; readonly from: Instant; readonly now: Instant },
): Promise<boolean> {
  const fresh = await tx
    .insertInto('collector_notices')
    .values({
      org_id: scope.org,
      collector: outage.collector,
      outage_from: outage.from,
      noticed_at: outage.now,
    })
    .onConflict((on) => on.doNothing())
    .returning('collector')
    .executeTakeFirst();
  return fresh !== undefined;
}
