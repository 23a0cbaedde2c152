// Table of statements and registers that were brought.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

type Json = ColumnType<unknown, string, string>;

export interface KeptImportsTable {
  org_id: string;
  /** `K-3` */
  kept_id: string;
  seq: number;
  kind: string;
  state: string;
  filename: string;
  artefact: string;
  edition: string | null;
  /** What a person said of the table. */
  asked: Json;
  /** What was read of the file. */
  reading: Json;
  /** What each row changed when it was committed. */
  outcome: ColumnType<unknown, string | null, string | null>;
  /** What was written, and what stood before. */
  effect: ColumnType<unknown, string | null, string | null>;
  made_by: string;
  created_at: Instant;
  committed_at: Instant | null;
  undone_at: Instant | null;
}

export interface KeptTables {
  kept_imports: KeptImportsTable;
}
