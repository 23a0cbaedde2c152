// The vectors of the ledger, run: whoever writes another verifier runs the same files.
import { createPublicKey, hash, verify as verifyBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { casesIn, type Fields } from '../../kernel/testing/fields.ts';
import {
  appendLeaves,
  BUNDLE_FAULTS,
  bundleFaults,
  canonicalText,
  entryFaults,
  fromHex,
  leafBytes,
  leafHash,
  parseVerifierKey,
  toHex,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
  type Bundle,
  type Tile,
} from './index.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const ports = { sha256, verify };

function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verifyBytes(null, message, key, signature);
  } catch {
    return false;
  }
}

function cases(file: string): readonly (readonly [string, Fields])[] {
  const url = new URL(`../../../../../vectors/ledger/${file}`, import.meta.url);
  return casesIn(readFileSync(url, 'utf8')).map((each) => [each.text('title'), each]);
}

const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array(0);
const counted = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => leafHash(leafBytes(String(i)), sha256));

function grow(leaves: readonly Uint8Array[]): { readonly root: Uint8Array; readonly tiles: readonly Tile[] } {
  const tiles = new Map<string, Tile>();
  const read = (id: { readonly level: number; readonly index: number }): Uint8Array | undefined =>
    tiles.get(`${id.level}/${id.index}`)?.hashes;
  const keep = (changed: readonly Tile[]): void =>
    changed.forEach((tile) => tiles.set(`${tile.level}/${tile.index}`, tile));
  // Three appends, so that partial tiles are continued.
  let { size, root } = appendLeaves({ size: 0, read }, [], sha256);
  for (const end of [Math.floor(leaves.length / 3), Math.floor(leaves.length / 2), leaves.length]) {
    const grown = appendLeaves({ size, read }, leaves.slice(size, end), sha256);
    keep(grown.changed);
    ({ size, root } = grown);
  }
  return { root, tiles: [...tiles.values()].toSorted((a, b) => a.level - b.level || a.index - b.index) };
}

describe('roots and tiles', () => {
  test.each(cases('roots.json'))('%s', (_title, given) => {
    const leaves = given.has('count')
      ? counted(given.number('count'))
      : given.texts('data').map((data) => leafHash(bytes(data), sha256));
    expect(toHex(grow(leaves).root)).toBe(given.text('expect'));
  });

  test.each(cases('tiles.json'))('%s', (_title, given) => {
    const { tiles } = grow(counted(given.number('size')));
    const told = tiles.map(({ level, index, hashes }) => ({
      level,
      index,
      width: hashes.length / 32,
      sha256: toHex(sha256(hashes)),
    }));
    expect(told).toHaveLength(given.number('count'));
    expect(told).toEqual(expect.arrayContaining([...given.list('expect')].map((each) => tileOf(each))));
  });
});

describe('proofs', () => {
  test.each(cases('inclusion.json'))('inclusion: %s', (_title, given) => {
    const claim = {
      index: given.number('index'),
      size: given.number('size'),
      leaf: bytes(given.text('leaf_hash')),
      root: bytes(given.text('root')),
      proof: given.texts('proof').map(bytes),
    };
    expect(verifyInclusion(claim, sha256)).toBe(given.value('expect'));
  });

  test.each(cases('consistency.json'))('consistency: %s', (_title, given) => {
    const claim = {
      from: given.number('from'),
      to: given.number('to'),
      oldRoot: bytes(given.text('old_root')),
      newRoot: bytes(given.text('new_root')),
      proof: given.texts('proof').map(bytes),
    };
    expect(verifyConsistency(claim, sha256)).toBe(given.value('expect'));
  });
});

describe('canonical JSON and entries', () => {
  test.each(cases('canonical.json'))('%s', (_title, given) => {
    const value = given.has('bits') ? doubleOf(given.text('bits')) : JSON.parse(given.text('json'));
    const text = canonicalText(value);
    expect(text.ok ? text.value : null).toBe(given.value('expect'));
  });

  test.each(cases('entries.json'))('%s', (_title, given) => {
    const entry = given.object('entry');
    const disclosed = {
      index: entry.number('index'),
      leaf: entry.text('leaf'),
      salt: entry.maybe('salt') ?? null,
      payload: entry.maybe('payload') ?? null,
      artefact: entry.maybe('artefact') ?? null,
      trail: entry.maybe('trail') ?? null,
    };
    expect(entryFaults(disclosed, given.text('org'), sha256)).toEqual(given.value('expect'));
    if (given.has('leaf_hash'))
      expect(toHex(leafHash(leafBytes(disclosed.leaf), sha256))).toBe(given.text('leaf_hash'));
  });
});

describe('signatures, checkpoints, bundles', () => {
  test.each(cases('signatures.json'))('%s', (_title, given) => {
    const [key, message, signature] = ['key', 'message', 'signature'].map((name) => bytes(given.text(name)));
    expect(key && message && signature && verify(key, message, signature)).toBe(given.value('expect'));
  });

  test.each(cases('checkpoints.json'))('%s', (_title, given) => {
    const key = parseVerifierKey(given.text('key'), sha256);
    const head = key && verifyCheckpoint(given.text('note'), key.publicKey, ports);
    const told = !head
      ? 'key.malformed'
      : !head.ok
        ? head.error.code
        : head.value.origin === key.name
          ? { ...head.value, root: toHex(head.value.root) }
          : 'checkpoint.signature';
    expect(told).toEqual(given.value('expect'));
  });

  test.each(cases('bundles.json'))('%s', (_title, given) => {
    const held = given.object('held');
    const found = bundleFaults(
      bundleOf(given.object('bundle')),
      {
        key: held.maybe('key'),
        checkpoint: held.maybe('checkpoint'),
        files: held.list('files').map((each) => ({ name: each.text('name'), sha256: each.text('sha256') })),
      },
      ports,
    );
    expect(found.map(({ item, fault }) => [item, fault])).toEqual(given.value('expect'));
  });

  test('every fault that a bundle can have has a case', () => {
    const told = cases('bundles.json').flatMap(([, given]) => JSON.stringify(given.value('expect')));
    const seen = [
      ...told,
      ...cases('entries.json').map(([, given]) => JSON.stringify(given.value('expect'))),
    ].join();
    expect(BUNDLE_FAULTS.filter((fault) => !seen.includes(`"${fault}"`))).toEqual([]);
  });
});

function tileOf(given: Fields): object {
  return {
    level: given.number('level'),
    index: given.number('index'),
    width: given.number('width'),
    sha256: given.text('sha256'),
  };
}

function bundleOf(given: Fields): Bundle {
  const grown = given.value('consistency') === null ? undefined : given.object('consistency');
  return {
    format: 'assay-bundle-1',
    public_key: given.text('public_key'),
    checkpoint: given.text('checkpoint'),
    entries: given.list('entries').map((entry) => ({
      index: entry.number('index'),
      leaf: entry.text('leaf'),
      salt: entry.maybe('salt') ?? null,
      payload: entry.maybe('payload') ?? null,
      artefact: entry.maybe('artefact') ?? null,
      proof: entry.texts('proof'),
    })),
    consistency: grown ? { from: grown.number('from'), proof: grown.texts('proof') } : null,
  };
}

function doubleOf(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE(0);
}
