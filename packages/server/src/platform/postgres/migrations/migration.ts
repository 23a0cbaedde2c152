// What a step of the schema is.
import type { Kysely } from 'kysely';

/** A step of the schema. Forward only: a released step never changes. */
export interface Migration {
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}
