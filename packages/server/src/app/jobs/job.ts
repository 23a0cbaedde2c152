// What a job is: something that an organisation does on a schedule, in its own scope, once for each moment.
import type { Id, Instant, Permission } from '@assay/core';
import type { Rhythm } from '../../platform/jobs/slots.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../../slices/access/access.module.ts';
import type { Deps } from '../deps.ts';

/** The moment of a job, and with what rights it is done. */
export interface JobMoment {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly slot: Instant;
  readonly now: Instant;
}

/** What a job does in the transaction that also ends it: a throw undoes both, and the job is tried again. */
export type Effect = (tx: Tx) => Promise<void>;

export interface Job extends Rhythm {
  /** Lower-case letters and hyphens; the queue's name. */
  readonly name: string;
  /** The most that it may do; checked as a route's is. */
  readonly permission: Permission;
  /**
   * Gives the effect, which is made once. What is done before giving it is outside the transaction and may happen
   * twice: slow things that count for nothing by themselves, such as reading a file.
   */
  readonly prepare: (moment: JobMoment) => Promise<Effect>;
}

/** An organisation that jobs are done for. */
export interface Employer {
  readonly org: Id<'organisation'>;
  readonly slug: string;
  readonly name: string;
  readonly demo: boolean;
}
