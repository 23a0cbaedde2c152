// What the product itself knows for the seven inputs of a management review (9.3.2), with the register it comes from.
// What it does not know is said as such: a fact without value is no answer.
import { auditState, type NamedAudit } from '../audits/index.ts';
import { isNonconformity, isOverdue, stateOf, type Finding, type NamedFinding } from '../findings/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import type { CriterionStatus } from '../monitoring/index.ts';
import type { RiskStanding } from '../risks/index.ts';
import { objectiveStanding, type Objective } from './objective.ts';
import type { Feedback } from './feedback.ts';
import type { ManagementReview, ReviewAction, ReviewFact, ReviewInput } from './review.ts';

/** Everything the facts are computed from, as it stands on a day. */
export interface ReviewKnown {
  readonly today: PlainDate;
  /** Reviews that are closed and were held before this one, the oldest first. */
  readonly earlier: readonly { readonly id: string; readonly review: ManagementReview }[];
  /** Versions of context and of the list of parties, with the day on which each was written. */
  readonly context: readonly VersionWritten[];
  readonly parties: readonly VersionWritten[];
  readonly objectives: readonly { readonly id: string; readonly objective: Objective }[];
  /** What parties said, with the day on which it was recorded. */
  readonly feedback: readonly {
    readonly id: string;
    readonly feedback: Feedback;
    readonly recordedOn: PlainDate;
  }[];
  readonly findings: readonly NamedFinding[];
  readonly audits: readonly NamedAudit[];
  readonly risks: readonly { readonly code: string; readonly standing: RiskStanding }[];
  /** How far proof has come, as Home says it. */
  readonly proved: string;
  /** Criteria of the current window by status; undefined where no window runs. */
  readonly window: ReadonlyMap<CriterionStatus, number> | undefined;
}

export interface VersionWritten {
  readonly revision: number;
  readonly on: PlainDate;
  readonly approved: boolean;
}

type Facts = (known: ReviewKnown) => readonly ReviewFact[];

/** The facts for each input as of the day. */
export function reviewFacts(known: ReviewKnown): ReadonlyMap<ReviewInput, readonly ReviewFact[]> {
  return new Map(INPUTS.map(([input, facts]) => [input, facts(known)]));
}

const INPUTS: readonly (readonly [ReviewInput, Facts])[] = [
  ['earlier_actions', earlierActions],
  ['issues', ({ context, ...known }) => [changed('Context (4.1)', context, known)]],
  ['parties', ({ parties, ...known }) => [changed('Interested parties (4.2)', parties, known)]],
  [
    'performance',
    (known) => [nonconformities(known), ...measurements(known), auditResults(known), objectivesMet(known)],
  ],
  ['feedback', feedback],
  ['risks', riskFacts],
  ['opportunities', opportunities],
];

function earlierActions({ earlier, today }: ReviewKnown): readonly ReviewFact[] {
  if (earlier.length === 0)
    return [{ source: 'Earlier reviews', value: 'No review was closed before this one.' }];
  return earlier.slice(-3).map(({ id, review }) => {
    const done = review.actions.filter((action) => action.done !== null).length;
    const open = review.actions
      .filter((action) => action.done === null)
      .map((action) => openAction(action, today));
    return {
      source: `${id} of ${review.on}`,
      value: clip(
        `${done} of ${review.actions.length} actions done${open.length > 0 ? `; open: ${open.join('; ')}` : ''}.`,
      ),
    };
  });
}

function openAction({ what, due }: ReviewAction, today: PlainDate): string {
  if (due === null) return what;
  return due < today ? `${what} (was due ${due})` : `${what} (due ${due})`;
}

function changed(
  source: string,
  versions: readonly VersionWritten[],
  { earlier }: Pick<ReviewKnown, 'earlier'>,
): ReviewFact {
  const newest = versions.at(-1);
  if (newest === undefined) return { source, value: null };
  const since = earlier.at(-1)?.review.on;
  const after = versions.filter(({ on }) => since === undefined || on > since).length;
  const when = since === undefined ? 'so far' : `since ${since}`;
  const last = `version ${newest.revision} of ${newest.on}${newest.approved ? '' : ', which nobody has approved'}`;
  return {
    source,
    value: `${counted(after, 'version', 'versions')} written ${when}; the newest is ${last}.`,
  };
}

function nonconformities({ findings, today, earlier }: ReviewKnown): ReviewFact {
  const own = findings.filter(({ finding }) => isNonconformity(finding.kind) || finding.kind === 'exception');
  const open = own.filter(({ finding }) => !finding.closed);
  const late = open.filter(({ finding }) => isOverdue(finding, today));
  return {
    source: 'Findings',
    value: clip(
      `${counted(own.length, 'nonconformity or exception', 'nonconformities and exceptions')} recorded${recent(own, earlier)}; ${open.length} open${list(open)}; past a date: ${late.length}${list(late)}.`,
    ),
  };
}

function measurements({ proved, window }: ReviewKnown): readonly ReviewFact[] {
  const total = window && [...window.values()].reduce((sum, count) => sum + count, 0);
  const said =
    window &&
    [...window]
      .filter(([, count]) => count > 0)
      .map(([status, count]) => `${count} ${status.replaceAll('_', ' ')}`);
  return [
    { source: 'Proof of requirements', value: clip(proved) },
    {
      source: 'Window',
      value: said ? clip(`Of ${total ?? 0} criteria ${said.join(', ')}.`) : 'No window of SOC 2 runs.',
    },
  ];
}

function auditResults({ audits, findings }: ReviewKnown): ReviewFact {
  if (audits.length === 0)
    return { source: 'Internal audits', value: 'No internal audit is planned or reported.' };
  const reported = audits.filter(({ audit }) => auditState(audit) === 'reported');
  const came = findings.filter(({ finding }) => finding.source === 'internal_audit');
  const open = came.filter(({ finding }) => !finding.closed);
  return {
    source: 'Internal audits',
    value: clip(
      `${reported.length} of ${audits.length} reported${list(reported)}; ${counted(came.length, 'finding', 'findings')} came of audits, ${open.length} open.`,
    ),
  };
}

function objectivesMet({ objectives, today }: ReviewKnown): ReviewFact {
  const stood = objectives.map(({ id, objective }) => ({
    id,
    standing: objectiveStanding(objective, today),
  }));
  const of = (state: string) => stood.filter(({ standing }) => standing.state === state);
  const worse = stood.filter(({ standing }) => standing.trend === 'worse');
  if (stood.length === 0) return { source: 'Objectives', value: 'No objective is set.' };
  return {
    source: 'Objectives',
    value: clip(
      `${of('met').length} of ${stood.length} met; missed: ${of('missed').length}${list(of('missed'))}; not yet: ${of('not_yet').length}${list(of('not_yet'))}; unknown: ${of('unknown').length}${list(of('unknown'))}; worse than before: ${worse.length}${list(worse)}.`,
    ),
  };
}

const OUTSIDERS: ReadonlySet<Finding['source']> = new Set(['certification_body', 'examiner']);

function feedback({ findings, earlier, feedback: register }: ReviewKnown): readonly ReviewFact[] {
  const outside = findings.filter(({ finding }) => OUTSIDERS.has(finding.source));
  return [
    {
      source: 'Auditors from outside',
      value: clip(
        `${counted(outside.length, 'finding', 'findings')} of theirs${recent(outside, earlier)}${list(outside)}.`,
      ),
    },
    { source: 'Customers, staff, owners', value: heard(register, earlier) },
  ];
}

/**
 * What was recorded of parties since the last review, and what still waits from before; null where the register holds
 * nothing: nobody asked is not nothing said. The day of recording counts: what was said before a review and recorded after
 * it was in none.
 */
function heard(register: ReviewKnown['feedback'], earlier: ReviewKnown['earlier']): string | null {
  const kept = register
    .filter(({ feedback: { withdrawn } }) => withdrawn === null)
    .toSorted((a, b) => (a.feedback.on < b.feedback.on ? -1 : Number(a.feedback.on > b.feedback.on)));
  const newest = kept.at(-1);
  if (newest === undefined) return null;
  const since = earlier.at(-1)?.review.on;
  const isNew = ({ recordedOn }: { readonly recordedOn: PlainDate }) =>
    since === undefined || recordedOn >= since;
  const isOpen = ({ feedback: { answer } }: { readonly feedback: Feedback }) => answer === null;
  const own = kept.filter(isNew);
  const old = kept.filter((each) => !isNew(each) && isOpen(each));
  const waiting = old.length === 0 ? '' : `; still without an answer from before: ${old.length}${list(old)}`;
  const when = since === undefined ? 'so far' : `since ${since}`;
  if (own.length === 0)
    return clip(
      `Nothing is recorded ${when}; the newest entry is ${newest.id} of ${newest.feedback.on}${waiting}.`,
    );
  const open = own.filter(isOpen);
  const parties = [...Map.groupBy(own, ({ feedback: { party } }) => party)].map(
    ([party, said]) => `${said.length} of ${party}`,
  );
  return clip(
    `${counted(own.length, 'entry', 'entries')} ${when}${list(own)}: ${parties.join(', ')}; without an answer: ${open.length}${list(open)}${waiting}.`,
  );
}

function riskFacts({ risks }: ReviewKnown): readonly ReviewFact[] {
  const live = risks.filter(({ standing }) => standing.state !== 'closed');
  if (live.length === 0) return [{ source: 'Register of risks', value: 'No risk is in the register.' }];
  const of = (state: string) => live.filter(({ standing }) => standing.state === state);
  const remarked = (...codes: readonly string[]) =>
    live
      .filter(({ standing }) => standing.lints.some(({ code }) => codes.includes(code)))
      .map(({ code }) => ({ id: code }));
  const open = of('open').map(({ code }) => ({ id: code }));
  const late = remarked('risk.treatment_overdue');
  const expired = remarked('risk.acceptance_expired');
  const due = remarked('risk.review_overdue');
  return [
    {
      source: 'Risk assessment',
      value: clip(
        `${counted(live.length, 'risk', 'risks')}: ${of('acceptable').length} acceptable, ${of('treated').length} treated, ${of('accepted').length} accepted, ${open.length} above what is acceptable with nothing decided${list(open)}, ${of('unassessed').length} not assessed.`,
      ),
    },
    {
      source: 'Treatment',
      value: clip(
        `Past their date: ${late.length}${list(late)}; acceptances that have expired: ${expired.length}${list(expired)}; reviews due: ${due.length}${list(due)}.`,
      ),
    },
  ];
}

function opportunities({ findings }: ReviewKnown): readonly ReviewFact[] {
  const found = findings.filter(
    ({ finding }) => finding.kind === 'opportunity' || finding.kind === 'observation',
  );
  const open = found.filter(({ finding }) => stateOf(finding) !== 'closed');
  return [
    {
      source: 'Observations and opportunities',
      value: clip(`${open.length} of ${found.length} open${list(open)}.`),
    },
  ];
}

/** How many were found since the last review. */
function recent(findings: readonly NamedFinding[], earlier: ReviewKnown['earlier']): string {
  const since = earlier.at(-1)?.review.on;
  if (since === undefined) return '';
  return `, ${findings.filter(({ finding }) => finding.found_on > since).length} since ${since}`;
}

/** Ids of a few, so that a reader can look them up. */
function list(named: readonly { readonly id: string }[]): string {
  if (named.length === 0) return '';
  const more = named.length > MOST ? ` and ${named.length - MOST} more` : '';
  return ` (${named
    .slice(0, MOST)
    .map(({ id }) => id)
    .join(', ')}${more})`;
}

const MOST = 6;

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A fact is a line, not a page. */
function clip(said: string): string {
  return said.length <= LONGEST ? said : `${said.slice(0, LONGEST - 1)}…`;
}

const LONGEST = 400;
