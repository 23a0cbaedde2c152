// Tables of the controls slice.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

export interface ControlVersionsTable {
  org_id: string;
  code: string;
  own: boolean;
  definition: ColumnType<unknown, string, string>;
  revision: number;
  known_from: Instant;
  known_until: Instant | null;
}
export interface ControlStatesTable {
  org_id: string;
  code: string;
  state: ColumnType<unknown, string, string>;
  known_from: Instant;
  known_until: Instant | null;
}
export interface MappingVersionsTable {
  org_id: string;
  code: string;
  requirement: string;
  relation: string;
  strength: string;
  rationale: string;
  source: string;
  reviewer: string;
  known_from: Instant;
  known_until: Instant | null;
}

export interface ControlsTables {
  control_versions: ControlVersionsTable;
  control_states: ControlStatesTable;
  mapping_versions: MappingVersionsTable;
}
