// Calendar feeds: who made which; of the secret in an address only its hash is kept.
import type { Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

export interface Feed {
  readonly id: string;
  readonly of: 'person' | 'organisation';
  readonly tokenHash: string;
  readonly madeBy: string;
  readonly createdAt: Instant;
}

/** The feeds of whoever holds the scope, newest first. */
export async function listFeeds(tx: Tx, scope: OrgScope): Promise<readonly Feed[]> {
  const rows = await tx
    .selectFrom('calendar_feeds')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('principal_id', '=', scope.principal.id)
    .orderBy('feed_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.feed_id,
    of: row.of === 'organisation' ? 'organisation' : 'person',
    tokenHash: row.token_hash,
    madeBy: row.made_by,
    createdAt: row.created_at,
  }));
}

export async function insertFeed(tx: Tx, scope: OrgScope, feed: Feed): Promise<void> {
  await tx
    .insertInto('calendar_feeds')
    .values({
      org_id: scope.org,
      feed_id: feed.id,
      principal_id: scope.principal.id,
      of: feed.of,
      token_hash: feed.tokenHash,
      made_by: feed.madeBy,
      created_at: feed.createdAt,
    })
    .execute();
}

/** Ends a feed of whoever holds the scope; false when it is not there. */
export async function dropFeed(tx: Tx, scope: OrgScope, id: string): Promise<boolean> {
  const done = await tx
    .deleteFrom('calendar_feeds')
    .where('org_id', '=', scope.org)
    .where('principal_id', '=', scope.principal.id)
    .where('feed_id', '=', id)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
