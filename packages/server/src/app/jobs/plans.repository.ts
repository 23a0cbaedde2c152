// How far each job of an organisation is planned.
import type { Id, Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';

/**
 * Holds the plan of a job and moves it on: `queue` is told how far it goes and answers how far it goes now. When
 * another server holds it, nothing is done: that one plans.
 */
export async function planJob(
  tx: Tx,
  plan: {
    readonly org: Id<'organisation'>;
    readonly job: string;
    readonly now: Instant;
    /** Where a job begins that was never planned. */
    readonly begin: Instant;
  },
  queue: (since: Instant) => Promise<Instant | undefined>,
): Promise<void> {
  const { org, job } = plan;
  const held = await tx
    .selectFrom('job_plans')
    .select('planned_until')
    .where('org_id', '=', org)
    .where('job', '=', job)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (held) {
    const until = await queue(held.planned_until);
    if (until === undefined) return;
    await tx
      .updateTable('job_plans')
      .set({ planned_until: until })
      .where('org_id', '=', org)
      .where('job', '=', job)
      .execute();
    return;
  }
  // Never planned, or held by another: only the first can write the row.
  const fresh = await tx
    .insertInto('job_plans')
    .values({ org_id: org, job, planned_until: plan.begin })
    .onConflict((on) => on.doNothing())
    .returning('job')
    .executeTakeFirst();
  if (!fresh) return;
  const until = await queue(plan.begin);
  if (until === undefined) return;
  await tx
    .updateTable('job_plans')
    .set({ planned_until: until })
    .where('org_id', '=', org)
    .where('job', '=', job)
    .execute();
}
