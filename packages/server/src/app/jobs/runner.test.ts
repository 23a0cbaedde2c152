// Jobs over a real queue: once for each moment, whoever died, and never in another organisation.
import { instantOfMillis, millisOfInstant, parseInstant, type Instant } from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobQueue } from '../../platform/jobs/queue.ts';
import { openHouse, type House } from '../../testing/house.ts';
import type { OrgScope } from '../../slices/access/access.module.ts';
import { record } from '../../slices/evidence/evidence.module.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { Job, JobMoment } from './job.ts';
import { JobRunner } from './runner.ts';

const MINUTE = 60_000;

/** A job that leaves one entry in the ledger for each moment. */
const note = (name: string, more: Partial<Job> = {}): Job => ({
  name,
  everyMinutes: 1,
  missed: 'each',
  permission: 'evidence.add',
  prepare: (moment) => Promise.resolve((tx) => write(name, moment, tx)),
  ...more,
});

const write = async (name: string, { scope, slot, now }: JobMoment, tx: Tx): Promise<void> => {
  await record(tx, scope, { kind: `test.${name}`, subject: slot, at: now, payload: { slot } });
};

describe('the job runner', () => {
  let house: House;
  let scope: OrgScope;
  let other: OrgScope;
  let clock: Instant;
  const queues: JobQueue[] = [];
  beforeAll(async () => {
    house = await openHouse();
    scope = await house.organisation('acme');
    other = await house.organisation('other');
    clock = parseInstant('2026-03-01T10:00:30Z') ?? house.deps.clock.now();
  });
  afterAll(async () => {
    for (const queue of queues) await queue.close();
    await house.close();
  });

  const queue = async (names: readonly string[], expireSeconds = 900): Promise<JobQueue> => {
    const opened = await JobQueue.open(house.deps.pool, names, {
      expireSeconds,
      retryLimit: 5,
      tidySeconds: 1,
    });
    queues.push(opened);
    return opened;
  };
  const later = (minutes: number): void => {
    clock = instantOfMillis(millisOfInstant(clock) + minutes * MINUTE);
  };
  const runner = (of: JobQueue, jobs: readonly Job[]) =>
    new JobRunner({ ...house.deps, clock: { now: () => clock } }, of, jobs);
  const done = (name: string, of: OrgScope = scope): Promise<readonly string[]> =>
    house.deps.db.inOrganisation(of.org, async (tx) =>
      (
        await tx
          .selectFrom('ledger_entries')
          .select('subject')
          .where('org_id', '=', of.org)
          .where('kind', '=', `test.${name}`)
          .orderBy('seq')
          .execute()
      ).map((row) => row.subject),
    );

  it('does each moment once in each organisation, and makes up for a stop', async () => {
    const one = runner(await queue(['minute']), [note('minute')]);
    await one.round();
    later(5);
    await one.round();
    await one.round();
    const slots = ['10:00', '10:01', '10:02', '10:03', '10:04', '10:05'].map(
      (time) => `2026-03-01T${time}:00.000Z`,
    );
    expect([await done('minute'), await done('minute', other)]).toEqual([slots, slots]);
  });

  it('does nothing twice when two servers look at once', async () => {
    const [a, b] = [await queue(['both']), await queue(['both'])];
    const two = [runner(a, [note('both')]), runner(b, [note('both')])];
    for (let i = 0; i < 4; i += 1) {
      await Promise.all(two.map((each) => each.round()));
      later(3);
    }
    await Promise.all(two.map((each) => each.round()));
    const slots = await done('both');
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.length).toBe(13);
  });

  it('undoes what a job did when it fails, and tries it again', async () => {
    let tries = 0;
    const flaky = note('flaky', {
      prepare: (moment) =>
        Promise.resolve(async (tx) => {
          await write('flaky', moment, tx);
          tries += 1;
          if (tries === 1) throw new Error('the first time');
        }),
    });
    const opened = await queue(['flaky']);
    const one = runner(opened, [flaky]);
    await one.round();
    expect((await done('flaky')).length + (await done('flaky', other)).length).toBe(1);
    await expect
      .poll(
        async () => {
          await one.round();
          return [(await done('flaky')).length, (await done('flaky', other)).length];
        },
        { timeout: 30_000, interval: 500 },
      )
      .toEqual([1, 1]);
  });

  it('lets a zombie change nothing once its job is another’s', async () => {
    const names = ['zombie'];
    const [a, b] = [await queue(names, 1), await queue(names, 1)];
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let slept = 0;
    const sleeper = note('zombie', {
      prepare: async (moment) => {
        slept += 1;
        if (slept === 1) await asleep;
        return (tx) => write('zombie', moment, tx);
      },
    });
    const zombie = runner(a, [sleeper]).round();
    await expect.poll(() => slept).toBe(1);
    const living = runner(b, [note('zombie')]);
    await expect
      .poll(
        async () => {
          await living.round();
          return [(await done('zombie')).length, (await done('zombie', other)).length];
        },
        { timeout: 30_000, interval: 500 },
      )
      .toEqual([1, 1]);
    wake();
    await zombie;
    expect([(await done('zombie')).length, (await done('zombie', other)).length]).toEqual([1, 1]);
  });

  it('sees nothing of another organisation, and has no more rights than its job asks for', async () => {
    const seen: string[][] = [];
    const curious = note('curious', {
      prepare: ({ scope: own }) =>
        Promise.resolve(async (tx) => {
          const rows = await tx.selectFrom('organisations').select('slug').execute();
          seen.push(
            rows.map((row) => row.slug),
            [String(own.may('organisation.delete'))],
          );
        }),
    });
    await runner(await queue(['curious']), [curious]).round();
    expect(seen).toEqual([['acme'], ['false'], ['other'], ['false']]);
  });

  it('ends the jobs of an organisation that is gone', async () => {
    const opened = await queue(['gone']);
    await house.deps.db.inOrganisation(scope.org, (tx) =>
      opened.put(tx, 'gone', [{ org: 'org_nobody', slot: clock }]),
    );
    await runner(opened, [note('gone', { everyMinutes: 1_000_000 })]).round();
    expect(await opened.take('gone')).toBeUndefined();
  });
});
