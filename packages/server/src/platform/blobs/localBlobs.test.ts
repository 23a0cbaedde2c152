// Whatever the pieces in which bytes arrive, they are given back in order, are found by their hash, and lie nowhere plain.
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeId } from '@assay/core';
import { SealBroken } from '@assay/sources';
import { afterAll, describe, expect, it } from 'vitest';
import { environmentRootKeys } from '../sealing/rootKey.ts';
import { Keyring } from '../sealing/keyring.ts';
import { BlobErased, BlobTooLarge } from './blobs.ts';
import { localBlobs } from './localBlobs.ts';

const root = mkdtempSync(join(tmpdir(), 'assay-blobs-'));
const roots = environmentRootKeys({ kind: 'environment', key: '11'.repeat(32) });
const keyring = new Keyring(join(root, 'keys'), roots);
const store = join(root, 'store');
const blobs = localBlobs(store, keyring);
const org = makeId('organisation', 0, new Uint8Array(10));
const other = makeId('organisation', 1, new Uint8Array(10));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function* pieces(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? bytes.length;
    yield await Promise.resolve(bytes.subarray(at, at + length));
    at += length;
  }
}

async function readBack(sha256: string, range?: { readonly from: number; readonly until: number }) {
  const parts: Uint8Array[] = [];
  for await (const part of blobs.read(org, sha256, range)) parts.push(part);
  return Buffer.concat(parts);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const put = async (bytes: Buffer, of = org) =>
  (await blobs.put(of, pieces(bytes, [65_536]), bytes.length)).sha256;

it.each([
  ['one byte short of a buffer', [1_048_575]],
  ['exactly a buffer', [1_048_576]],
  ['larger than several buffers', [3_000_017]],
  ['small and large by turns', [7, 700_001, 65_536, 1]],
])('keeps bytes that come in pieces: %s', async (_, lengths) => {
  const bytes = randomBytes(70_333_333);
  const sha256 = hashOf(bytes);
  const stored = await blobs.put(org, pieces(bytes, lengths), bytes.length);
  expect([stored.sha256, stored.size]).toEqual([sha256, bytes.length]);
  expect((await readBack(sha256)).equals(bytes)).toBe(true);
  expect(Buffer.from(stored.head).equals(bytes.subarray(0, stored.head.length))).toBe(true);
});

it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 1_048_576, 1_048_577])(
  'gives back %i bytes, and any part of them',
  async (size) => {
    const bytes = randomBytes(size);
    const sha256 = await put(bytes);
    expect((await readBack(sha256)).equals(bytes)).toBe(true);
    for (const [from, until] of [
      [0, 1],
      [size - 1, size],
      [65_530, 65_540],
      [Math.floor(size / 3), Math.floor(size / 2)],
      [size, size + 10],
    ] as const)
      expect((await readBack(sha256, { from: Math.max(0, from), until })).toString('hex')).toBe(
        bytes.toString('hex', Math.max(0, from), until),
      );
  },
);

it('keeps nothing of what is longer than allowed, its key neither', async () => {
  const before = await keyring.items(org);
  const bytes = randomBytes(2_000_000);
  await expect(blobs.put(org, pieces(bytes, [65_536]), 1_500_000)).rejects.toThrow(BlobTooLarge);
  expect(readdirSync(join(store, org)).filter((name) => name.startsWith('.incoming'))).toEqual([]);
  expect(await keyring.items(org)).toEqual(before);
});

it('keeps the same bytes once, and names them otherwise in each organisation', async () => {
  const bytes = randomBytes(1000);
  const sha256 = await put(bytes);
  const { path } = blobs.placeOf(org, sha256);
  const items = (await keyring.items(org)).length;
  await put(bytes);
  expect((await keyring.items(org)).length).toBe(items);
  await put(bytes, other);
  expect(path).not.toContain(sha256);
  expect(blobs.placeOf(other, sha256).path.split('/').at(-1)).not.toBe(path.split('/').at(-1));
  expect(readFileSync(path).includes(bytes.subarray(0, 16))).toBe(false);
});

describe('a sealed file', () => {
  const first = Buffer.from('a'.repeat(200_000));
  const second = Buffer.from('b'.repeat(200_000));
  const reading = async (path: string, bytes: Buffer, sha256: string) => {
    const before = readFileSync(path);
    writeFileSync(path, bytes);
    try {
      return await readBack(sha256).then(
        (read) => `${read.length} bytes`,
        (cause: unknown) => (cause instanceof SealBroken ? 'refused' : String(cause)),
      );
    } finally {
      writeFileSync(path, before);
    }
  };

  it('is refused in the place of any other, of the same organisation or another', async () => {
    const shas = [await put(first), await put(second)] as const;
    const foreign = await put(first, other);
    const files = [
      ...shas.map((sha256) => blobs.placeOf(org, sha256).path),
      blobs.placeOf(other, foreign).path,
    ].map((path) => readFileSync(path));
    const seen: string[] = [];
    for (const [i, sha256] of shas.entries())
      for (const [j, bytes] of files.entries())
        if (i !== j) seen.push(await reading(blobs.placeOf(org, sha256).path, bytes, sha256));
    expect(seen).toEqual(Array(4).fill('refused'));
  });

  it('is refused when any bit of it is turned, and wherever it is cut', async () => {
    const sha256 = await put(first);
    const { path } = blobs.placeOf(org, sha256);
    const whole = readFileSync(path);
    const places = [
      ...Array.from({ length: 64 }, (_, i) => i),
      ...Array.from({ length: 150 }, (_, i) => 64 + ((i * 7919) % (whole.length - 64))),
    ];
    for (const [i, at] of places.entries()) {
      const turned = Buffer.from(whole);
      turned.writeUInt8((turned[at] ?? 0) ^ (1 << (i % 8)), at);
      expect([at, await reading(path, turned, sha256)]).toEqual([at, 'refused']);
    }
    for (const length of [0, 1, 63, 64, 64 + 65_552, whole.length - 16, whole.length - 1])
      expect([length, await reading(path, whole.subarray(0, length), sha256)]).toEqual([length, 'refused']);
    expect(await reading(path, Buffer.concat([whole, Buffer.from('x')]), sha256)).toBe('refused');
    const [one, two] = [64, 64 + 65_552];
    const swapped = Buffer.from(whole);
    whole.copy(swapped, one, two, two + 65_552);
    whole.copy(swapped, two, one, one + 65_552);
    expect(await reading(path, swapped, sha256)).toBe('refused');
  });

  it('is erased with its key, and what is beside it stays', async () => {
    const [kept, gone] = [await put(first), await put(second)];
    const { path } = blobs.placeOf(org, gone);
    const sealed = readFileSync(path);
    await blobs.erase(org, gone);
    expect([blobs.isErased(org, gone), blobs.isErased(org, kept)]).toEqual([true, false]);
    expect([await blobs.has(org, gone), await blobs.has(org, kept)]).toEqual([false, true]);
    const items = await keyring.items(org);
    await expect(put(second)).rejects.toThrow(BlobErased);
    expect(await keyring.items(org)).toEqual(items);
    // A copy of the sealed bytes, as a backup holds them, opens no more.
    writeFileSync(path, sealed);
    await expect(readBack(gone)).rejects.toThrow(SealBroken);
    rmSync(path);
  });
});

it('reads what an older Assay stored plain, and seals it when it is told to', async () => {
  const bytes = Buffer.from('plain as it was');
  const sha256 = hashOf(bytes);
  const shelf = join(store, org, sha256.slice(0, 2));
  mkdirSync(shelf, { recursive: true });
  writeFileSync(join(shelf, sha256), bytes);
  const wrong = hashOf(Buffer.from('something else'));
  mkdirSync(join(store, org, wrong.slice(0, 2)), { recursive: true });
  writeFileSync(join(store, org, wrong.slice(0, 2), wrong), 'not that');
  expect((await readBack(sha256)).equals(bytes)).toBe(true);
  expect(await blobs.unsealed(org)).toEqual({ files: 2, damaged: 0 });
  let told = 0;
  await blobs.sealAll(org, () => void (told += 1));
  expect(told).toBe(2);
  expect(existsSync(join(shelf, sha256))).toBe(false);
  expect((await readBack(sha256)).equals(bytes)).toBe(true);
  expect(blobs.placeOf(org, sha256).seal).toBeDefined();
  // One whose bytes are not what its name says is left for verify to name.
  expect(await blobs.unsealed(org)).toEqual({ files: 1, damaged: 1 });
  expect((await readBack(wrong)).toString()).toBe('not that');
});
