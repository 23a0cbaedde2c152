// What lists an auditor asks for, which columns each has, and which of our controls it speaks for.
import type { ControlCode } from '../../kernel/index.ts';

export const POPULATION_KINDS = [
  'joiners',
  'leavers',
  'role_changes',
  'access_requests',
  'production_changes',
  'incidents',
  'vulnerabilities',
  'vendors',
  'backups',
  'restore_tests',
  'custom',
] as const;
export type PopulationKind = (typeof POPULATION_KINDS)[number];

/** Names under which strangers' files call a column; first the one that we would write. */
export interface KindColumns {
  readonly key: readonly string[];
  readonly day: readonly string[];
  readonly done: readonly string[];
  /** Columns beside these that a test of the control will ask for. */
  readonly fields: readonly string[];
}

export interface KindOfPopulation {
  readonly title: string;
  /** One of its rows, in words. */
  readonly one: string;
  /** What the day of a row says. */
  readonly dayMeans: string;
  /** What the day of the answering act says; empty when the kind has none of its own. */
  readonly doneMeans: string;
  /** Controls of the common set that this list is the population of; an event control asks for one kind. */
  readonly controls: readonly ControlCode[];
  readonly columns: KindColumns;
}

const ID = ['id', 'key', 'number', 'ticket', 'reference'] as const;

/** Event populations usually asked for; columns as the trackers and directories in use call them. */
export const KINDS: Readonly<Record<PopulationKind, KindOfPopulation>> = {
  joiners: {
    title: 'Joiners',
    one: 'joiner',
    dayMeans: 'joined on',
    doneMeans: 'checked and signed on',
    controls: ['C-06', 'C-24', 'C-25'],
    columns: {
      key: ['employee_id', 'person', 'email', 'user', ...ID],
      day: ['joined_on', 'start_date', 'hire_date', 'hired_on', 'started_on', 'day', 'date'],
      done: ['checked_on', 'signed_on', 'onboarded_on', 'completed_on'],
      fields: ['team', 'manager'],
    },
  },
  leavers: {
    title: 'Leavers',
    one: 'leaver',
    dayMeans: 'left on',
    doneMeans: 'access removed on',
    controls: ['C-30', 'C-35'],
    columns: {
      key: ['employee_id', 'person', 'email', 'user', ...ID],
      day: ['left_on', 'termination_date', 'last_day', 'end_date', 'terminated_on', 'day', 'date'],
      done: ['access_removed_on', 'revoked_on', 'access_removed', 'deprovisioned_on', 'disabled_on', 'done'],
      fields: ['team', 'manager', 'ticket'],
    },
  },
  role_changes: {
    title: 'Role changes',
    one: 'role change',
    dayMeans: 'changed on',
    doneMeans: 'rights adjusted on',
    controls: [],
    columns: {
      key: [...ID, 'employee_id', 'person', 'user'],
      day: ['changed_on', 'effective_date', 'effective_on', 'day', 'date'],
      done: ['adjusted_on', 'completed_on', 'done'],
      fields: ['from', 'to', 'approver'],
    },
  },
  access_requests: {
    title: 'Access requests',
    one: 'access request',
    dayMeans: 'requested on',
    doneMeans: 'approved on',
    controls: ['C-42'],
    columns: {
      key: ID,
      day: ['requested_on', 'created', 'created_at', 'opened_on', 'day', 'date'],
      done: ['approved_on', 'approved_at', 'granted_on', 'resolved', 'closed_on', 'done'],
      fields: ['requester', 'system', 'author', 'approver'],
    },
  },
  production_changes: {
    title: 'Production changes',
    one: 'change',
    dayMeans: 'merged on',
    doneMeans: 'approved on',
    controls: ['C-77'],
    columns: {
      key: ['commit', 'sha', 'merge_commit', 'pull_request', 'change', ...ID],
      day: ['merged_on', 'merged_at', 'deployed_on', 'deployed_at', 'closed_at', 'day', 'date'],
      done: ['approved_on', 'approved_at', 'reviewed_on'],
      fields: ['author', 'approvers', 'approver', 'subject', 'title', 'pull_request'],
    },
  },
  incidents: {
    title: 'Incidents',
    one: 'incident',
    dayMeans: 'found on',
    doneMeans: 'handled on',
    controls: ['C-72', 'C-73', 'C-75', 'C-76'],
    columns: {
      key: ['incident', ...ID],
      day: ['found_on', 'detected_on', 'opened_on', 'created', 'created_at', 'day', 'date'],
      done: ['handled_on', 'resolved_on', 'closed_on', 'resolved', 'closed_at', 'done'],
      fields: ['severity', 'title', 'owner'],
    },
  },
  vulnerabilities: {
    title: 'Vulnerabilities',
    one: 'vulnerability',
    dayMeans: 'found on',
    doneMeans: 'fixed on',
    controls: ['C-64'],
    columns: {
      key: ['vulnerability', 'cve', 'finding', ...ID],
      day: ['found_on', 'first_seen', 'detected_on', 'created_at', 'day', 'date'],
      done: ['fixed_on', 'resolved_on', 'closed_on', 'fixed_at', 'done'],
      fields: ['severity', 'asset'],
    },
  },
  vendors: {
    title: 'Vendors',
    one: 'vendor',
    dayMeans: 'taken on',
    doneMeans: 'agreement signed on',
    controls: ['C-87'],
    columns: {
      key: ['vendor', 'supplier', 'name', ...ID],
      day: ['taken_on', 'onboarded_on', 'start_date', 'since', 'day', 'date'],
      done: ['agreement_signed_on', 'signed_on', 'reviewed_on', 'done'],
      fields: ['service', 'owner'],
    },
  },
  backups: {
    title: 'Backups',
    one: 'backup',
    dayMeans: 'taken on',
    doneMeans: '',
    controls: ['C-90'],
    columns: {
      key: ['backup', 'job', 'snapshot', ...ID],
      day: ['taken_on', 'started_at', 'created_at', 'day', 'date'],
      done: ['verified_on', 'completed_at'],
      fields: ['system', 'result', 'status'],
    },
  },
  restore_tests: {
    title: 'Restore tests',
    one: 'restore test',
    dayMeans: 'tested on',
    doneMeans: '',
    controls: ['C-91'],
    columns: {
      key: ['test', ...ID],
      day: ['tested_on', 'performed_on', 'day', 'date'],
      done: ['signed_off_on'],
      fields: ['system', 'result', 'duration'],
    },
  },
  custom: {
    title: 'Another list',
    one: 'row',
    dayMeans: 'happened on',
    doneMeans: 'dealt with on',
    controls: [],
    columns: {
      key: ID,
      day: ['day', 'date', 'on', 'created_at'],
      done: ['done', 'done_on', 'closed_on'],
      fields: [],
    },
  },
};
