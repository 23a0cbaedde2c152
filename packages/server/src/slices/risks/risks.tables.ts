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

/** Estimates, the tolerance and costs of controls: `kind` says which, `thing` of what. */
export interface LossVersionsTable extends Versioned {
  kind: string;
  thing: string;
}

export interface RisksTables {
  loss_versions: LossVersionsTable;
  risk_methods: RiskMethodsTable;
  risk_versions: RiskVersionsTable;
}
