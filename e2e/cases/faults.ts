// A full disk, a disk that cannot be written, an engine that dies under load, a stop in the middle of a request:
// nothing is acknowledged that is not kept, and the server lives on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { deliver, everything, importAlong, newBook, pause, pushAlong, type Book } from '../kills.ts';
import { assay, fieldOf, freePort, serve, stop, temporary, type Served } from '../server.ts';
import { smallDisk, whyNoSmallDisk } from '../small.ts';

const noDisk = whyNoSmallDisk();
const MIB = 1024 ** 2;

export const faultCases: readonly Case[] = [
  {
    name: 'a full disk acknowledges nothing, says so in one sentence, and recovers when there is space',
    skip: noDisk,
    run: async () => {
      // A fresh cluster takes some 60 MiB: what is left is what a disk of 64 MiB would have.
      const disk = smallDisk(128);
      const served = await serve(join(disk.path, 'data'), { demo: false });
      try {
        await served.ask('POST', '/v1/orgs', { name: 'Full' });
        const book = newBook();
        await push(served, book, { title: 'before', length: 1000 });
        disk.fill(3 * MIB);
        const refusals = new Map<number, unknown>();
        for (let i = 0; i < 40 && !refusals.has(507); i += 1) {
          const answer = await push(served, book, { title: `big-${i}`, length: 400_000 });
          if (answer.status >= 400) refusals.set(answer.status, answer.body);
        }
        const full = refusals.get(507);
        assert.equal(fieldOf(full, 'code'), 'server.storage_full');
        assert.match(String(fieldOf(full, 'detail')), /^The disk is full; [^.]+\. [^.]+\.$/);
        assert.deepEqual(
          [...refusals.keys()].filter((status) => status !== 507 && status !== 503),
          [],
        );
        disk.fill(0);
        const during = await Promise.all(
          Array.from({ length: 6 }, (_, i) => push(served, book, { title: `none-${i}`, length: 20_000 })),
        );
        assert.deepEqual(
          during.map((each) => each.status).filter((status) => status < 500),
          [],
        );
        let over = false;
        const importing = importAlong(served, book, { name: 'i', org: 'full', over: () => over });
        await pause(1500);
        over = true;
        await importing;
        disk.free();
        await servesAgain(served);
        for (const delivery of book.open.values()) assert.ok(await deliver(served, book, delivery));
        await push(served, book, { title: 'after', length: 1000 });
        await holds(served, 'full', book.pushed);
      } finally {
        await stop(served);
        disk.remove();
      }
    },
  },
  {
    name: 'a data directory that cannot be written gets one sentence at the start',
    skip: noDisk,
    run: async () => {
      const disk = smallDisk(8);
      disk.readOnly();
      const end = await assay([
        'serve',
        '--data',
        join(disk.path, 'data'),
        '--port',
        String(await freePort()),
        '--no-open',
      ]);
      disk.remove();
      assert.equal(end.code, 1);
      assert.match(end.err, /cannot be written/);
      assert.equal(end.err.trim().split('\n').length, 1);
    },
  },
  {
    name: 'an engine that is killed under load gives 503 and nothing else, and is back by itself',
    run: async () => {
      const place = temporary();
      const data = join(place.path, 'data');
      const served = await serve(data, { demo: false });
      await served.ask('POST', '/v1/orgs', { name: 'Engine' });
      const book = newBook();
      const statuses = new Set<number>();
      const watched: Served = {
        ...served,
        ask: async (...request) => {
          const answer = await served.ask(...request);
          statuses.add(answer.status);
          return answer;
        },
      };
      let over = false;
      const writers = ['a', 'b', 'c', 'd'].map((name) =>
        pushAlong(watched, book, { name, org: 'engine', over: () => over }),
      );
      const back: number[] = [];
      for (let kill = 0; kill < 3; kill += 1) {
        await pause(700);
        process.kill(
          Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
          'SIGKILL',
        );
        const began = performance.now();
        await pause(20);
        await servesAgain(served);
        back.push(performance.now() - began);
      }
      over = true;
      await Promise.all(writers);
      for (const delivery of book.open.values()) assert.ok(await deliver(served, book, delivery));
      assert.deepEqual(
        [...statuses].filter((status) => status !== 201 && status !== 503),
        [],
      );
      await holds(served, 'engine', book.pushed);
      console.log(
        `        ${book.pushed.size} pushes, back after ${back.map((each) => (each / 1000).toFixed(1)).join(', ')} s (goal 5 s)`,
      );
      await stop(served);
      place.remove();
    },
  },
  {
    name: 'a stop lets the request in flight end, and what it answered is kept',
    run: async () => {
      const place = temporary();
      const data = join(place.path, 'data');
      const served = await serve(data, { demo: false });
      await served.ask('POST', '/v1/orgs', { name: 'Stop' });
      const lines = Array.from({ length: 150 }, (_, i) =>
        JSON.stringify({ title: `line-${i}`, content: `text ${i}`, performed_at: '2026-01-05' }),
      ).join('\n');
      const asked = served.ask('POST', '/v1/orgs/stop/evidence/bulk', lines).catch(() => undefined);
      await pause(60);
      const began = performance.now();
      served.child.kill('SIGINT');
      const [answer, end] = await Promise.all([asked, served.done]);
      const took = performance.now() - began;
      assert.equal(end.code, 0);
      assert.ok(took < 5000, `the stop took ${(took / 1000).toFixed(1)} s`);
      const again = await serve(data, { demo: false });
      const kept = await everything(again, '/v1/orgs/stop/evidence');
      // All or nothing: acknowledged means all, cut off means none.
      assert.equal(kept.length, answer?.status === 200 ? 150 : 0);
      console.log(`        stopped in ${(took / 1000).toFixed(1)} s, ${kept.length} lines kept`);
      await stop(again);
      place.remove();
    },
  },
];

/** Pushes text of a length and notes the answer in the book. */
async function push(served: Served, book: Book, piece: { readonly title: string; readonly length: number }) {
  const { title, length } = piece;
  const org = 'full';
  const path = `/v1/orgs/${org}/evidence/push?filename=${title}.txt&title=${title}&performed_at=2026-01-05`;
  const body = title.padEnd(length, '.');
  const answer = await served.ask('POST', path, body, { 'idempotency-key': title });
  if (answer.status === 201) book.pushed.set(title, String(fieldOf(answer.body, 'code')));
  else book.open.set(title, { title, path, body });
  return answer;
}

/** Waits until the database answers again. */
async function servesAgain(served: Served): Promise<void> {
  for (let tries = 0; tries < 1500; tries += 1) {
    const health = await served.ask('GET', '/v1/health').catch(() => undefined);
    if (health?.status === 200) return;
    await pause(20);
  }
  throw new Error('the server does not answer again');
}

/** Everything acknowledged is there once, and the ledger verifies. */
async function holds(served: Served, org: string, pushed: ReadonlyMap<string, string>): Promise<void> {
  const rows = await everything(served, `/v1/orgs/${org}/evidence`);
  const titles = rows.map((row) => String(fieldOf(row, 'title')));
  assert.deepEqual(
    [...pushed.keys()].filter((title) => titles.filter((each) => each === title).length !== 1),
    [],
  );
  const verified = await served.ask('POST', `/v1/orgs/${org}/ledger/verify`, { rebuild: true });
  assert.deepEqual(fieldOf(verified.body, 'faults'), []);
}
