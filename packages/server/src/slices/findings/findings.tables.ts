// Tables of the findings slice: each row is a version that was known from one instant until the next.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

export interface FindingVersionsTable {
  org_id: string;
  finding_id: string;
  /** Place in the list, whatever its kind. */
  seq: number;
  revision: number;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
  finding: ColumnType<unknown, string, string>;
}

export interface FindingsTables {
  finding_versions: FindingVersionsTable;
}
