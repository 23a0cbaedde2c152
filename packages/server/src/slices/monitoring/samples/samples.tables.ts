// Tables of samples.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

export interface SamplesTable {
  org_id: string;
  sample_id: string;
  seq: number;
  draw: number;
  control: string;
  population_id: string;
  population_title: string;
  rows: number;
  digest: string;
  definition: unknown;
  sizes: unknown;
  parts: unknown;
  extensions: unknown;
  voided: unknown;
  made_by: string;
  made_at: Instant;
}
export interface SampleItemsTable {
  org_id: string;
  sample_id: string;
  number: number;
  rank: number;
  stratum: string;
  step: number;
  row_text: string;
  results: unknown;
  evidence: string[];
  note: string;
  tester: string | null;
  tested_on: string | null;
  revision: number;
}

/** Sizes that the organisation named itself; each row is a version. */
export interface SampleProfileVersionsTable {
  org_id: string;
  name: string;
  revision: number;
  title: string;
  rule: ColumnType<unknown, string, string>;
  source: string;
  deleted: boolean;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}

export interface SampleTables {
  samples: SamplesTable;
  sample_items: SampleItemsTable;
  sample_profile_versions: SampleProfileVersionsTable;
}
