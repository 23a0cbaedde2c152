// Answers of POSTs, kept for 24 hours by the caller's key, so that a retry changes nothing twice.
import type { Id, Instant } from '@assay/core';
import { instantOfMillis, millisOfInstant } from '@assay/core';
import type { Database } from '../platform/postgres/database.ts';

export interface KeptAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

const KEPT_MS = 24 * 3_600_000;

export function findAnswer(
  db: Database,
  org: Id<'organisation'>,
  wanted: { readonly key: string; readonly now: Instant },
): Promise<KeptAnswer | undefined> {
  return db.inOrganisation(org, async (tx) => {
    const row = await tx
      .selectFrom('idempotency')
      .selectAll()
      .where('org_id', '=', org)
      .where('key', '=', wanted.key)
      .where('created_at', '>', instantOfMillis(millisOfInstant(wanted.now) - KEPT_MS))
      .executeTakeFirst();
    return row && { requestHash: row.request_hash, status: row.status, body: row.body, etag: row.etag };
  });
}

export async function keepAnswer(
  db: Database,
  org: Id<'organisation'>,
  kept: KeptAnswer & { readonly key: string; readonly now: Instant },
): Promise<void> {
  await db.inOrganisation(org, async (tx) => {
    await tx
      .deleteFrom('idempotency')
      .where('org_id', '=', org)
      .where('created_at', '<=', instantOfMillis(millisOfInstant(kept.now) - KEPT_MS))
      .execute();
    await tx
      .insertInto('idempotency')
      .values({
        org_id: org,
        key: kept.key,
        request_hash: kept.requestHash,
        status: kept.status,
        body: kept.body,
        etag: kept.etag,
        created_at: kept.now,
      })
      .onConflict((on) => on.columns(['org_id', 'key']).doNothing())
      .execute();
  });
}
