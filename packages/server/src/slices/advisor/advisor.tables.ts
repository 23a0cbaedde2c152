// Table of the advisor: whole records, version by version.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

/** `kind` says what: the one answers of an organisation, or a figure that somebody knows better; `thing` which. */
export interface AdvisorVersionsTable {
  org_id: string;
  kind: string;
  thing: string;
  revision: number;
  document: ColumnType<unknown, string, string>;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}

export interface AdvisorTables {
  advisor_versions: AdvisorVersionsTable;
}
