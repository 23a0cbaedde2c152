// The worst adversary: owns database and signing key, rewrites the past and signs it. Against an auditor who kept one
// old checkpoint, and who looks at nothing but a bundle made afterwards, none of it may pass.
import {
  appendLeaves,
  bundleFaults,
  consistencyProof,
  inclusionProof,
  leafBytes,
  leafHash,
  leafText,
  parseInstant,
  signCheckpoint,
  toHex,
  verifierKey,
  type Bundle,
  type BundleFinding,
  type ReadTile,
} from '@assay/core';
import { newSigningKey, random, sha256, verifyEd25519 } from '../../../../platform/crypto.ts';
import type { Pick } from './flips.ts';

export const TAMPERINGS = ['update', 'delete', 'reorder', 'truncate', 'fork', 'roll back'] as const;
export type Tampering = (typeof TAMPERINGS)[number];

const ORG = 'org_tampering';
const ORIGIN = `assay.local/${ORG}`;
const { key } = newSigningKey();
const AT = parseInstant('2026-06-01T09:00:00Z');

/** One history: what was recorded, in order. */
type History = readonly string[];

/** Rewrites a random history in one way and gives what the auditor's verifier says; nothing said is a failure. */
export function tamperOnce(how: Tampering, pick: Pick): readonly BundleFinding[] {
  const keptSize = 2 + pick(300);
  const history = acts(keptSize + pick(100), 'act');
  const kept = sealed(history.slice(0, keptSize)).checkpoint;
  const forged = rewritten(how, { history, keptSize }, pick);
  const shown = sealed(forged);
  const since = Math.min(keptSize, forged.length);
  return bundleFaults(
    shown.bundle(pick(forged.length), since),
    { checkpoint: kept },
    { sha256, verify: verifyEd25519 },
  );
}

/** An honest history gives no finding: the other half of every claim above. */
export function honestOnce(pick: Pick): readonly BundleFinding[] {
  const keptSize = 1 + pick(300);
  const history = acts(keptSize + pick(100), 'act');
  const salts = history.map(() => random(32));
  const kept = sealed(history.slice(0, keptSize), salts).checkpoint;
  const bundle = sealed(history, salts).bundle(pick(history.length), keptSize);
  return bundleFaults(bundle, { checkpoint: kept }, { sha256, verify: verifyEd25519 });
}

function rewritten(
  how: Tampering,
  at: { readonly history: History; readonly keptSize: number },
  pick: Pick,
): History {
  const { history, keptSize } = at;
  const place = pick(keptSize - 1);
  switch (how) {
    case 'update':
      return history.with(place, 'another act');
    case 'delete':
      return history.toSpliced(place, 1);
    case 'reorder':
      return history.with(place, history[place + 1] ?? '').with(place + 1, history[place] ?? '');
    case 'truncate':
      return history.slice(0, 1 + place);
    case 'fork':
      return [...history.slice(0, place), ...acts(history.length - place, 'other')];
    case 'roll back':
      // An older copy of the store that went on living.
      return [...history.slice(0, place), ...acts(1 + pick(400), 'later')];
    default:
      return how satisfies never;
  }
}

function acts(count: number, name: string): History {
  return Array.from({ length: count }, (_, i) => `${name} ${i}`);
}

/** A ledger over a history; rewriting it means new salts, since a leaf cannot be kept and changed. */
function sealed(history: History, salts: readonly Uint8Array[] = history.map((_, i) => saltOf(i))) {
  if (!AT) throw new Error('no instant');
  const at = AT;
  const leaves = history.map((title, seq) => {
    const seal = { org: ORG, seq, salt: salts[seq] ?? random(32) };
    const leaf = leafText({ kind: 'act', subject: `s-${seq}`, at, payload: { title } }, seal, sha256);
    return leaf.ok ? leaf.value : '';
  });
  const hashes = leaves.map((leaf) => leafHash(leafBytes(leaf), sha256));
  const grown = appendLeaves({ size: 0, read: () => undefined }, hashes, sha256);
  const tiles = new Map(grown.changed.map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
  const read: ReadTile = (id) => tiles.get(`${id.level}/${id.index}`);
  const size = history.length;
  const checkpoint = signCheckpoint({ origin: ORIGIN, size, root: grown.root }, key, sha256);
  return {
    checkpoint,
    bundle: (index: number, from: number): Bundle => ({
      format: 'assay-bundle-1',
      public_key: verifierKey({ name: ORIGIN, publicKey: key.publicKey }, sha256),
      checkpoint,
      entries: [
        {
          index,
          leaf: leaves[index] ?? '',
          salt: toHex(salts[index] ?? random(32)),
          payload: JSON.stringify({ title: history[index] }),
          artefact: null,
          proof: inclusionProof(index, size, { read, sha256 }).map(toHex),
        },
      ],
      consistency: { from, proof: consistencyProof(from, size, { read, sha256 }).map(toHex) },
    }),
  };
}

/** The same salt for the same place: nothing but the rewriting itself may differ between two histories. */
function saltOf(place: number): Uint8Array {
  return sha256(Buffer.from(`salt ${place}`));
}
