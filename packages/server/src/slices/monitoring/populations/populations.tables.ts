// Tables of populations.
import type { Instant } from '@assay/core';

export interface PopulationsTable {
  org_id: string;
  seq: number;
  state: string;
  kind: string;
  title: string;
  scope: string | null;
  controls: string[];
  artefact: string;
  filename: string;
  reading: unknown;
  mapping: unknown;
  provenance: unknown;
  warnings: unknown;
  rows: number;
  first_day: string | null;
  last_day: string | null;
  digest: string | null;
  made_by: string;
  created_at: Instant;
  frozen_by: string | null;
  frozen_at: Instant | null;
  supersedes: number | null;
  superseded_by: number | null;
  superseded_at: Instant | null;
}
export interface PopulationEventsTable {
  org_id: string;
  population: number;
  place: number;
  key: string;
  day: string;
  done: string | null;
  /** The row in canonical JSON. */
  body: string;
}
export interface PopulationReconciliationsTable {
  org_id: string;
  population: number;
  number: number;
  source: string;
  artefact: string | null;
  other: number | null;
  result: unknown;
  agrees: boolean;
  made_by: string;
  made_at: Instant;
}

export interface PopulationTables {
  populations: PopulationsTable;
  population_events: PopulationEventsTable;
  population_reconciliations: PopulationReconciliationsTable;
}
