// Tables of the frameworks slice.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

export interface OwnFrameworksTable {
  org_id: string;
  framework_id: string;
  definition: ColumnType<unknown, string, string>;
  known_from: Instant;
  known_until: Instant | null;
}
export interface ApplicabilityTable {
  org_id: string;
  requirement: string;
  applies: boolean;
  reason: string;
  known_from: Instant;
  known_until: Instant | null;
}

export interface FrameworksTables {
  own_frameworks: OwnFrameworksTable;
  applicability: ApplicabilityTable;
}
