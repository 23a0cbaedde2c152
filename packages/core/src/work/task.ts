// What a task is: something that the state of data asks for, or that a person typed in; never a list kept by hand.
import type { OwnerRole } from '../controls/index.ts';
import type { ControlCode, Instant, PlainDate } from '../kernel/index.ts';

/**
 * Kinds of tasks in the order of their weight, where nothing else decides: what is missed or wrong before what is
 * due, what is due before what waits.
 */
export const TASK_KINDS = [
  'make_up',
  'fix_failing',
  'perform',
  'planned',
  'typed',
  'respond',
  'audit',
  'review_policy',
  'confirm_policy',
  'decide_policy',
  'manage',
  'review_evidence',
  'renew_evidence',
  'expiring',
  'commit_import',
  'map_checks',
  'give_evidence',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Minutes that a task of each kind takes; estimates for ordering a morning, shown as such. */
export const TASK_MINUTES: Readonly<Record<TaskKind, number>> = {
  make_up: 120,
  fix_failing: 120,
  perform: 60,
  planned: 60,
  typed: 30,
  respond: 60,
  audit: 120,
  review_policy: 60,
  confirm_policy: 15,
  decide_policy: 20,
  manage: 30,
  review_evidence: 10,
  renew_evidence: 30,
  expiring: 15,
  commit_import: 5,
  map_checks: 20,
  give_evidence: 30,
};

/** Where a task is done. */
export type TaskPlace =
  | { readonly at: 'control'; readonly control: ControlCode }
  | { readonly at: 'evidence'; readonly evidence: string }
  | { readonly at: 'import'; readonly id: string }
  | { readonly at: 'checks'; readonly scanner: string }
  | { readonly at: 'window'; readonly control: ControlCode | undefined }
  | { readonly at: 'finding'; readonly finding: string }
  | { readonly at: 'audit'; readonly audit: string }
  | { readonly at: 'policy'; readonly policy: string }
  | { readonly at: 'company'; readonly record: string | undefined }
  | { readonly at: 'work' };

export interface Task {
  /** Stable as long as the same thing is asked for: `fix_failing:C-43`, `review_evidence:E-31`, `T-4`. */
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: string;
  /** One sentence that names the facts it follows from. */
  readonly why: string;
  /** What the state of data has to become for it to close; one sentence. */
  readonly closes: string;
  /** What good evidence of its control looks like, and what is sent back. */
  readonly example: { readonly good: string; readonly bad: string } | undefined;
  readonly control: ControlCode | undefined;
  readonly owner: OwnerRole;
  /** Who was named for it, where somebody was. */
  readonly person: string | undefined;
  /** Several who are asked for the same, each by name. */
  readonly people?: readonly string[];
  /** Last day on which it is in time. */
  readonly until: PlainDate | undefined;
  readonly minutes: number;
  readonly place: TaskPlace;
}

/** What people said of a task. */
export interface TaskMark {
  /** Out of sight until this day begins. */
  readonly snoozed?: { readonly until: PlainDate; readonly because: string; readonly by: string };
  /** Another role that it was handed to. */
  readonly handedTo?: OwnerRole;
}

/** A task that a person typed in. */
export interface TypedTask {
  readonly id: string;
  readonly title: string;
  readonly control: ControlCode | undefined;
  readonly owner: OwnerRole;
  readonly due: PlainDate | undefined;
  readonly by: string;
  readonly addedAt: Instant;
  readonly done: { readonly because: string; readonly by: string; readonly at: Instant } | undefined;
}
