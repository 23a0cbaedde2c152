// One transaction for everything that a request writes: all of it with its kept answer, or nothing.
import type { ControlledTransaction } from 'kysely';
import type { Id } from '@assay/core';
import { enter, IDENTITY, type Database, type Transactions, type Tx } from './database.ts';
import type { Schema } from './schema.ts';
import { Writes } from './writes.ts';

/** Begins at its first use, so that a body is received before a connection is held. */
export class Unit implements Transactions {
  readonly #db: Database;
  readonly #first: (unit: Unit) => Promise<void>;
  readonly #after: (() => Promise<void>)[] = [];
  #begun: Promise<ControlledTransaction<Schema>> | undefined;
  #realm: string | undefined;
  readonly #writes = new Writes();
  #depth = 0;

  /** `first` runs before the first work and may refuse it by throwing. */
  constructor(db: Database, first: (unit: Unit) => Promise<void> = () => Promise.resolve()) {
    this.#db = db;
    this.#first = first;
  }

  inOrganisation<T>(org: Id<'organisation'>, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#within(org, work);
  }

  inIdentity<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#within(IDENTITY, work);
  }

  afterCommit(act: () => Promise<void>): Promise<void> {
    this.#after.push(act);
    return Promise.resolve();
  }

  version(): Promise<string> {
    return this.#db.version();
  }

  /** Tables that the work has changed so far. */
  changed(): ReadonlySet<string> {
    return this.#writes.tables;
  }

  /** Makes everything true; what was put off until then is done. */
  async commit(): Promise<void> {
    const tx = await this.#begun;
    await tx?.commit().execute();
    this.#begun = undefined;
    for (const act of this.#after.splice(0)) await act();
  }

  /** Makes nothing true; a connection that died has rolled back by itself. */
  async rollback(): Promise<void> {
    const begun = this.#begun;
    this.#begun = undefined;
    this.#after.length = 0;
    await begun?.then((tx) => tx.rollback().execute()).catch(() => undefined);
  }

  async #within<T>(realm: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const tx = await this.#open();
    const outer = this.#depth > 0 ? this.#realm : undefined;
    await this.#enter(tx, realm);
    this.#depth += 1;
    const result = await work(tx).finally(() => {
      this.#depth -= 1;
    });
    if (outer !== undefined) await this.#enter(tx, outer);
    return result;
  }

  async #open(): Promise<Tx> {
    if (this.#begun) return this.#begun;
    this.#begun = this.#db.begin().then((tx) => tx.withPlugin(this.#writes));
    await this.#first(this);
    // The key of the call is no effect of it.
    this.#writes.tables.clear();
    return this.#begun;
  }

  async #enter(tx: Tx, realm: string): Promise<void> {
    if (this.#realm !== realm) await enter(tx, realm);
    this.#realm = realm;
  }
}
