// Tables of the policies slice.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

export interface PolicyVersionsTable {
  org_id: string;
  policy_code: string;
  /** Number of the text that is approved and published as one. */
  version: number;
  /** How often that text was written before it was approved, and what happened to it since. */
  revision: number;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
  title: string;
  owner: string;
  template: string | null;
  review_months: number;
  answers: string[];
  controls: string[];
  body: string;
  variables: ColumnType<unknown, string, string>;
  approval: ColumnType<unknown, string | null, string | null>;
  publication: ColumnType<unknown, string | null, string | null>;
  /** What the version was brought as; null for what was written here. */
  file: ColumnType<unknown, string | null, string | null>;
  /** By whom and why the policy ended with this version. */
  retirement: ColumnType<unknown, string | null, string | null>;
}
export interface PolicyAcknowledgementsTable {
  org_id: string;
  policy_code: string;
  version: number;
  /** The name by which two spellings are one person. */
  person_key: string;
  person: string;
  proof: string | null;
  recorded_by: string;
  confirmed_at: Instant;
}

export interface PolicyTables {
  policy_versions: PolicyVersionsTable;
  policy_acknowledgements: PolicyAcknowledgementsTable;
}
