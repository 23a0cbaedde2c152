// Two real processes: one is stopped with a job in its hands, the other does it, and the first wakes as a zombie.
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../../testing/house.ts';
import type { OrgScope } from '../../slices/access/access.module.ts';

const PROGRAM = fileURLToPath(new URL('./testing/server.ts', import.meta.url));

let house: House;
let scope: OrgScope;
const children: ChildProcess[] = [];
beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('acme');
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await house.close();
});

const server = (sleepMs: number, rounds: number): ChildProcess => {
  const child = fork(PROGRAM, [JSON.stringify(house.place), String(sleepMs), String(rounds)], {
    execArgv: [],
  });
  children.push(child);
  return child;
};
const word = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => child.once('message', resolve));
const end = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));
const done = (): Promise<number> =>
  house.deps.db.inOrganisation(scope.org, async (tx) => {
    const rows = await tx
      .selectFrom('ledger_entries')
      .select('subject')
      .where('org_id', '=', scope.org)
      .where('kind', '=', 'test.stopped')
      .execute();
    return rows.length;
  });

it('does a job once when the one who had it was stopped and goes on', async () => {
  const zombie = server(500, 1);
  expect(await word(zombie)).toBe('taken');
  zombie.kill('SIGSTOP');
  expect(await done()).toBe(0);
  const living = server(0, 100);
  const gone = end(living);
  await expect.poll(done, { timeout: 40_000, interval: 300 }).toBe(1);
  const woken = end(zombie);
  zombie.kill('SIGCONT');
  expect(await woken).toBe(0);
  expect(await done()).toBe(1);
  living.kill('SIGKILL');
  await gone;
}, 90_000);
