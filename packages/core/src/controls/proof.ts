// What is known of one control in one view: proved, or why not.
import {
  isoVerdict,
  soc2Verdict,
  type Examination,
  type Verdict,
  type VerdictState,
} from '../evidence/index.ts';
import type { View } from '../frameworks/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import { checkVerdict, NO_CHECKS, type CheckCounts, type CheckVerdict } from '../monitoring/index.ts';
import type { BestEvidence, Gathered } from './gathered.ts';

export const PROOF_STATES = [
  'proved',
  'failing',
  'stale',
  'unknown',
  'pending_review',
  'outside_window',
] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** How a control stands for one system of a scope. */
export interface SystemProof {
  readonly system: string;
  /** The day on which the system came into the scope. */
  readonly since: PlainDate | undefined;
  readonly state: ProofState;
  /** Whether somebody excused the control from it for a time, with a reason: then its state decides nothing. */
  readonly excused: boolean;
}

/** How a control stands in one view. */
export interface ControlProof {
  readonly state: ProofState;
  /** How it stands for each system of the scope; empty where nothing tells it apart by system. */
  readonly systems: readonly SystemProof[];
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
  readonly gathered: Gathered;
  readonly checks: CheckCounts | undefined;
  /** Counts on the examined day, when that is not today (see `examinedDay`). */
  readonly examined?: CheckCounts | undefined;
  readonly today: PlainDate;
  readonly examination: Examination;
}

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
  const best = input.gathered[view];
  const automated = input.gathered.control.kind === 'automated';
  const fromChecks = said === 'passing' && automated ? checks.newest : undefined;
  return {
    state: combine(said, PROOF_OF[best.state ?? 'rejected'], automated),
    systems: [],
    evidence: best.newest.map((fact) => fact.code),
    evidenceCount: best.count,
    verdict: verdictOf(best, input, view),
    checks,
    said,
    lastProof: later(best.last, fromChecks),
  };
}

/** Systems for which a control is asked and not proved. */
export function lackingIn({ systems }: Pick<ControlProof, 'systems'>): readonly string[] {
  return systems.filter(({ state, excused }) => !excused && state !== 'proved').map(({ system }) => system);
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

function verdictOf(best: BestEvidence, input: ProofInput, view: View): Verdict | undefined {
  const [newest] = best.newest;
  if (!newest) return undefined;
  const { today, examination } = input;
  const at = { today, freshnessDays: input.gathered.control.freshnessDays, examination };
  return view === 'iso' ? isoVerdict(newest, at) : soc2Verdict(newest, at);
}

function later(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  if (a === undefined) return b;
  return b === undefined || a > b ? a : b;
}
