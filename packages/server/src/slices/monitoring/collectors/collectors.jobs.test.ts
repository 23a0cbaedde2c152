// Scheduled imports read what they may and report a run; silence is noticed once.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOfMillis, millisOfInstant, type Instant } from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobRunner } from '../../../app/jobs/runner.ts';
import type { Job } from '../../../app/jobs/job.ts';
import { below } from '../../../platform/below.ts';
import { JobQueue } from '../../../platform/jobs/queue.ts';
import { OWNER, openHouse, send, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { collectJob, silenceJob } from './collectors.jobs.ts';

const SARIF = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Semgrep"}},"results":[]}]}';

describe('collectors by themselves', () => {
  let house: House;
  let scope: OrgScope;
  let queue: JobQueue;
  let clock: Instant;
  const root = mkdtempSync(join(tmpdir(), 'assay-collect-'));
  const inbox = join(root, 'inbox');
  beforeAll(async () => {
    house = await openHouse();
    scope = await house.organisation('acme');
    queue = await JobQueue.open(house.deps.pool, [collectJob.name, silenceJob.name]);
    clock = house.deps.clock.now();
    mkdirSync(inbox);
  });
  afterAll(async () => {
    await queue.close();
    await house.close();
  });

  const hours = (count: number): void => {
    clock = instantOfMillis(millisOfInstant(clock) + count * 3_600_000);
  };
  const round = (job: Job) =>
    new JobRunner({ ...house.deps, clock: { now: () => clock }, mayCollectFrom: below([inbox]) }, queue, [
      job,
    ]).round();
  const read = async (path: string): Promise<unknown> =>
    (await send(house, 'GET', `/v1/orgs/acme${path}?at=${clock}`, { headers: OWNER })).json();
  // Declared behind the route's back, as a server that was started otherwise left it.
  const declare = (name: string, path: string) =>
    house.deps.db.inOrganisation(scope.org, async (tx) => {
      const { insertCollector } = await import('./collectors.repository.ts');
      await insertCollector(tx, scope, {
        name,
        kind: 'scheduled',
        startedAt: clock,
        now: clock,
        definition: {
          title: name,
          covers: { all: false, controls: ['C-81'], checks: [] },
          scope: null,
          everyHours: 24,
          tolerance: 2,
          lists: 'findings',
          formats: [],
          reads: { path },
          retiredAt: null,
        },
      });
    });

  it('read their path when they are due, and not before', async () => {
    writeFileSync(join(inbox, 'scan.sarif'), SARIF);
    await declare('nightly', inbox);
    await round(collectJob);
    hours(1);
    await round(collectJob);
    expect(await read('/collectors/nightly')).toMatchObject({
      recent: [
        { complete: true, formats: ['sarif'], by: 'Assay, on schedule', imports: [expect.any(String)] },
      ],
    });
    hours(24);
    await round(collectJob);
    expect(await read('/collectors/nightly/runs')).toMatchObject({
      data: [{ complete: true }, { complete: true }],
    });
  });

  it('follow no link out of what they may read', async () => {
    const outside = join(root, 'outside.sarif');
    writeFileSync(outside, SARIF);
    symlinkSync(outside, join(inbox, 'link.sarif'));
    await declare('link', join(inbox, 'link.sarif'));
    await declare('missing', join(inbox, 'nothing'));
    await round(collectJob);
    hours(1);
    await round(collectJob);
    expect(await read('/collectors/link')).toMatchObject({
      recent: [{ because: ['authentication'], imports: [] }],
    });
    expect(await read('/collectors/missing')).toMatchObject({ recent: [{ complete: false }] });
  });

  it('are noticed once for each silence', async () => {
    hours(100);
    await round(silenceJob);
    hours(5);
    await round(silenceJob);
    const found = await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx.selectFrom('ledger_entries').select('subject').where('kind', '=', 'collector.silent').execute(),
    );
    expect(found.map((row) => row.subject).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'link',
      'missing',
      'nightly',
    ]);
  });
});
