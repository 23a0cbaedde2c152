// A proof made with core's own tree is found good; every kind of tampering is found.
import {
  appendLeaves,
  inclusionProof,
  leafBytes,
  leafHash,
  toBase64,
  toHex,
  consistencyProof,
} from '@assay/core';
import { sha256 } from '@noble/hashes/sha2.js';
import { expect, it } from 'vitest';
import {
  checkBytes,
  checkCommitment,
  checkEntries,
  checkGrowth,
  checkSignature,
  type ProofGiven,
} from './verify.ts';

const leaves = Array.from({ length: 7 }, (_, i) => `{"kind":"evidence.recorded","seq":${i}}`);
const hashes = leaves.map((leaf) => leafHash(leafBytes(leaf), sha256));
const tree = (size: number) =>
  appendLeaves({ size: 0, read: () => undefined }, hashes.slice(0, size), sha256);
const source = {
  sha256,
  read: (id: { level: number; index: number }) =>
    tree(7).changed.find((tile) => tile.level === id.level && tile.index === id.index)?.hashes,
};
const head = (size: number): string => `assay.test/org\n${size}\n${toBase64(tree(size).root)}\n`;

async function given(): Promise<ProofGiven> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no pair of keys');
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const body = head(7);
  const signature = new Uint8Array(
    await crypto.subtle.sign({ name: 'Ed25519' }, pair.privateKey, new TextEncoder().encode(body)),
  );
  return {
    checkpoint: `${body}\n\u2014 assay.test/org ${toBase64(Uint8Array.of(1, 2, 3, 4, ...signature))}\n`,
    public_key: `assay.test/org+01020304+${toBase64(Uint8Array.of(1, ...raw))}`,
    entries: [{ index: 3, leaf: leaves[3] ?? '', proof: inclusionProof(3, 7, source).map(toHex) }],
  };
}

it('finds a good proof good', async () => {
  const proof = await given();
  expect(checkEntries(proof).map(({ state }) => state)).toEqual(['checked']);
  expect((await checkSignature(proof)).state).toBe('checked');
});

it('finds another leaf, another place, a missing hash and another root', async () => {
  const proof = await given();
  const [entry] = proof.entries;
  if (!entry) throw new Error('no entry');
  const tampered: readonly ProofGiven[] = [
    { ...proof, entries: [{ ...entry, leaf: leaves[2] ?? '' }] },
    { ...proof, entries: [{ ...entry, index: 2 }] },
    { ...proof, entries: [{ ...entry, proof: entry.proof.slice(1) }] },
    { ...proof, entries: [{ ...entry, proof: ['zz', ...entry.proof.slice(1)] }] },
    { ...proof, checkpoint: proof.checkpoint.replace(head(7), head(6)) },
    { ...proof, checkpoint: 'no head' },
  ];
  for (const each of tampered) expect(checkEntries(each).map(({ state }) => state)).toEqual(['wrong']);
});

it('finds a head that was changed after it was signed', async () => {
  const proof = await given();
  const forged = { ...proof, checkpoint: proof.checkpoint.replace('\n7\n', '\n6\n') };
  expect((await checkSignature(forged)).state).toBe('wrong');
});

it('says that a commitment without its salt is unchecked, and checks it with one', async () => {
  const proof = await given();
  const file = sha256(new TextEncoder().encode('file'));
  expect(checkCommitment(proof, toHex(file)).state).toBe('unchecked');
  const salt = new Uint8Array(32).fill(7);
  const commit = toHex(sha256(Uint8Array.of(...salt, ...file)));
  const salted = {
    ...proof,
    entries: [{ index: 0, proof: [], leaf: `{"blob_commit":"${commit}"}`, salt: toHex(salt) }],
  };
  expect(checkCommitment(salted, toHex(file)).state).toBe('checked');
  expect(checkCommitment(salted, 'ff'.repeat(32)).state).toBe('wrong');
});

it('follows a kept head to the present one, and finds one that was rewritten', () => {
  const proof = consistencyProof(4, 7, source).map(toHex);
  const signed = (size: number): string => `${head(size)}\n\u2014 x y\n`;
  expect(checkGrowth(signed(4), signed(7), proof).state).toBe('checked');
  expect(checkGrowth(signed(3), signed(7), proof).state).toBe('wrong');
});

it('compares the bytes with what was recorded', async () => {
  const bytes = new TextEncoder().encode('file');
  expect((await checkBytes(bytes, toHex(sha256(bytes)))).state).toBe('checked');
  expect((await checkBytes(bytes, 'ff'.repeat(32))).state).toBe('wrong');
});
