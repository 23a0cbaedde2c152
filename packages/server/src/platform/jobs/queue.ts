// The queue behind jobs: pg-boss, with its claim fenced by the transaction of the effect (ADR 20).
import type { Database, Tx } from '../postgres/database.ts';
import { install, outside, PLAIN, within, type QueueOptions } from './schema.repository.ts';

/** One job to do: of which organisation, for which moment. What it does follows from data, not from here. */
export interface Item {
  readonly org: string;
  /** The moment of the schedule for which it is done. */
  readonly slot: string;
}

/** A job that was taken: whoever holds a newer attempt of it settles it, nobody else. */
export interface Taken extends Item {
  readonly id: string;
  readonly retryCount: number;
}

const QUEUE_OPTIONS: QueueOptions = { expireSeconds: 900, retryLimit: 5, tidySeconds: 60 };

type Boss = import('pg-boss').PgBoss;

export class JobQueue {
  readonly #boss: Boss;

  private constructor(boss: Boss) {
    this.#boss = boss;
  }

  /** Brings the queue's own schema to this program's version as the owner, then serves as the application's role. */
  static async open(
    db: Database,
    names: readonly string[],
    options: QueueOptions = QUEUE_OPTIONS,
  ): Promise<JobQueue> {
    // Loaded only now: the server listens already.
    const { PgBoss } = await import('pg-boss');
    await install(PgBoss, db.place, { names, options });
    const boss = new PgBoss({
      ...PLAIN,
      db: outside(db),
      migrate: false,
      createSchema: false,
      supervise: true,
      superviseIntervalSeconds: options.tidySeconds,
      monitorIntervalSeconds: options.tidySeconds,
    });
    // The database may be away for a while; the next look tries again.
    boss.on('error', () => undefined);
    await boss.start();
    return new JobQueue(boss);
  }

  /** Queues jobs in the caller's transaction. */
  async put(tx: Tx, name: string, items: readonly Item[]): Promise<void> {
    if (items.length === 0) return;
    await this.#boss.insert(
      name,
      items.map(({ org, slot }) => ({ data: { org, slot } })),
      { db: within(tx) },
    );
  }

  /** Takes the next job, for as long as `expireSeconds`; undefined when none waits. */
  async take(name: string): Promise<Taken | undefined> {
    const [job] = await this.#boss.fetch<Item>(name, { batchSize: 1, includeMetadata: true });
    return job && { id: job.id, retryCount: job.retryCount, org: job.data.org, slot: job.data.slot };
  }

  /** Ends a job in the transaction of its effect; false when it is another's by now, so the effect must not be. */
  async settle(tx: Tx, name: string, { id, retryCount }: Taken): Promise<boolean> {
    const done = await this.#boss.complete(name, { id, retryCount }, null, { db: within(tx) });
    return affected(done) > 0;
  }

  /** Gives a job back to be tried again later. */
  async giveBack(name: string, { id, retryCount }: Taken, why: string): Promise<void> {
    await this.#boss.fail(name, { id, retryCount }, { why });
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false });
  }
}

function affected(answer: object): number {
  const count: unknown = Object.getOwnPropertyDescriptor(answer, 'affected')?.value;
  return typeof count === 'number' ? count : 0;
}
