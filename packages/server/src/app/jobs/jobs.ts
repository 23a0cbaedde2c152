// Every job of the house, and how they begin once the server listens.
import { JobQueue } from '../../platform/jobs/queue.ts';
import { log } from '../../platform/log.ts';
import { returnMemory } from '../../platform/memory.ts';
import { erasuresEnd } from '../../slices/evidence/erasure.jobs.ts';
import { dryRunsExpire } from '../../slices/evidence/imports.jobs.ts';
import { keptDryRunsExpire } from '../../slices/kept/kept.jobs.ts';
import { collectJob, silenceJob } from '../../slices/monitoring/collectors/collectors.jobs.ts';
import { trailStreamJob } from '../../slices/trail/trail.jobs.ts';
import { digestJob } from '../../slices/work/digests.jobs.ts';
import type { Deps } from '../deps.ts';
import type { Job } from './job.ts';
import { JobRunner } from './runner.ts';

/** Seconds between two looks: a schedule is by the minute. */
const LOOK_MS = 20_000;

const JOBS: readonly Job[] = [
  collectJob,
  silenceJob,
  dryRunsExpire,
  keptDryRunsExpire,
  erasuresEnd,
  digestJob,
];

/** Begins to do jobs; a server whose queue cannot be opened serves all the same, and says so. */
export function beginJobs(deps: Deps): { stop(): Promise<void> } {
  const jobs = deps.trailTargets.length > 0 ? [...JOBS, trailStreamJob] : JOBS;
  const opened = JobQueue.open(
    deps.pool,
    jobs.map((job) => job.name),
  ).then(
    (queue) => {
      const runner = new JobRunner(deps, queue, jobs);
      runner.start(LOOK_MS);
      // Installing the queue and loading it grew the heap once; a server at rest need not keep that.
      returnMemory();
      return runner;
    },
    (cause: unknown) => {
      log('error', 'jobs', { error: cause instanceof Error ? cause.message : String(cause) });
      return undefined;
    },
  );
  return {
    stop: async () => {
      await (await opened)?.stop();
    },
  };
}
