// Whatever the pieces in which bytes arrive, the file holds them in order, and its name is their hash.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeId } from '@assay/core';
import { afterAll, expect, it } from 'vitest';
import { BlobTooLarge } from './blobs.ts';
import { localBlobs } from './localBlobs.ts';

const root = mkdtempSync(join(tmpdir(), 'assay-blobs-'));
const blobs = localBlobs(root);
const org = makeId('organisation', 0, new Uint8Array(10));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function* pieces(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? bytes.length;
    yield await Promise.resolve(bytes.subarray(at, at + length));
    at += length;
  }
}

it.each([
  ['one byte short of a buffer', [1_048_575]],
  ['exactly a buffer', [1_048_576]],
  ['larger than several buffers', [3_000_017]],
  ['small and large by turns', [7, 700_001, 65_536, 1]],
])('keeps bytes that come in pieces: %s', async (_, lengths) => {
  const bytes = randomBytes(70_333_333);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const stored = await blobs.put(org, pieces(bytes, lengths), bytes.length);
  expect([stored.sha256, stored.size]).toEqual([sha256, bytes.length]);
  expect(readFileSync(blobs.pathOf(org, sha256)).equals(bytes)).toBe(true);
  expect(Buffer.from(stored.head).equals(bytes.subarray(0, stored.head.length))).toBe(true);
});

it('keeps nothing of what is longer than allowed', async () => {
  const bytes = randomBytes(2_000_000);
  await expect(blobs.put(org, pieces(bytes, [65_536]), 1_500_000)).rejects.toThrow(BlobTooLarge);
  expect(readdirSync(join(root, org)).filter((name) => name.startsWith('.incoming'))).toEqual([]);
});

it('keeps an empty file', async () => {
  const stored = await blobs.put(org, pieces(Buffer.alloc(0), [1]), 10);
  expect(stored.sha256).toBe(createHash('sha256').digest('hex'));
});
