// Sealed bytes in and out of the store, beside a plain copy that is hashed on the way: what sealing costs.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeId } from '@assay/core';
import { temporary } from '../e2e/server.ts';
import { localBlobs } from '../packages/server/src/platform/blobs/localBlobs.ts';
import { Keyring } from '../packages/server/src/platform/sealing/keyring.ts';
import { environmentRootKeys } from '../packages/server/src/platform/sealing/rootKey.ts';
import type { Figure } from './figure.ts';
import { mbs } from './measure.ts';

const BYTES = 100 * 1024 * 1024;
const ROUNDS = 3;
/** 80 MB/s, as much as a fast line brings. */
const LEAST = 80;

/** A keyring under a directory, with a root key that nobody keeps. */
export function keyringOf(directory: string): Keyring {
  const key = randomBytes(32).toString('hex');
  return new Keyring(join(directory, 'keys'), environmentRootKeys({ kind: 'environment', key }));
}

export async function sealedBench(): Promise<readonly Figure[]> {
  const place = temporary();
  const bytes = randomBytes(BYTES);
  const org = makeId('organisation', 0, new Uint8Array(10));
  const blobs = localBlobs(join(place.path, 'blobs'), keyringOf(place.path));
  const best = { plainPut: Infinity, put: Infinity, plainGet: Infinity, get: Infinity };
  for (let i = 0; i < ROUNDS; i += 1) {
    // Other bytes each time: the same would be kept once.
    bytes.writeUInt32BE(i, 0);
    const path = join(place.path, `plain-${i}`);
    best.plainPut = Math.min(best.plainPut, await timed(() => Promise.resolve(copyHashed(bytes, path))));
    let sha256 = '';
    const storing = async (): Promise<void> => {
      ({ sha256 } = await blobs.put(org, pieces(bytes), BYTES));
    };
    best.put = Math.min(best.put, await timed(storing));
    best.plainGet = Math.min(best.plainGet, await timed(() => hashAll(createReadStream(path))));
    best.get = Math.min(best.get, await timed(() => hashAll(blobs.read(org, sha256))));
  }
  place.remove();
  return [
    figure('100 MiB sealed into the store', best.put, best.plainPut),
    figure('100 MiB opened and hashed', best.get, best.plainGet),
  ];
}

function figure(name: string, took: number, plain: number): Figure {
  return {
    name,
    value: mbs(BYTES, took),
    limit: `plain copy, hashed ${mbs(BYTES, plain)}`,
    ratio: (plain / took).toFixed(2),
    goal: `${LEAST} MB/s or 0.5`,
    met: BYTES / 1e3 / took >= LEAST || plain / took >= 0.5,
  };
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function copyHashed(bytes: Buffer, path: string): void {
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  for (let at = 0; at < bytes.length; at += 1 << 20) {
    const part = bytes.subarray(at, at + (1 << 20));
    hash.update(part);
    writeSync(file, part);
  }
  hash.digest();
  fsyncSync(file);
  closeSync(file);
}

async function hashAll(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const hash = createHash('sha256');
  for await (const part of bytes) hash.update(part);
  hash.digest();
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 18)
    yield await Promise.resolve(bytes.subarray(at, at + (1 << 18)));
}
