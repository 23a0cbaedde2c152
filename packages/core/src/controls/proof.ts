// What is known of one control in one view: proved, or why not.
import { daysCovered, isoVerdict, soc2Verdict, type EvidenceFact, type Examination, type Verdict } from '../evidence/index.ts';
import { inPeriod, type PlainDate } from '../kernel/index.ts';
import { checkVerdict, NO_CHECKS, type CheckCounts, type CheckVerdict } from '../monitoring/index.ts';
import type { View } from '../frameworks/index.ts';
import type { Control } from './control.ts';

export const PROOF_STATES = ['proved', 'failing', 'stale', 'unknown', 'pending_review', 'outside_window'] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** How a control stands in one view. */
export interface ControlProof {
  readonly state: ProofState;
  /** Human ids of the evidence that decides. */
  readonly evidence: readonly string[];
  readonly checks: CheckCounts;
  /** Newest day that supporting evidence or passing checks speak for. */
  readonly lastProof: PlainDate | undefined;
}

export interface ProofInput {
  readonly control: Control;
  readonly facts: readonly EvidenceFact[];
  readonly checks: CheckCounts | undefined;
  readonly today: PlainDate;
  readonly examination: Examination;
}

/** Most evidence ids that a proof names; the rest are found by their control. */
const NAMED = 5;

/** Worst first: how states rank when several controls answer one requirement. */
export const WORST_FIRST: readonly ProofState[] = ['failing', 'unknown', 'outside_window', 'stale', 'pending_review', 'proved'];

/**
 * Judges a control in one view. A failing check fails it whatever people say. Passing checks prove an
 * automated control; every other kind needs accepted evidence (inquiry and automation alone do not
 * show that a person acted).
 */
export function controlProof(input: ProofInput, view: View): ControlProof {
  const checks = input.checks ?? NO_CHECKS;
  const said = inView(checkVerdict(checks), checks, input, view);
  const byEvidence = bestVerdict(input, view);
  const state = combine(said, byEvidence.state, input.control.kind === 'automated');
  const fromChecks = said === 'passing' && input.control.kind === 'automated' ? checks.newest : undefined;
  return { state, evidence: byEvidence.named, checks, lastProof: later(byEvidence.last, fromChecks) };
}

function combine(said: CheckVerdict | 'outside_window', evidence: ProofState, automated: boolean): ProofState {
  if (said === 'failing') return 'failing';
  if (!automated || said === 'none') return evidence;
  if (said === 'passing') return 'proved';
  // Doubtful checks are not mended by a document: an automated control is what its checks say.
  return said;
}

/** In a Type II view passing checks must have been seen inside the period. */
function inView(verdict: CheckVerdict, checks: CheckCounts, input: ProofInput, view: View): CheckVerdict | 'outside_window' {
  if (view !== 'soc2' || verdict !== 'passing') return verdict;
  const { examination } = input;
  if (examination.type === 'type2' && checks.newest && !inPeriod(examination.period, checks.newest)) return 'outside_window';
  if (examination.type === 'type1' && checks.oldest && checks.oldest > examination.on) return 'outside_window';
  return verdict;
}

interface Best {
  readonly state: ProofState;
  readonly named: readonly string[];
  readonly last: PlainDate | undefined;
}

/** From strongest to weakest: what the best piece of evidence says of the control. */
const BEST_FIRST: readonly (readonly [Verdict['state'], ProofState])[] = [
  ['supports', 'proved'], ['pending', 'pending_review'], ['stale', 'stale'], ['outside_window', 'outside_window'], ['no_window', 'outside_window'], ['not_yet', 'unknown'], ['rejected', 'unknown'],
];

function bestVerdict(input: ProofInput, view: View): Best {
  const at = { today: input.today, freshnessDays: input.control.freshnessDays, examination: input.examination };
  const judge = view === 'iso' ? isoVerdict : soc2Verdict;
  const held = new Map<Verdict['state'], EvidenceFact[]>();
  let last: PlainDate | undefined;
  for (const fact of input.facts) {
    const { state } = judge(fact, at);
    const group = held.get(state);
    if (group) group.push(fact);
    else held.set(state, [fact]);
    if (state === 'supports') last = later(last, daysCovered(fact.times).last);
  }
  for (const [state, proof] of BEST_FIRST) {
    const facts = held.get(state);
    if (facts) return { state: proof, named: newestCodes(facts), last };
  }
  return { state: 'unknown', named: [], last: undefined };
}

function newestCodes(facts: readonly EvidenceFact[]): readonly string[] {
  return [...facts].sort((a, b) => (a.times.performedAt < b.times.performedAt ? 1 : a.times.performedAt > b.times.performedAt ? -1 : a.code < b.code ? 1 : -1)).slice(0, NAMED).map((fact) => fact.code);
}

function later(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  if (a === undefined) return b;
  return b === undefined || a > b ? a : b;
}
