// Every effect has its entry in the same transaction: no entry, no effect.
import { canonicalText, leafText, type LedgerRecord } from '@assay/core';
import { random, sha256 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { append, type Entry } from './append.repository.ts';

/** Writes one entry; returns its place in the ledger. */
export async function record(tx: Tx, scope: OrgScope, one: LedgerRecord): Promise<number> {
  return recordAll(tx, scope, [one]);
}

/** Writes entries in order; returns the place of the first. */
export async function recordAll(tx: Tx, scope: OrgScope, records: readonly LedgerRecord[]): Promise<number> {
  return append(tx, scope, (first) => records.map((each, i) => seal(scope, each, first + i)));
}

function seal(scope: OrgScope, one: LedgerRecord, seq: number): Entry {
  const salt = random(32);
  const leaf = leafText(one, { org: scope.org, seq, salt }, sha256);
  const payload = canonicalText(one.payload);
  if (!leaf.ok || !payload.ok)
    throw new Error(`a ledger entry of kind ${one.kind} cannot be written canonically`);
  return { seq, leaf: leaf.value, salt, record: { ...one, payloadText: payload.value } };
}
