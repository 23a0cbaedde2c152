// Every effect has its entry and its row of the trail in the same transaction: no row, no effect.
import { bareSecret, canonicalText, leafText, trailText, type LedgerRecord } from '@assay/core';
import { random, sha256 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { append, type Entry } from './append.repository.ts';
import { trailOf } from './trailRow.ts';

/** Writes one entry; returns its place in the ledger. */
export async function record(tx: Tx, scope: OrgScope, one: LedgerRecord): Promise<number> {
  return recordAll(tx, scope, [one]);
}

/** Writes entries in order; returns the place of the first. */
export async function recordAll(tx: Tx, scope: OrgScope, records: readonly LedgerRecord[]): Promise<number> {
  return append(tx, scope, (first) => records.map((each, i) => seal(scope, each, first + i)));
}

function seal(scope: OrgScope, one: LedgerRecord, seq: number): Entry {
  const bare = bareSecret(one.payload);
  if (bare !== undefined) throw new Error(`a ledger entry of kind ${one.kind} would tell the secret ${bare}`);
  const salt = random(32);
  const trail = trailOf(scope);
  const leaf = leafText(one, { org: scope.org, seq, salt, trail: trailText(trail) }, sha256);
  const payload = canonicalText(one.payload);
  if (!leaf.ok || !payload.ok)
    throw new Error(`a ledger entry of kind ${one.kind} cannot be written canonically`);
  return { seq, leaf: leaf.value, salt, trail, record: { ...one, payloadText: payload.value } };
}
