// What was acknowledged is there after kill -9 of the server, of the engine, of both, during pushes and
// imports; what was sent without an answer is sent again with its key and is there exactly once.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { deliver, everything, importAlong, newBook, pause, pushAlong, RESULTS, type Book } from '../kills.ts';
import { fieldOf, serve, stop, temporary, type Served } from '../server.ts';

/** Kills in the tests; the campaign does more. */
const KILLS = Number(process.env['ASSAY_KILLS'] ?? 6);
const ORG = 'durable';

type Victim = 'server' | 'engine' | 'both';
const VICTIMS: readonly Victim[] = ['server', 'engine', 'both'];

export const durabilityCases: readonly Case[] = [
  {
    name: `nothing acknowledged is lost in ${KILLS} kills of server, engine and both during pushes and imports`,
    run: async () => {
      const place = temporary();
      const data = join(place.path, 'data');
      const book = newBook();
      const ready: number[] = [];
      let served = await serve(data, { demo: false });
      const made = await served.ask('POST', '/v1/orgs', { name: 'Durable' });
      assert.equal(made.status, 201);
      for (let round = 0; round < KILLS; round += 1) {
        const victim = VICTIMS[round % VICTIMS.length] ?? 'server';
        await writeUntilKilled(served, book, { round, victim, data });
        const began = performance.now();
        if (victim !== 'engine') {
          await served.done;
          served = await serve(data, { demo: false });
        }
        await answersAgain(served);
        ready.push(performance.now() - began);
        for (const delivery of book.open.values())
          assert.ok(await deliver(served, book, delivery), `${delivery.title} was not answered`);
      }
      await compare(served, book);
      tell(book, ready);
      await stop(served);
      place.remove();
    },
  },
];

/** Three writers push and two import until the kill, at a moment that no round shares with another. */
async function writeUntilKilled(
  served: Served,
  book: Book,
  kill: { readonly round: number; readonly victim: Victim; readonly data: string },
): Promise<void> {
  let over = false;
  const run = (name: string) => ({ name: `r${kill.round}-${name}`, org: ORG, over: () => over });
  const writers = [
    ...['a', 'b', 'c'].map((name) => pushAlong(served, book, run(name))),
    ...['d', 'e'].map((name) => importAlong(served, book, run(name))),
  ];
  // On a busy machine nothing is being written yet at any fixed moment: wait for a first answer, then for chance.
  const kept = [book.pushed, book.read, book.committed][Math.floor(kill.round / 3) % 3] ?? book.pushed;
  const before = kept.size;
  const begun = (): boolean => kept.size > before;
  for (let tries = 0; tries < 1500 && !begun(); tries += 1) await pause(20);
  await pause(Math.random() * 600);
  const engine = Number(readFileSync(join(kill.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (kill.victim !== 'server') process.kill(engine, 'SIGKILL');
  if (kill.victim !== 'engine') served.child.kill('SIGKILL');
  await pause(30);
  over = true;
  await Promise.all(writers);
}

/** Everything that was answered is there, once, whole, and what follows from it can be made again. */
async function compare(served: Served, book: Book): Promise<void> {
  const evidence = await everything(served, `/v1/orgs/${ORG}/evidence`);
  const codes = new Map<string, string[]>();
  for (const row of evidence) {
    const title = String(fieldOf(row, 'title'));
    codes.set(title, [...(codes.get(title) ?? []), String(fieldOf(row, 'code'))]);
  }
  const lost = [...book.pushed].filter(([title, code]) => !codes.get(title)?.includes(code));
  const twice = [...book.pushed.keys()].filter((title) => codes.get(title)?.length !== 1);
  assert.deepEqual({ lost, twice }, { lost: [], twice: [] });
  const imports = new Map(
    (await everything(served, `/v1/orgs/${ORG}/imports`)).map((row) => [String(fieldOf(row, 'id')), row]),
  );
  const missing = [...book.opened]
    .filter((id) => !imports.has(id))
    .concat([...book.read].filter((id) => fieldOf(imports.get(id), 'total') !== RESULTS));
  const undone = [...book.committed].filter(
    ([id, code]) =>
      fieldOf(imports.get(id), 'state') !== 'committed' || fieldOf(imports.get(id), 'evidence') !== code,
  );
  // Whole, or saying of itself that it is not: being read, or cut off by a kill.
  const half = [...imports.values()].filter(
    (row) =>
      fieldOf(row, 'total') !== RESULTS &&
      !['reading', 'interrupted'].includes(String(fieldOf(row, 'state'))),
  );
  assert.deepEqual({ missing, undone, half }, { missing: [], undone: [], half: [] });
  assert.ok(book.pushed.size > KILLS, `only ${book.pushed.size} pieces were acknowledged`);
  const verified = await served.ask('POST', `/v1/orgs/${ORG}/ledger/verify`, { rebuild: true });
  assert.deepEqual(fieldOf(verified.body, 'faults'), []);
}

function tell(book: Book, ready: readonly number[]): void {
  const sorted = ready.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / 1000).toFixed(2)} s`;
  const node = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  const bare = performance.now() - node;
  console.log(
    `        ${book.pushed.size} pushes, ${book.read.size} dry runs, ${book.committed.size} commits acknowledged, 0 lost, 0 twice, 0 halves; ready again median ${at(0.5)}, p99 ${at(0.99)} (bare node ${bare.toFixed(0)} ms, goal 2 s)`,
  );
}

async function answersAgain(served: Served): Promise<void> {
  for (let tries = 0; tries < 1500; tries += 1) {
    const health = await served.ask('GET', '/v1/health').catch(() => undefined);
    if (health?.status === 200) return;
    await pause(20);
  }
  throw new Error('the engine was not started again within thirty seconds');
}
