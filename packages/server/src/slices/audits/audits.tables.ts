// Tables of the audits slice: each row is a version that was known from one instant until the next.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

interface Versioned {
  org_id: string;
  revision: number;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}
export interface AuditVersionsTable extends Versioned {
  audit_id: string;
  seq: number;
  audit: ColumnType<unknown, string, string>;
}
export interface AuditProgrammesTable extends Versioned {
  programme: ColumnType<unknown, string, string>;
}

export interface AuditsTables {
  audit_versions: AuditVersionsTable;
  audit_programmes: AuditProgrammesTable;
}
