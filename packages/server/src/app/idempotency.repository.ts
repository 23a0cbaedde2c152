// Answers of POSTs, kept for 24 hours by the caller's key in the transaction of what they answer for.
import { instantOfMillis, millisOfInstant, type Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../platform/postgres/database.ts';

/** Whose key it is: an organisation's, or a person's where the call belongs to no organisation. */
export interface Shelf {
  readonly table: 'idempotency' | 'principal_answers';
  readonly owner: 'org_id' | 'principal_id';
  readonly id: string;
}

export interface KeptAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

const KEPT_MS = 24 * 3_600_000;
/** Old answers that one call clears away. */
const SWEPT = 20;
/** Longest wait for a call that holds the same key, in milliseconds. */
const KEY_WAIT_MS = 15_000;

/**
 * Takes a key for this transaction. Whoever holds it in another one is waited for: when that commits, its
 * answer is found; when it rolls back, the key is ours. `undefined`: ours, and to be answered.
 */
export async function claim(
  tx: Tx,
  shelf: Shelf,
  call: { readonly key: string; readonly requestHash: string; readonly now: Instant },
): Promise<KeptAnswer | undefined> {
  const table = sql.table(shelf.table);
  const owner = sql.ref(shelf.owner);
  const old = instantOfMillis(millisOfInstant(call.now) - KEPT_MS);
  await sql`select set_config('lock_timeout', ${String(KEY_WAIT_MS)}, true)`.execute(tx);
  const taken = await sql`
    with swept as (delete from ${table} where ${owner} = ${shelf.id} and key in (
      select key from ${table} where ${owner} = ${shelf.id} and created_at <= ${old} and key <> ${call.key} order by created_at limit ${SWEPT} for update skip locked))
    insert into ${table} as held (${owner}, key, request_hash, status, body, etag, created_at)
    values (${shelf.id}, ${call.key}, ${call.requestHash}, 0, '', null, ${call.now})
    on conflict (${owner}, key) do update set request_hash = excluded.request_hash, status = 0, body = '', etag = null, created_at = excluded.created_at
    where held.created_at <= ${old}
    returning key`.execute(tx);
  if (taken.rows.length > 0) return undefined;
  const found = await sql<{ request_hash: string; status: number; body: string; etag: string | null }>`
    select request_hash, status, body, etag from ${table} where ${owner} = ${shelf.id} and key = ${call.key}`.execute(
    tx,
  );
  const [row] = found.rows;
  return row && { requestHash: row.request_hash, status: row.status, body: row.body, etag: row.etag };
}

/** Writes the answer under the key that this transaction holds. */
export async function keep(
  tx: Tx,
  shelf: Shelf,
  answer: Omit<KeptAnswer, 'requestHash'> & { readonly key: string },
): Promise<void> {
  await sql`
    update ${sql.table(shelf.table)} set status = ${answer.status}, body = ${answer.body}, etag = ${answer.etag}
    where ${sql.ref(shelf.owner)} = ${shelf.id} and key = ${answer.key}`.execute(tx);
}
