// Tables of the risks slice: whole records, version by version.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';
import type { DocumentTable } from '../../platform/postgres/documentTable.ts';

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
  /** Estimates, the tolerance and costs of controls. */
  loss_versions: DocumentTable;
  risk_methods: RiskMethodsTable;
  risk_versions: RiskVersionsTable;
}
