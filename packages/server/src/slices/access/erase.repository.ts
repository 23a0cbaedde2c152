// Removes every row of an organisation, children before parents.
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from './scope.ts';

/** Tables of an organisation in the order in which they can be emptied; a test compares it with the catalogue. */
export const TENANT_TABLES = [
  'collector_notices',
  'work_digests',
  'calendar_feeds',
  'work_preferences',
  'task_marks',
  'tasks',
  'sample_profile_versions',
  'finding_versions',
  'sample_items',
  'samples',
  'collector_run_imports',
  'collector_runs',
  'collector_checks',
  'collector_versions',
  'collectors',
  'evidence_bearings',
  'exclusion_versions',
  'control_schedules',
  'window_versions',
  'work_calendars',
  'evidence_versions',
  'evidence',
  'latest_observations',
  'day_rollups',
  'failure_spans',
  'observations',
  'import_problems',
  'population_rows',
  'population_reconciliations',
  'population_events',
  'populations',
  'imports',
  'artefacts',
  'check_controls',
  'ledger_entries',
  'ledger_tiles',
  'ledger_heads',
  'applicability',
  'mapping_versions',
  'control_states',
  'control_versions',
  'own_frameworks',
  'idempotency',
  'job_plans',
  'counters',
  'organisation_versions',
  'organisations',
] as const;

export async function eraseOrganisation(tx: Tx, scope: OrgScope): Promise<void> {
  for (const table of TENANT_TABLES) await tx.deleteFrom(table).where('org_id', '=', scope.org).execute();
}
