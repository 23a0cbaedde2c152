// Proofs to take away: a bundle that convinces somebody who has no access here, and growth between two sizes.
import {
  BUNDLE_FORMAT,
  bundleFaults,
  consistencyProof,
  err,
  inclusionProof,
  ok,
  tilesForConsistency,
  tilesForInclusion,
  toHex,
  type Bundle,
  type Result,
  type TileId,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { sha256, verifyEd25519 } from '../../../platform/crypto.ts';
import { headToProve, publicKeyOf, type LedgerWork } from './checkpoint.usecases.ts';
import { readHead, readTiles } from './append.repository.ts';
import { listEntries } from './ledger.repository.ts';

/** More entries than any record has; a bundle of more would be an export. */
const MOST_ENTRIES = 500;

export interface Wanted {
  readonly subject?: string | undefined;
  readonly index?: number | undefined;
  /** Size of a checkpoint that somebody kept. */
  readonly since?: number | undefined;
}

/** A bundle that proves entries against the signed head, offline. It is judged before it is given out. */
export async function proveEntries(work: LedgerWork, wanted: Wanted): Promise<Result<Bundle, Refusal>> {
  const head = await headToProve(work);
  if (!head.ok) return head;
  const { size, checkpoint } = head.value;
  const { since } = wanted;
  if (since !== undefined && since > size) return err(neverThat(size));
  const rows = await listEntries(work.tx, work.scope, {
    subject: wanted.subject,
    seq: wanted.index,
    before: size,
    limit: MOST_ENTRIES + 1,
  });
  if (rows.length === 0)
    return err({ code: 'ledger.entry_not_found', detail: 'The ledger has no such entry.' });
  if (rows.length > MOST_ENTRIES)
    return err({
      code: 'request.invalid',
      detail: `More than ${MOST_ENTRIES} entries speak of it. Ask for one by its index, or export everything.`,
    });
  const tiles = new Map<string, TileId>();
  for (const id of [
    ...rows.flatMap((row) => tilesForInclusion(row.seq, size)),
    ...(since === undefined ? [] : tilesForConsistency(since, size)),
  ])
    tiles.set(`${id.level}/${id.index}`, id);
  const source = { read: await readTiles(work.tx, work.scope, [...tiles.values()]), sha256 };
  try {
    return judged({
      format: BUNDLE_FORMAT,
      public_key: publicKeyOf(work),
      checkpoint,
      entries: rows.toReversed().map((row) => ({
        index: row.seq,
        leaf: row.leaf,
        salt: toHex(row.salt),
        payload: row.payload,
        artefact: row.artefact,
        proof: inclusionProof(row.seq, size, source).map(toHex),
      })),
      consistency:
        since === undefined ? null : { from: since, proof: consistencyProof(since, size, source).map(toHex) },
    });
  } catch (cause) {
    // Only a tile that is gone or short throws.
    return err(notProved(cause instanceof Error ? cause.message : String(cause)));
  }
}

function judged(bundle: Bundle): Result<Bundle, Refusal> {
  const [fault] = bundleFaults(bundle, {}, { sha256, verify: verifyEd25519 });
  return fault ? err(notProved(`${fault.item} has the fault ${fault.fault}`)) : ok(bundle);
}

function notProved(why: string): Refusal {
  return {
    code: 'ledger.inconsistent',
    detail: `Not proved: ${why}. Run assay verify and restore from a backup.`,
  };
}

/** Proof that the first `from` entries of the tree of `to` entries are those of the tree of `from`. */
export async function proveGrowth(
  work: LedgerWork,
  from: number,
  to: number,
): Promise<Result<readonly string[], Refusal>> {
  const head = await readHead(work.tx, work.scope, false);
  if (from > to || to > head.size) return err(neverThat(head.size));
  const read = await readTiles(work.tx, work.scope, tilesForConsistency(from, to));
  return ok(consistencyProof(from, to, { read, sha256 }).map(toHex));
}

function neverThat(size: number): Refusal {
  return {
    code: 'ledger.size_unknown',
    detail: `The ledger has ${size} entries; ask for sizes from 0 to ${size}, the smaller first. If you hold a checkpoint of more, entries were taken away.`,
  };
}
