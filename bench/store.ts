// A large artefact on its way in: hashed and made durable while it streams, beside hashing alone, writing alone and,
// through HTTP, a bare server that only hashes.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeId } from '@assay/core';
import { localBlobs } from '../packages/server/src/platform/blobs/localBlobs.ts';
import { keyringOf } from './sealed.ts';
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
  const blobs = localBlobs(join(place.path, 'blobs'), keyringOf(place.path));
  const storing = performance.now();
  await blobs.put(makeId('organisation', 0, new Uint8Array(10)), chunks(), BYTES);
  const stored = performance.now() - storing;
  const data = join(place.path, 'data');
  const served = await serve(data, { demo: false });
  await served.ask('POST', '/v1/orgs', { name: 'Bench' });
  const note: unknown = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'));
  const token = typeof note === 'object' && note !== null && 'token' in note ? String(note.token) : '';
  const bare = await bareServer();
  const sending = performance.now();
  const path = `/v1/orgs/bench/artefacts?filename=large.bin&sha256=${sha256}`;
  const answer = await send(served.origin + path, token);
  const sent = performance.now() - sending;
  if (answer.status !== 201)
    throw new Error(`the artefact was answered ${answer.status}: ${(await stop(served)).err}`);
  await stop(served);
  // A disk writes faster in bursts than for long: the limit is taken beside what it limits.
  const later = rawWrite(join(place.path, 'later'));
  place.remove();
  return [
    figure('1 GiB into the store', stored, { hash: raw, disk }),
    figure('1 GiB through the API', sent, { 'bare server': bare, disk: later }),
  ];
}

function send(address: string, token: string): Promise<Response> {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: ReadableStream.from(chunks()),
    duplex: 'half',
  };
  return fetch(address, init);
}

/** Milliseconds that a server takes which only hashes what comes. */
async function bareServer(): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('bareServer.ts', import.meta.url))]);
  const [port] = (await once(child.stdout, 'data')).map(String);
  const began = performance.now();
  await (await send(`http://127.0.0.1:${(port ?? '').trim()}/`, '')).text();
  const took = performance.now() - began;
  child.kill();
  return took;
}

/** Milliseconds to write as much and wait for the disk. */
function rawWrite(path: string): number {
  const began = performance.now();
  const file = openSync(path, 'w');
  for (let i = 0; i < CHUNKS; i += 1) writeSync(file, CHUNK);
  fsyncSync(file);
  closeSync(file);
  // The file stays until the end: on a disk that discards, taking it away would slow whatever is measured next.
  return performance.now() - began;
}

/** The slowest of what each must do is what none can beat. */
function figure(name: string, took: number, alone: Readonly<Record<string, number>>): Figure {
  const ratio = Math.max(...Object.values(alone)) / took;
  return {
    name,
    value: mbs(BYTES, took),
    limit: Object.entries(alone)
      .map(([what, millis]) => `${what} ${mbs(BYTES, millis)}`)
      .join(', '),
    ratio: ratio.toFixed(2),
    goal: '0.6 of the slower',
    met: ratio >= 0.6,
  };
}

async function* chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let i = 0; i < CHUNKS; i += 1) yield CHUNK;
}
