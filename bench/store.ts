// A large artefact on its way in: hashed and made durable while it streams, beside hashing alone and writing alone.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeId } from '@assay/core';
import { localBlobs } from '../packages/server/src/platform/blobs/localBlobs.ts';
import { serve, stop, temporary } from '../e2e/server.ts';
import { mbs } from './measure.ts';
import type { Figure } from './figure.ts';

const CHUNK = randomBytes(1 << 18);
const CHUNKS = 4096;
const BYTES = CHUNK.length * CHUNKS;

export async function storeBench(): Promise<readonly Figure[]> {
  const place = temporary();
  const hashing = performance.now();
  const hash = createHash('sha256');
  for (let i = 0; i < CHUNKS; i += 1) hash.update(CHUNK);
  const sha256 = hash.digest('hex');
  const raw = performance.now() - hashing;
  const disk = rawWrite(join(place.path, 'raw'));
  const blobs = localBlobs(join(place.path, 'blobs'));
  const storing = performance.now();
  await blobs.put(makeId('organisation', 0, new Uint8Array(10)), chunks(), BYTES);
  const stored = performance.now() - storing;
  const data = join(place.path, 'data');
  const served = await serve(data, { demo: false });
  await served.ask('POST', '/v1/orgs', { name: 'Bench' });
  const note: unknown = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'));
  const token = typeof note === 'object' && note !== null && 'token' in note ? String(note.token) : '';
  const sending = performance.now();
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: ReadableStream.from(chunks()),
    duplex: 'half',
  };
  const path = `/v1/orgs/bench/artefacts?filename=large.bin&sha256=${sha256}`;
  const answer = await fetch(served.origin + path, init);
  const sent = performance.now() - sending;
  if (answer.status !== 201)
    throw new Error(`the artefact was answered ${answer.status}: ${(await stop(served)).err}`);
  await stop(served);
  place.remove();
  const limits = { hash: raw, disk };
  return [figure('1 GiB into the store', stored, limits), figure('1 GiB through the API', sent, limits)];
}

/** Milliseconds to write as much and wait for the disk. */
function rawWrite(path: string): number {
  const began = performance.now();
  const file = openSync(path, 'w');
  for (let i = 0; i < CHUNKS; i += 1) writeSync(file, CHUNK);
  fsyncSync(file);
  closeSync(file);
  const took = performance.now() - began;
  rmSync(path);
  return took;
}

/** The slower of the two is what no store can beat. */
function figure(name: string, took: number, alone: { readonly hash: number; readonly disk: number }): Figure {
  const ratio = Math.max(alone.hash, alone.disk) / took;
  return {
    name,
    value: mbs(BYTES, took),
    limit: `hash ${mbs(BYTES, alone.hash)}, disk ${mbs(BYTES, alone.disk)}`,
    ratio: ratio.toFixed(2),
    goal: '0.6 of the slower',
    met: ratio >= 0.6,
  };
}

async function* chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let i = 0; i < CHUNKS; i += 1) yield CHUNK;
}
