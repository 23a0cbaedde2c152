// What was acknowledged is there after kill -9 of the server, of the engine, of both.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { fieldOf, serve, stop, temporary, type Served } from '../server.ts';

/** Kills in the tests; the campaign does more. */
const KILLS = Number(process.env['ASSAY_KILLS'] ?? 6);

type Victim = 'server' | 'engine' | 'both';
const VICTIMS: readonly Victim[] = ['server', 'engine', 'both'];

export const durabilityCases: readonly Case[] = [
  {
    name: `nothing acknowledged is lost in ${KILLS} kills of server, engine and both`,
    run: async () => {
      const place = temporary();
      const data = join(place.path, 'data');
      let served = await serve(data, { demo: false });
      const made = await served.ask('POST', '/v1/orgs', { name: 'Durable' });
      assert.equal(made.status, 201);
      const acknowledged = new Map<string, string>();
      for (let i = 0; i < KILLS; i += 1) {
        const victim = VICTIMS[i % VICTIMS.length] ?? 'server';
        await pushUntilKilled(served, { round: i, victim, data, acknowledged });
        if (victim !== 'engine') {
          await served.done;
          served = await serve(data, { demo: false });
        } else {
          await answersAgain(served);
        }
      }
      const listed = new Map<string, string>();
      let cursor: unknown = '';
      do {
        const page = await served.ask(
          'GET',
          `/v1/orgs/durable/evidence?limit=200${cursor === '' ? '' : `&cursor=${String(cursor)}`}`,
        );
        const rows = fieldOf(page.body, 'data');
        for (const row of Array.isArray(rows) ? rows : [])
          listed.set(String(fieldOf(row, 'code')), String(fieldOf(row, 'artefact', 'sha256')));
        cursor = fieldOf(page.body, 'next_cursor');
      } while (typeof cursor === 'string');
      const lost = [...acknowledged].filter(([code, sha256]) => listed.get(code) !== sha256);
      assert.deepEqual(lost, []);
      assert.ok(acknowledged.size > KILLS, `only ${acknowledged.size} items were acknowledged`);
      const verified = await served.ask('POST', '/v1/orgs/durable/ledger/verify', { rebuild: true });
      assert.deepEqual(fieldOf(verified.body, 'faults'), []);
      console.log(`        ${acknowledged.size} acknowledged, 0 lost`);
      await stop(served);
      place.remove();
    },
  },
];

interface Round {
  readonly round: number;
  readonly victim: Victim;
  readonly data: string;
  readonly acknowledged: Map<string, string>;
}

/** Four writers push evidence until the kill, at a moment that differs each round. */
async function pushUntilKilled(served: Served, round: Round): Promise<void> {
  let over = false;
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (let i = 0; !over; i += 1) {
      try {
        const artefact = await served.ask(
          'POST',
          `/v1/orgs/durable/artefacts?filename=n.txt`,
          `round ${round.round} writer ${writer} item ${i}`,
        );
        const sha256 = String(fieldOf(artefact.body, 'sha256'));
        const made = await served.ask('POST', '/v1/orgs/durable/evidence', {
          artefact: sha256,
          title: 'note',
          performed_at: '2026-01-05',
          controls: ['C-07'],
        });
        if (made.status === 201) round.acknowledged.set(String(fieldOf(made.body, 'code')), sha256);
      } catch {
        return;
      }
    }
  });
  await pause(150 + ((round.round * 97) % 400));
  const engine = Number(readFileSync(join(round.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (round.victim !== 'server') process.kill(engine, 'SIGKILL');
  if (round.victim !== 'engine') served.child.kill('SIGKILL');
  await pause(30);
  over = true;
  await Promise.all(writers);
}

async function answersAgain(served: Served): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const health = await served.ask('GET', '/v1/health').catch(() => undefined);
    if (health?.status === 200) return;
    await pause(50);
  }
  throw new Error('the engine was not started again within ten seconds');
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
