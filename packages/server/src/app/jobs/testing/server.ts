// A server of the job test: does one job over the database that it is given, and sleeps between taking it and its effect.
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDir } from '../../../platform/datadir.ts';
import { JobQueue } from '../../../platform/jobs/queue.ts';
import { Database } from '../../../platform/postgres/database.ts';
import { record } from '../../../slices/evidence/evidence.module.ts';
import { placeSchema } from '../../../testing/door.ts';
import { openVault } from '../../../platform/sealing/vault.ts';
import { depsOver } from '../../../testing/house.ts';
import type { Job } from '../job.ts';
import { JobRunner } from '../runner.ts';

const [place = '', sleepMs = '0', rounds = '1'] = process.argv.slice(2);
const db = new Database(placeSchema.parse(JSON.parse(place)), 4);
const directory = mkdtempSync(join(tmpdir(), 'assay-job-'));
// As root the engine's user must be able to walk here, although no engine is started.
chmodSync(directory, 0o711);
const queue = await JobQueue.open(db, ['stopped'], { expireSeconds: 1, retryLimit: 20, tidySeconds: 1 });
const job: Job = {
  name: 'stopped',
  everyMinutes: 1_000_000,
  missed: 'latest',
  permission: 'evidence.add',
  prepare: async ({ scope, slot, now }) => {
    process.send?.('taken');
    await new Promise((resolve) => setTimeout(resolve, Number(sleepMs)));
    return async (tx) => {
      await record(tx, scope, { kind: 'test.stopped', subject: slot, at: now, payload: { slot } });
    };
  },
};
const runner = new JobRunner(
  depsOver(db, { directory, vault: await openVault(openDataDir(directory)) }),
  queue,
  [job],
);
for (let i = 0; i < Number(rounds); i += 1) {
  await runner.round();
  await new Promise((resolve) => setTimeout(resolve, 300));
}
await runner.stop();
await db.close();
process.disconnect?.();
