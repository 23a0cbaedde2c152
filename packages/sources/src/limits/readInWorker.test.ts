import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Limits, type ReadRequest } from '../read/summary.ts';
import { readInWorker } from './readInWorker.ts';
import { KeptProcess } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-worker-'));
afterAll(() => rmSync(folder, { recursive: true }));

const finding =
  readFileSync(new URL('../../fixtures/compliance.ocsf.ndjson', import.meta.url), 'utf8').split('\n', 1)[0] ??
  '';

/** A file of many findings, each with a subject of its own. */
function fileOf(count: number): string {
  const path = join(folder, `many-${count}.ndjson`);
  writeFileSync(path, Array.from({ length: count }, (_, i) => finding.replace('vm-1', `vm-${i}`)).join('\n'));
  return path;
}

function request(path: string, limits: Partial<Limits> = {}): ReadRequest {
  return { path, options: {}, limits: { ...DEFAULT_LIMITS, ...limits } };
}

/** A worker that misbehaves, in place of ours. */
function worker(name: string, code: string): URL {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return pathToFileURL(path);
}

describe('reading in a worker', () => {
  test('gives all observations in the order of the file, one batch at a time, never several at once', async () => {
    const subjects: string[] = [];
    let open = 0;
    const sizes: number[] = [];
    const summary = await readInWorker(request(fileOf(4500)), async (batch) => {
      open += 1;
      expect(open).toBe(1);
      await pause(2);
      sizes.push(batch.observations.length);
      subjects.push(...batch.observations.map((each) => each.subject));
      open -= 1;
    });
    expect(summary).toMatchObject({
      reader: 'ocsf',
      observations: 4500,
      counts: { fatal: 0, error: 0, warning: 0 },
    });
    expect(subjects).toEqual(Array.from({ length: 4500 }, (_, i) => `vm-${i}`));
    expect(sizes).toEqual([1000, 1000, 1000, 1000, 500]);
  });

  test('waits with the summary until the last batch has been taken', async () => {
    let taken = 0;
    await readInWorker(request(fileOf(1500)), async (batch) => {
      await pause(100);
      taken += batch.observations.length;
    });
    expect(taken).toBe(1500);
  });

  test('reads no more than a few batches ahead of a slow taker', async () => {
    const path = fileOf(60_000);
    let read = 0;
    let first: number | undefined;
    await readInWorker(
      request(path),
      async () => {
        if (first === undefined) {
          await pause(500);
          first = read;
        }
      },
      {
        progress: (progress) => {
          read = progress.read;
        },
      },
    );
    const size = readFileSync(path).length;
    expect(first).toBeLessThan(size / 4);
    expect(read).toBeLessThanOrEqual(size);
  });

  test('tells how far it has come', async () => {
    const told: number[] = [];
    await readInWorker(request(fileOf(60_000)), async () => {}, {
      progress: ({ read, total }) => told.push(read / total),
    });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  test('throws what the taker throws, and stops', async () => {
    let batches = 0;
    await expect(
      readInWorker(request(fileOf(60_000)), async () => {
        batches += 1;
        throw new Error('disk full');
      }),
    ).rejects.toThrow('disk full');
    await pause(50);
    expect(batches).toBe(1);
  });

  test('can be cancelled before and while it reads', async () => {
    const controller = new AbortController();
    let batches = 0;
    const running = readInWorker(
      request(fileOf(60_000)),
      async () => {
        batches += 1;
        controller.abort(new Error('enough'));
        await pause(20);
      },
      { signal: controller.signal },
    );
    await expect(running).rejects.toThrow('enough');
    const then = batches;
    await pause(50);
    expect(batches).toBe(then);
    await expect(
      readInWorker(request(fileOf(10)), async () => {}, { signal: AbortSignal.abort(new Error('never')) }),
    ).rejects.toThrow('never');
  });
});

describe('a process that is kept', () => {
  test('reads the next file too, as a fresh one would', async () => {
    const keep = new KeptProcess();
    const pids = new Set<number>();
    const seen: number[] = [];
    // More batches than the credit of one reading.
    for (const count of [4500, 10, 5200]) {
      const summary = await readInWorker(request(fileOf(count)), async () => {}, {
        keep,
        used: ({ cpuMs }) => seen.push(cpuMs),
      });
      expect(summary).toMatchObject({ observations: count, counts: { fatal: 0 } });
      const held = keep.take(DEFAULT_LIMITS.heapMiB);
      if (held?.process.pid === undefined) throw new Error('no process was kept');
      pids.add(held.process.pid);
      keep.leave(held.process, DEFAULT_LIMITS.heapMiB, held.cpuMs);
    }
    expect(pids.size).toBe(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    keep.close();
  });

  test('ends with a file that fails it, and the next is read by another', async () => {
    const keep = new KeptProcess();
    const bad = worker('once', `process.on('message', (m) => { if (m.kind === 'read') process.exit(3); });`);
    const died = await readInWorker(request(fileOf(10)), async () => {}, { keep, worker: bad });
    expect(died.problems[0]?.code).toBe('limit.crash');
    expect(keep.take(DEFAULT_LIMITS.heapMiB)).toBeUndefined();
    const next = await readInWorker(request(fileOf(10)), async () => {}, { keep });
    expect(next.observations).toBe(10);
    keep.close();
  });
});

describe('a reading that goes wrong is one fatal problem and nothing else', () => {
  const only = (code: string) => ({
    reader: 'none',
    observations: 0,
    problems: [{ level: 'fatal', code }],
    counts: { fatal: 1, error: 0, warning: 0 },
  });

  test('when it needs more memory than its heap', async () => {
    const path = join(folder, 'hungry.sarif');
    writeFileSync(
      path,
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${'[{}],'.repeat(3_000_000)}{}]}`,
    );
    expect(await readInWorker(request(path, { heapMiB: 64 }), async () => {})).toMatchObject(
      only('limit.memory'),
    );
  });

  test('when it makes no progress', async () => {
    const stuck = worker(
      'stuck',
      `process.send({ kind: 'progress', progress: { read: 1, total: 2 }, use: { peakMiB: 1, cpuMs: 1 } });
      setTimeout(() => { for (;;); }, 50);`,
    );
    const started = performance.now();
    expect(
      await readInWorker(request(fileOf(10), { stallMs: 300 }), async () => {}, { worker: stuck }),
    ).toMatchObject(only('limit.time'));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('when it takes longer than it may in all', async () => {
    expect(await readInWorker(request(fileOf(60_000), { totalMs: 400 }), () => pause(30))).toMatchObject(
      only('limit.time'),
    );
  });

  test('when it needs more processor time than it may, although it goes on', async () => {
    const busy = worker(
      'busy',
      `const cpuMs = () => process.cpuUsage().user / 1000;
      setInterval(() => process.send({ kind: 'progress', progress: { read: 1, total: 2 }, use: { peakMiB: 1, cpuMs: cpuMs() } }), 10);
      setInterval(() => { for (const end = Date.now() + 20; Date.now() < end; ); }, 1);`,
    );
    expect(
      await readInWorker(request(fileOf(10), { cpuMs: 300 }), async () => {}, { worker: busy }),
    ).toMatchObject(only('limit.time'));
  });

  test('when it tries to write, to start a program, or to reach Object.prototype', async () => {
    const curious = worker(
      'curious',
      `import { spawnSync } from 'node:child_process';
      import { writeFileSync } from 'node:fs';
      const denied = [() => writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x'), () => spawnSync('true')]
        .every((act) => { try { act(); return false; } catch (cause) { return cause.code === 'ERR_ACCESS_DENIED'; } });
      throw new Error(denied && {}.__proto__ === undefined ? 'all denied' : 'something was allowed');`,
    );
    const summary = await readInWorker(request(fileOf(10)), async () => {}, { worker: curious });
    expect(summary.problems[0]?.message).toContain('all denied');
  });

  test('but not when the taker is slow: its time is not the file’s', async () => {
    expect(await readInWorker(request(fileOf(1500), { stallMs: 1500 }), () => pause(1700))).toMatchObject({
      observations: 1500,
      counts: { fatal: 0 },
    });
  });

  test('when it crashes or ends without a word', async () => {
    expect(
      await readInWorker(request(fileOf(10)), async () => {}, {
        worker: worker('crash', 'throw new Error("boom")'),
      }),
    ).toMatchObject(only('limit.crash'));
    expect(
      await readInWorker(request(fileOf(10)), async () => {}, { worker: worker('quiet', 'process.exit(0)') }),
    ).toMatchObject(only('limit.crash'));
  });
});
