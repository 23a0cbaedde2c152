// All evidence of all controls in one pass: for each control and view the best that there is. Nothing is
// sorted and no piece is looked at twice, for there may be a hundred thousand.
import {
  evidenceDays,
  judgeIn,
  lastDay,
  type EvidenceFact,
  type Examination,
  type Judge,
  type VerdictState,
} from '../evidence/index.ts';
import { dateOfDay, dayOfDate, type ControlCode, type PlainDate } from '../kernel/index.ts';
import type { Control } from './control.ts';

/** The best evidence of a control in one view. */
export interface BestEvidence {
  /** The best verdict; undefined without evidence. */
  readonly state: VerdictState | undefined;
  /** How many pieces stand so. */
  readonly count: number;
  /** The newest few of them, newest first; by code, later first, among those of one day. */
  readonly newest: readonly EvidenceFact[];
  /** Newest day, not after today, that supporting evidence speaks for. */
  readonly last: PlainDate | undefined;
}

/** A control with the best evidence in both views. */
export interface Gathered {
  readonly control: Control;
  readonly iso: BestEvidence;
  readonly soc2: BestEvidence;
}

/** Most pieces that are kept by name; the rest are found by their control. */
const NAMED = 5;

/** From strongest to weakest: the best piece of evidence speaks for the control. */
const RANK: Readonly<Record<VerdictState, number>> = {
  supports: 6,
  pending: 5,
  stale: 4,
  outside_window: 3,
  no_window: 2,
  not_yet: 1,
  rejected: 0,
};

/** The best evidence of every control, in the order of controls. Evidence of others is passed over. */
export function gather(
  controls: readonly Control[],
  facts: readonly EvidenceFact[],
  at: { readonly today: PlainDate; readonly examination: Examination },
): readonly Gathered[] {
  const held = new Map<
    ControlCode,
    { readonly control: Control; readonly iso: Holding; readonly soc2: Holding }
  >();
  for (const control of controls) {
    const judgement = { ...at, freshnessDays: control.freshnessDays };
    held.set(control.code, {
      control,
      iso: nothing(judgeIn('iso', judgement)),
      soc2: nothing(judgeIn('soc2', judgement)),
    });
  }
  for (const fact of facts) {
    const own = held.get(fact.control);
    if (!own) continue;
    const days = evidenceDays(fact.times);
    const piece = { fact, act: days.act, last: lastDay(days) };
    take(own.iso, piece, own.iso.judge(fact.review, days));
    take(own.soc2, piece, own.soc2.judge(fact.review, days));
  }
  const today = dayOfDate(at.today);
  return [...held.values()].map(({ control, iso, soc2 }) => ({
    control,
    iso: told(iso, today),
    soc2: told(soc2, today),
  }));
}

/** A piece with its days as numbers. */
interface Piece {
  readonly fact: EvidenceFact;
  readonly act: number;
  readonly last: number;
}

interface Holding {
  readonly judge: Judge;
  state: VerdictState | undefined;
  count: number;
  newest: Piece[];
  last: number;
}

function nothing(judge: Judge): Holding {
  return { judge, state: undefined, count: 0, newest: [], last: -Infinity };
}

function take(held: Holding, piece: Piece, state: VerdictState): void {
  if (state === 'supports' && piece.last > held.last) held.last = piece.last;
  if (held.state !== state) {
    if (held.state !== undefined && RANK[state] < RANK[held.state]) return;
    held.state = state;
    held.count = 0;
    held.newest = [];
  }
  held.count += 1;
  insert(held.newest, piece);
}

function insert(newest: Piece[], piece: Piece): void {
  const tail = newest[NAMED - 1];
  if (tail && !newer(piece, tail)) return;
  let at = newest.length;
  for (let before = newest[at - 1]; before && newer(piece, before); before = newest[at - 1]) at -= 1;
  newest.splice(at, 0, piece);
  if (newest.length > NAMED) newest.pop();
}

function newer(a: Piece, b: Piece): boolean {
  return a.act === b.act ? a.fact.code > b.fact.code : a.act > b.act;
}

function told({ state, count, newest, last }: Holding, today: number): BestEvidence {
  return {
    state,
    count,
    newest: newest.map(({ fact }) => fact),
    last: last === -Infinity ? undefined : dateOfDay(Math.min(last, today)),
  };
}
