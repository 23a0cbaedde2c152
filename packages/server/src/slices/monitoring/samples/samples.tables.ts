// Tables of samples.
import type { Instant } from '@assay/core';

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

export interface SampleTables {
  samples: SamplesTable;
  sample_items: SampleItemsTable;
}
