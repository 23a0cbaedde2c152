// Plans jobs by their schedules and does them: each moment once, however many servers there are and whoever died.
import { instantOfMillis, millisOfInstant, parseInstant, type Instant } from '@assay/core';
import { log } from '../../platform/log.ts';
import type { JobQueue, Taken } from '../../platform/jobs/queue.ts';
import { dueSlots } from '../../platform/jobs/slots.ts';
import { employers, jobScope } from '../../slices/access/access.module.ts';
import type { Deps } from '../deps.ts';
import type { Employer, Job, JobMoment } from './job.ts';
import { planJob } from './plans.repository.ts';

/** Somebody else has the job by now: what was done here must not be. */
class Outrun extends Error {}

export class JobRunner {
  readonly #deps: Deps;
  readonly #queue: JobQueue;
  readonly #jobs: readonly Job[];
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: Deps, queue: JobQueue, jobs: readonly Job[]) {
    this.#deps = deps;
    this.#queue = queue;
    this.#jobs = jobs;
  }

  /** Looks again and again, `everyMs` after each look has ended. */
  start(everyMs: number): void {
    const again = (): void => {
      if (this.#stopped) return;
      this.#round = this.round().catch((cause: unknown) => complain('round', cause));
      void this.#round.then(() => {
        this.#timer = setTimeout(again, everyMs);
        this.#timer.unref();
      });
    };
    again();
  }

  /** One look: queues what is due, then does what waits. */
  async round(): Promise<void> {
    const organisations = await employers(this.#deps.pool);
    for (const job of this.#jobs) {
      for (const employer of organisations) await this.#plan(job, employer);
      await this.#doAll(job, organisations);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
    await this.#queue.close();
  }

  /** What is due is queued in the transaction that notes how far the plan goes: no moment twice, none left out. */
  #plan(job: Job, { org }: Employer): Promise<void> {
    const now = this.#deps.clock.now();
    return this.#deps.pool.inOrganisation(org, (tx) =>
      planJob(tx, { org, job: job.name, now, begin: startOf(now, job) }, async (since) => {
        const slots = dueSlots(job, since, now);
        await this.#queue.put(
          tx,
          job.name,
          slots.map((slot) => ({ org, slot })),
        );
        return slots.at(-1);
      }),
    );
  }

  async #doAll(job: Job, organisations: readonly Employer[]): Promise<void> {
    while (!this.#stopped) {
      const taken = await this.#queue.take(job.name);
      if (!taken) return;
      try {
        await this.#do(job, taken, organisations);
      } catch (cause) {
        if (cause instanceof Outrun) continue;
        complain(job.name, cause);
        await this.#queue.giveBack(job.name, taken, cause instanceof Error ? cause.message : String(cause));
      }
    }
  }

  async #do(job: Job, taken: Taken, organisations: readonly Employer[]): Promise<void> {
    const employer = organisations.find(({ org }) => org === taken.org);
    const slot = parseInstant(taken.slot);
    // An organisation that is gone has nothing more to be done for it.
    const scope = employer && jobScope(employer, job);
    if (!employer || !scope?.ok || !slot) {
      await this.#deps.pool.inIdentity((tx) => this.#queue.settle(tx, job.name, taken));
      return;
    }
    const moment: JobMoment = { deps: this.#deps, scope: scope.value, slot, now: this.#deps.clock.now() };
    const effect = await job.prepare(moment);
    await this.#deps.pool.inOrganisation(employer.org, async (tx) => {
      // First the claim: its row is held until the effect is true, so a zombie waits here and then finds it gone.
      if (!(await this.#queue.settle(tx, job.name, taken))) throw new Outrun(job.name);
      await effect(tx);
    });
  }
}

/** A job that was never planned begins with the moment that has just come. */
function startOf(now: Instant, { everyMinutes }: Job): Instant {
  return instantOfMillis(millisOfInstant(now) - everyMinutes * 60_000);
}

function complain(job: string, cause: unknown): void {
  log('error', 'job', {
    job,
    error: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  });
}
