// Table of the advisor: the one answers of an organisation, and figures that somebody knows better.
import type { DocumentTable } from '../../platform/postgres/documentTable.ts';

export interface AdvisorTables {
  advisor_versions: DocumentTable;
}
