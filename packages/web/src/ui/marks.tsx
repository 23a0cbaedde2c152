// Status by shape first, then colour, always with its word.
import type { ReactNode } from 'react';

/** The house's shapes: filled, notched, crossed, hatched, outlined, dashed, empty. */
type Shape = 'filled' | 'notched' | 'crossed' | 'hatched' | 'outlined' | 'dashed' | 'empty';

const STATES: Readonly<Record<string, readonly [string, Shape, string]>> = {
  proved: ['Proved', 'filled', 'pass'],
  accepted: ['Accepted', 'filled', 'pass'],
  supports: ['Supports', 'filled', 'pass'],
  pass: ['Pass', 'filled', 'pass'],
  implemented: ['In place', 'filled', 'none'],
  committed: ['Committed', 'filled', 'pass'],
  stale: ['Too old', 'notched', 'late'],
  pending_review: ['To review', 'outlined', 'late'],
  pending: ['To review', 'outlined', 'late'],
  outside_window: ['Outside period', 'dashed', 'late'],
  no_window: ['No period', 'dashed', 'none'],
  not_yet: ['Not yet', 'outlined', 'none'],
  failing: ['Failing', 'crossed', 'fail'],
  fail: ['Fail', 'crossed', 'fail'],
  rejected: ['Rejected', 'crossed', 'fail'],
  error: ['Error', 'crossed', 'fail'],
  refused: ['Refused', 'crossed', 'fail'],
  unclear: ['Unknown', 'hatched', 'none'],
  unseen: ['Not seen', 'empty', 'none'],
  unchanged: ['Unchanged', 'dashed', 'none'],
  unknown: ['No proof', 'hatched', 'none'],
  in: ['In', 'filled', 'none'],
  out: ['Out', 'dashed', 'none'],
  partly: ['Partly', 'notched', 'none'],
  binds: ['Binds', 'filled', 'none'],
  ended: ['Ended', 'dashed', 'none'],
  undecided: ['Undecided', 'empty', 'none'],
  not_in_place: ['Not in place', 'outlined', 'none'],
  not_started: ['Not started', 'empty', 'none'],
  planned: ['Planned', 'outlined', 'none'],
  not_applicable: ['Does not apply', 'dashed', 'none'],
  not_adopted: ['Not adopted', 'dashed', 'none'],
  undone: ['Undone', 'dashed', 'none'],
  kept_pending: ['Dry run', 'outlined', 'none'],
  kept_new: ['New', 'filled', 'none'],
  kept_changed: ['Changed', 'notched', 'none'],
  kept_unchanged: ['As it stands', 'dashed', 'none'],
  kept_silent: ['Says nothing', 'empty', 'none'],
  kept_error: ['Cannot stand', 'crossed', 'fail'],
  kept_left: ['Left', 'dashed', 'none'],
  way_new: ['New, to decide', 'empty', 'none'],
  way_conflict: ['Parents disagree', 'notched', 'late'],
  way_unclear: ['Nothing carried', 'hatched', 'none'],
  way_carried: ['As 2013 had it', 'outlined', 'none'],
  way_decided: ['Decided here', 'filled', 'pass'],
  reading: ['Being read', 'outlined', 'none'],
  interrupted: ['Interrupted', 'hatched', 'late'],
  standing_clear: ['Clear', 'filled', 'pass'],
  standing_exceptions: ['Exceptions', 'notched', 'late'],
  standing_failed: ['Failed', 'crossed', 'fail'],
  standing_unknown: ['Unknown', 'hatched', 'none'],
  standing_no_occurrence: ['No occurrence', 'empty', 'none'],
  standing_not_due: ['Not due', 'dashed', 'none'],
  standing_excluded: ['Excluded', 'dashed', 'none'],
  met: ['Met', 'filled', 'pass'],
  met_with_exceptions: ['Met with exceptions', 'notched', 'pass'],
  at_risk: ['At risk', 'outlined', 'late'],
  unmet: ['Unmet', 'crossed', 'fail'],
  task_open: ['To do', 'outlined', 'none'],
  task_done: ['Done', 'filled', 'pass'],
  task_blocked: ['Stands in the way', 'crossed', 'fail'],
  task_not_needed: ['Not needed', 'dashed', 'none'],
  collector_on_time: ['On time', 'filled', 'pass'],
  collector_late: ['Late', 'notched', 'late'],
  collector_outage: ['Outage', 'hatched', 'fail'],
  collector_waiting: ['Waiting', 'outlined', 'none'],
  collector_retired: ['Retired', 'dashed', 'none'],
  policy_published: ['In force', 'filled', 'pass'],
  policy_review_due: ['Review due', 'notched', 'late'],
  policy_approved: ['Approved', 'outlined', 'late'],
  policy_draft: ['Draft', 'outlined', 'none'],
  policy_retired: ['Retired', 'dashed', 'none'],
  policy_unmodified: ['Template unmodified', 'hatched', 'late'],
  policy_unreviewed: ['Unreviewed', 'empty', 'none'],
  policy_confirmed: ['Confirmed', 'filled', 'pass'],
  policy_missing: ['Not confirmed', 'outlined', 'late'],
  risk_unassessed: ['Not assessed', 'hatched', 'none'],
  risk_open: ['Open', 'crossed', 'fail'],
  risk_treated: ['In treatment', 'outlined', 'late'],
  risk_accepted: ['Accepted', 'notched', 'pass'],
  risk_acceptable: ['Acceptable', 'filled', 'pass'],
  risk_closed: ['Closed', 'dashed', 'none'],
  acceptance_holds: ['Holds', 'filled', 'pass'],
  acceptance_ended: ['Ended', 'dashed', 'none'],
  line_conforms: ['Conforms', 'filled', 'pass'],
  line_finding: ['Finding', 'crossed', 'fail'],
  line_not_audited: ['Left out', 'dashed', 'none'],
  line_waits: ['To look at', 'outlined', 'none'],
  year_audited: ['Audited', 'filled', 'pass'],
  year_finding: ['Audited, with a finding', 'crossed', 'fail'],
  year_planned: ['Planned', 'outlined', 'none'],
  year_left_out: ['Left out of its audit', 'dashed', 'none'],
  year_none: ['In no audit', 'empty', 'none'],
  audit_planned: ['Planned', 'empty', 'none'],
  audit_under_way: ['Under way', 'outlined', 'none'],
  audit_reported: ['Reported', 'filled', 'pass'],
  audit_overdue: ['Past its last day', 'notched', 'late'],
  finding_open: ['Open', 'empty', 'none'],
  finding_contained: ['Corrected', 'outlined', 'none'],
  finding_cause_known: ['Cause known', 'outlined', 'none'],
  finding_action_planned: ['Action planned', 'outlined', 'none'],
  finding_action_done: ['Action done', 'outlined', 'none'],
  finding_verified: ['Effective', 'filled', 'pass'],
  finding_closed: ['Closed', 'filled', 'pass'],
  clock_running: ['Runs', 'empty', 'none'],
  clock_due: ['Due within a week', 'outlined', 'late'],
  clock_overdue: ['Overdue', 'notched', 'fail'],
  clock_met: ['Met', 'filled', 'pass'],
  clock_met_late: ['Met late', 'notched', 'late'],
  step_done: ['Recorded', 'filled', 'pass'],
  step_next: ['Next', 'outlined', 'none'],
  step_open: ['Not yet', 'empty', 'none'],
  step_failed: ['Not effective', 'crossed', 'fail'],
  run_complete: ['Complete', 'filled', 'pass'],
  run_vouched: ['Vouched for', 'notched', 'pass'],
  isms_in_force: ['In force', 'filled', 'none'],
  isms_redrafted: ['In force, with a draft', 'notched', 'none'],
  isms_later: ['Approved for later', 'outlined', 'none'],
  isms_draft: ['Draft', 'outlined', 'none'],
  isms_missing: ['Not written', 'empty', 'none'],
  objective_met: ['Met', 'filled', 'pass'],
  objective_missed: ['Missed', 'crossed', 'fail'],
  objective_not_yet: ['Not yet', 'outlined', 'none'],
  objective_unknown: ['Unknown', 'hatched', 'none'],
  competence_shown: ['Shown', 'filled', 'pass'],
  competence_unlooked: ['Shown, effect unknown', 'notched', 'none'],
  competence_lapsed: ['Lapsed', 'notched', 'late'],
  competence_unproved: ['No proof', 'hatched', 'none'],
  feedback_answered: ['Answered', 'filled', 'pass'],
  feedback_open: ['No answer yet', 'outlined', 'none'],
  feedback_withdrawn: ['Withdrawn', 'dashed', 'none'],
  change_done: ['Done', 'filled', 'pass'],
  change_planned: ['Planned', 'outlined', 'none'],
  change_overdue: ['Past its date', 'notched', 'late'],
  review_closed: ['Closed', 'filled', 'pass'],
  review_planned: ['Planned', 'outlined', 'none'],
  review_overdue: ['Past its date', 'notched', 'late'],
  path_done: ['Done', 'filled', 'pass'],
  path_begun: ['Begun', 'notched', 'none'],
  path_open: ['Open', 'outlined', 'none'],
  path_not_needed: ['Not needed', 'dashed', 'none'],
  input_missing: ['Not considered yet', 'empty', 'none'],
  remark_blocks: ['Stands in the way', 'crossed', 'fail'],
  remark: ['Remark', 'outlined', 'none'],
  run_unknown: ['Unknown', 'hatched', 'late'],
  plan_in_time: ['In time', 'filled', 'pass'],
  plan_tight: ['Likely', 'notched', 'late'],
  plan_late: ['Late', 'crossed', 'fail'],
  plan_done: ['Done', 'filled', 'pass'],
  plan_new: ['New', 'outlined', 'none'],
  plan_later: ['Later', 'notched', 'late'],
  plan_earlier: ['Earlier', 'filled', 'none'],
  plan_gone: ['Gone', 'dashed', 'none'],
  limit_met: ['Kept', 'filled', 'pass'],
  limit_broken: ['Broken', 'crossed', 'fail'],
  loss_within: ['Within', 'filled', 'pass'],
  loss_beyond: ['Beyond', 'crossed', 'fail'],
  worth_pays: ['Worth its cost', 'filled', 'pass'],
  worth_may_pay: ['May be worth it', 'outlined', 'none'],
  worth_does_not_pay: ['Costs more', 'crossed', 'late'],
  worth_no_cost: ['Cost not said', 'hatched', 'none'],
  worth_no_estimate: ['Not estimated', 'empty', 'none'],
};

/** The states of a requirement as legends and filters list them: from proved to what needs nothing. */
export const REQUIREMENT_STATES = [
  'proved',
  'stale',
  'pending_review',
  'outside_window',
  'failing',
  'unknown',
  'not_in_place',
  'undecided',
  'not_applicable',
] as const;

/** Word, shape and colour class of a state. */
export function stateOf(state: string): readonly [string, Shape, string] {
  return STATES[state] ?? [state, 'outlined', 'none'];
}

export function StatusMark({ state, children }: { readonly state: string; readonly children?: ReactNode }) {
  const [word, shape, colour] = stateOf(state);
  return (
    <span className="mark">
      <span className={`status-${colour}`}>
        <ShapeIcon shape={shape} />
      </span>
      <span className="word">{children ?? word}</span>
    </span>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The shape alone, for legends; `at` places it within a picture. */
export function ShapeIcon({ shape, at }: { readonly shape: Shape; readonly at?: Box }) {
  const box = at ? { x: at.x, y: at.y, width: at.width, height: at.height } : {};
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" {...box}>
      {drawn(shape)}
    </svg>
  );
}

function drawn(shape: Shape) {
  switch (shape) {
    case 'filled':
      return <rect x="1" y="1" width="10" height="10" fill="currentColor" />;
    case 'notched':
      return <path d="M1 1h6v4h4v6H1z" fill="currentColor" />;
    case 'crossed':
      return <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.4" fill="none" />;
    case 'hatched':
      return (
        <path
          d="M1 5l4-4M1 9l8-8M2 11l9-9M6 11l5-5M10 11l1-1"
          stroke="currentColor"
          strokeWidth="1.2"
          fill="none"
        />
      );
    case 'outlined':
      return (
        <rect
          x="1.75"
          y="1.75"
          width="8.5"
          height="8.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      );
    case 'dashed':
      return <path d="M1 6h10" stroke="currentColor" strokeWidth="2" fill="none" />;
    case 'empty':
      return (
        <rect
          x="1.5"
          y="1.5"
          width="9"
          height="9"
          fill="none"
          stroke="currentColor"
          strokeWidth="1"
          strokeDasharray="2 2"
        />
      );
    default:
      return shape satisfies never;
  }
}

/** A framework's name in its own hue, the only place where that hue stands for words. */
export function FrameworkMark({ view, children }: { readonly view: string; readonly children: ReactNode }) {
  return (
    <span className={`framework ${view === 'soc2' ? 'soc2' : 'iso'}`}>
      <span className="word">{children}</span>
    </span>
  );
}

/** A number of a whole. */
export function Fraction({
  of,
}: {
  readonly of: { readonly numerator: number; readonly denominator: number };
}) {
  return (
    <span>
      {of.numerator}
      <span className="faint"> / {of.denominator}</span>
    </span>
  );
}
