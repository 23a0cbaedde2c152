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

export interface KeyedCall {
  readonly key: string;
  readonly requestHash: string;
}

/**
 * Takes keys for this transaction, in order of the keys so that no two calls wait for each other. Whoever
 * holds one in another transaction is waited for: when that commits, its answer is found; when it rolls
 * back, the key is ours. Answers those that were answered before, by key.
 */
export async function claimAll(
  tx: Tx,
  shelf: Shelf,
  asked: { readonly calls: readonly KeyedCall[]; readonly now: Instant },
): Promise<ReadonlyMap<string, KeptAnswer>> {
  const table = sql.table(shelf.table);
  const owner = sql.ref(shelf.owner);
  const old = instantOfMillis(millisOfInstant(asked.now) - KEPT_MS);
  const keys = asked.calls.map((call) => call.key);
  await sql`select set_config('lock_timeout', ${String(KEY_WAIT_MS)}, true)`.execute(tx);
  const taken = await sql<{ key: string }>`
    with swept as (delete from ${table} where ${owner} = ${shelf.id} and key in (
      select key from ${table} where ${owner} = ${shelf.id} and created_at <= ${old} and key <> all (${keys}::text[]) order by created_at limit ${SWEPT} for update skip locked))
    insert into ${table} as held (${owner}, key, request_hash, status, body, etag, created_at)
    select ${shelf.id}, k, h, 0, '', null, ${asked.now}::timestamptz
    from unnest(${keys}::text[], ${asked.calls.map((call) => call.requestHash)}::text[]) as asked(k, h) order by k
    on conflict (${owner}, key) do update set request_hash = excluded.request_hash, status = 0, body = '', etag = null, created_at = excluded.created_at
    where held.created_at <= ${old}
    returning key`.execute(tx);
  const ours = new Set(taken.rows.map((row) => row.key));
  const others = keys.filter((key) => !ours.has(key));
  if (others.length === 0) return new Map();
  const found = await sql<{
    key: string;
    request_hash: string;
    status: number;
    body: string;
    etag: string | null;
  }>`
    select key, request_hash, status, body, etag from ${table} where ${owner} = ${shelf.id} and key = any (${others}::text[])`.execute(
    tx,
  );
  return new Map(
    found.rows.map((row) => [
      row.key,
      { requestHash: row.request_hash, status: row.status, body: row.body, etag: row.etag },
    ]),
  );
}

/** Gives back keys that this transaction took and did not answer: what was refused may be tried again. */
export async function release(tx: Tx, shelf: Shelf, keys: readonly string[]): Promise<void> {
  await sql`delete from ${sql.table(shelf.table)} where ${sql.ref(shelf.owner)} = ${shelf.id} and key = any (${[...keys]}::text[]) and status = 0`.execute(
    tx,
  );
}

/** Writes answers under the keys that this transaction holds. */
export async function keepAll(
  tx: Tx,
  shelf: Shelf,
  answers: readonly (Omit<KeptAnswer, 'requestHash'> & { readonly key: string })[],
): Promise<void> {
  await sql`
    update ${sql.table(shelf.table)} as held set status = a.status, body = a.body, etag = a.etag
    from unnest(${answers.map((each) => each.key)}::text[], ${answers.map((each) => each.status)}::int[], ${answers.map((each) => each.body)}::text[], ${answers.map((each) => each.etag)}::text[]) as a(key, status, body, etag)
    where held.${sql.ref(shelf.owner)} = ${shelf.id} and held.key = a.key`.execute(tx);
}
