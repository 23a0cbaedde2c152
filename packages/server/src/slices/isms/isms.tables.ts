// Tables of the isms slice: versions of whole records, and who approved which of them.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

export interface IsmsVersionsTable {
  org_id: string;
  record_id: string;
  kind: string;
  revision: number;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
  record: ColumnType<unknown, string, string>;
}

export interface IsmsApprovalsTable {
  org_id: string;
  record_id: string;
  revision: number;
  approved_by: string;
  role: string;
  recorded_by: string;
  approved_at: Instant;
}

export interface IsmsTables {
  isms_versions: IsmsVersionsTable;
  isms_approvals: IsmsApprovalsTable;
}
