// The columns of a table of records that are kept whole, version by version.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

/** `kind` says what a row is of those that the table holds, `thing` which one. */
export interface DocumentTable {
  org_id: string;
  kind: string;
  thing: string;
  revision: number;
  document: ColumnType<unknown, string, string>;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}
