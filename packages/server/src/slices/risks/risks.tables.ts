// Tables of the risks slice: whole records, version by version.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

interface Versioned {
  org_id: string;
  revision: number;
  document: ColumnType<unknown, string, string>;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}
export type RiskMethodsTable = Versioned;
export interface RiskVersionsTable extends Versioned {
  code: string;
  seq: number;
}

export interface RisksTables {
  risk_methods: RiskMethodsTable;
  risk_versions: RiskVersionsTable;
}
