// Every table that the ledger answers for, with the name that verification gives a row of it; and those that it does
// not answer for, each with the reason. A test holds both against the catalogue.
import { TARGETS } from './targets.ts';

interface Backed {
  /** SQL of the text that the row's fault must begin with; several, separated by |. */
  readonly name: string;
  /** Rows that count. */
  readonly where?: string;
  /** Columns that nothing is derived from and that nobody reads back. */
  readonly silent?: readonly string[];
}

const evidence = (id: string): string =>
  `'evidence E-' || (select e.seq from evidence e where e.evidence_id = ${id}) || '|evidence ' || ${id}`;

/** As `targets.ts` says of them. */
const SILENT: Readonly<Record<string, readonly string[]>> = {
  artefacts: ['stored_at'],
  ledger_heads: ['signed_at'],
};

export const LEDGER_BACKED: Readonly<Record<string, Backed>> = {
  ...Object.fromEntries(
    Object.entries(TARGETS).map(([table, { name, where }]): [string, Backed] => [
      table,
      { name, ...(where === undefined ? {} : { where }), silent: SILENT[table] ?? [] },
    ]),
  ),
  evidence: { name: evidence('t.evidence_id') },
  evidence_versions: { name: evidence('t.evidence_id') },
  access_versions: { name: "'access'" },
  populations: { name: "'frozen population|superseded population'", where: 't.frozen_at is not null' },
  population_reconciliations: { name: "'second source of population'" },
  samples: { name: "'draw of sample|extension of sample|voided sample'" },
  sample_items: { name: "'test of sample|draw of sample|extension of sample'" },
  own_frameworks: { name: "'own framework'" },
  applicability: { name: "'applicability of'" },
  check_controls: { name: "'controls of check'" },
  collector_versions: { name: "'promises of collector'" },
  control_schedules: { name: "'schedule of control'" },
  exclusion_versions: { name: "'exclusion'" },
  window_versions: { name: "'window'" },
  work_calendars: { name: "'calendar of'" },
  evidence_bearings: { name: "'bearing of'" },
  sample_profile_versions: { name: "'sample profile'" },
  isms_versions: { name: "'record of the management system'" },
  isms_approvals: { name: "'approval of'" },
  policy_versions: { name: "'policy'" },
  policy_acknowledgements: { name: "'acknowledgement of'" },
  plan_versions: { name: "'plan'" },
  plan_baselines: { name: "'approved plan'" },
  room_versions: { name: "'auditors’ rooms'" },
  audit_versions: { name: "'internal audit'" },
  audit_programmes: { name: "'audit programme of'" },
  finding_versions: { name: "'finding'" },
  risk_methods: { name: "'risk method of'" },
  risk_versions: { name: "'risk'" },
  loss_versions: { name: "'loss'" },
  advisor_versions: { name: "'advice'" },
  kept_imports: { name: "'import of a kept table'", where: 't.committed_at is not null' },
  obligation_versions: { name: "'obligation'" },
  soa_row_versions: { name: "'row of the statement of applicability'" },
  soa_versions: { name: "'approved statement of applicability'" },
};

/** Tables that no entry speaks of row by row. */
export const NOT_BACKED: Readonly<Record<string, string>> = {
  organisations: 'names the tenant; its settings are versions of their own',
  counters: 'the next number of a list; numbers that are taken stand in the records',
  idempotency: 'answers of a day',
  collectors: 'names of collectors; what they promise are versions of their own',
  collector_checks: 'which checks a collector brought, read again from its imports',
  collector_runs: 'runs are told by entries, their rows are not compared yet',
  collector_run_imports: 'which imports a run brought; not compared yet',
  collector_notices: 'when somebody was told of a silence',
  population_events: 'rows of a population; its digest stands in the frozen population',
  tasks: 'typed tasks are told by entries, their rows are not compared yet',
  task_marks: 'snoozes and hand-overs are told by entries, their rows are not compared yet',
  work_preferences: 'how somebody is told of work',
  calendar_feeds: 'hashes of addresses that were given out',
  work_digests: 'letters that went out',
  job_plans: 'how far the server has planned',
  trail_streams: 'how far the server has streamed',
};
