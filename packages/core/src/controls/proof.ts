// What is known of one control in one view: proved, or why not.
import {
  daysCovered,
  isoVerdict,
  judgeIn,
  soc2Verdict,
  type EvidenceFact,
  type Examination,
  type Verdict,
  type VerdictState,
} from '../evidence/index.ts';
import type { View } from '../frameworks/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import { checkVerdict, NO_CHECKS, type CheckCounts, type CheckVerdict } from '../monitoring/index.ts';
import type { Control } from './control.ts';

export const PROOF_STATES = [
  'proved',
  'failing',
  'stale',
  'unknown',
  'pending_review',
  'outside_window',
] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** How a control stands in one view. */
export interface ControlProof {
  readonly state: ProofState;
  /** Human ids of the evidence that decides, newest first; at most five. */
  readonly evidence: readonly string[];
  /** How many pieces of evidence stand as those that are named. */
  readonly evidenceCount: number;
  /** What the newest of them is worth, with its days; undefined without evidence. */
  readonly verdict: Verdict | undefined;
  readonly checks: CheckCounts;
  /** What the checks say of this view; passing checks may lie outside what is examined. */
  readonly said: CheckVerdict | 'outside_window';
  /** Newest day, not after today, that supporting evidence or passing checks speak for. */
  readonly lastProof: PlainDate | undefined;
}

export interface ProofInput {
  readonly control: Control;
  readonly facts: readonly EvidenceFact[];
  readonly checks: CheckCounts | undefined;
  /** Counts on the examined day, when that is not today (see `examinedDay`). */
  readonly examined?: CheckCounts | undefined;
  readonly today: PlainDate;
  readonly examination: Examination;
}

/** Most evidence ids that a proof names; the rest are found by their control. */
const NAMED = 5;

/** Worst first: how states rank when several controls answer one requirement. */
export const WORST_FIRST: readonly ProofState[] = [
  'failing',
  'unknown',
  'outside_window',
  'stale',
  'pending_review',
  'proved',
];

/**
 * Judges a control in one view. A failing check fails it whatever people say. Passing checks prove an
 * automated control; every other kind needs accepted evidence (inquiry and automation alone do not
 * show that a person acted).
 */
export function controlProof(input: ProofInput, view: View): ControlProof {
  const checks = (view === 'soc2' ? input.examined : undefined) ?? input.checks ?? NO_CHECKS;
  const said = inView(checks, input.examination, view);
  const best = bestVerdict(input, view);
  const automated = input.control.kind === 'automated';
  const fromChecks = said === 'passing' && automated ? checks.newest : undefined;
  return {
    state: combine(said, PROOF_OF[best.state ?? 'rejected'], automated),
    evidence: best.newest.map((fact) => fact.code),
    evidenceCount: best.count,
    verdict: verdictOf(best.newest[0], input, view),
    checks,
    said,
    lastProof: later(best.last, fromChecks),
  };
}

function combine(said: ControlProof['said'], evidence: ProofState, automated: boolean): ProofState {
  if (said === 'failing') return 'failing';
  if (!automated || said === 'none') return evidence;
  if (said === 'passing') return 'proved';
  // Doubtful checks are not mended by a document: an automated control is what its checks say.
  return said;
}

/** In the SOC 2 view passing checks prove nothing outside the examined time, and nothing where none is chosen. */
function inView(checks: CheckCounts, examination: Examination, view: View): ControlProof['said'] {
  const verdict = checkVerdict(checks);
  if (view !== 'soc2' || verdict !== 'passing') return verdict;
  const { newest = '', quietest = '' } = checks;
  if (examination.type === 'type1') return newest > examination.on ? 'outside_window' : verdict;
  if (examination.type === 'none') return 'outside_window';
  // Every check has to have spoken inside the period.
  return quietest < examination.period.from || newest >= examination.period.until
    ? 'outside_window'
    : verdict;
}

/** What evidence of a verdict makes of a control. */
const PROOF_OF: Readonly<Record<VerdictState, ProofState>> = {
  supports: 'proved',
  pending: 'pending_review',
  stale: 'stale',
  outside_window: 'outside_window',
  no_window: 'outside_window',
  not_yet: 'unknown',
  rejected: 'unknown',
};

/** From strongest to weakest: the best piece of evidence speaks for the control. */
const BEST: Readonly<Record<VerdictState, number>> = {
  supports: 6,
  pending: 5,
  stale: 4,
  outside_window: 3,
  no_window: 2,
  not_yet: 1,
  rejected: 0,
};

interface Best {
  state: VerdictState | undefined;
  count: number;
  /** The newest facts of that state, newest first. */
  newest: EvidenceFact[];
  last: PlainDate | undefined;
}

/** One pass, no sorting: a control may have many thousand pieces. */
function bestVerdict(input: ProofInput, view: View): Best {
  const judge = judgeIn(view, {
    today: input.today,
    freshnessDays: input.control.freshnessDays,
    examination: input.examination,
  });
  const best: Best = { state: undefined, count: 0, newest: [], last: undefined };
  let furthest: EvidenceFact | undefined;
  for (const fact of input.facts) {
    const state = judge(fact);
    if (state === 'supports' && (!furthest || reaches(fact) > reaches(furthest))) furthest = fact;
    if (best.state === undefined || BEST[state] > BEST[best.state])
      Object.assign(best, { state, count: 0, newest: [] });
    if (state !== best.state) continue;
    best.count += 1;
    insert(best.newest, fact);
  }
  if (furthest) {
    const { last } = daysCovered(furthest.times);
    best.last = last > input.today ? input.today : last;
  }
  return best;
}

/** An upper edge to compare by: for a covered period its end, which it does not hold itself. */
function reaches({ times }: EvidenceFact): PlainDate {
  return times.covers && times.covers.until > times.performedAt ? times.covers.until : times.performedAt;
}

/** Keeps the newest few in order; by code among those of one day. */
function insert(newest: EvidenceFact[], fact: EvidenceFact): void {
  const tail = newest[NAMED - 1];
  if (tail && !newer(fact, tail)) return;
  let at = newest.length;
  for (let held = newest[at - 1]; held && newer(fact, held); held = newest[at - 1]) at -= 1;
  newest.splice(at, 0, fact);
  if (newest.length > NAMED) newest.pop();
}

function newer(a: EvidenceFact, b: EvidenceFact): boolean {
  if (a.times.performedAt !== b.times.performedAt) return a.times.performedAt > b.times.performedAt;
  return a.code > b.code;
}

function verdictOf(fact: EvidenceFact | undefined, input: ProofInput, view: View): Verdict | undefined {
  if (!fact) return undefined;
  const at = {
    today: input.today,
    freshnessDays: input.control.freshnessDays,
    examination: input.examination,
  };
  return view === 'iso' ? isoVerdict(fact, at) : soc2Verdict(fact, at);
}

function later(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  if (a === undefined) return b;
  return b === undefined || a > b ? a : b;
}
