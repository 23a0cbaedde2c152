// All evidence of all controls in one pass: for each control and view the best that there is. Nothing is
// sorted and no piece is looked at twice, for there may be a hundred thousand.
import {
  judgeIn,
  lastDay,
  readDays,
  type EvidenceDays,
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
  // One object for the days of whatever piece is looked at: a new one for each would be most of the time.
  const days = { act: 0, from: 0, until: 0 };
  for (const fact of facts) {
    const own = held.get(fact.control);
    if (own === undefined) continue;
    readDays(fact.times, days);
    take(own.iso, fact, days);
    take(own.soc2, fact, days);
  }
  const today = dayOfDate(at.today);
  return [...held.values()].map(({ control, iso, soc2 }) => ({
    control,
    iso: told(iso, today),
    soc2: told(soc2, today),
  }));
}

/** A piece that is kept, with the day of its act. */
interface Piece {
  readonly fact: EvidenceFact;
  readonly act: number;
}

interface Holding {
  readonly judge: Judge;
  state: VerdictState | undefined;
  rank: number;
  count: number;
  newest: Piece[];
  last: number;
}

function nothing(judge: Judge): Holding {
  return { judge, state: undefined, rank: -1, count: 0, newest: [], last: -Infinity };
}

function take(held: Holding, fact: EvidenceFact, days: EvidenceDays): void {
  const state = held.judge(fact.review, days, fact.freshnessDays);
  if (state === 'supports' && lastDay(days) > held.last) held.last = lastDay(days);
  if (state !== held.state) {
    const rank = RANK[state];
    if (rank < held.rank) return;
    held.state = state;
    held.rank = rank;
    held.count = 0;
    held.newest = [];
  }
  held.count += 1;
  const tail = held.newest[NAMED - 1];
  if (tail === undefined || newer(fact, days.act, tail)) insert(held.newest, { fact, act: days.act });
}

function insert(newest: Piece[], piece: Piece): void {
  let at = newest.length;
  for (let before = newest[at - 1]; before && newer(piece.fact, piece.act, before); before = newest[at - 1])
    at -= 1;
  newest.splice(at, 0, piece);
  if (newest.length > NAMED) newest.pop();
}

function newer(fact: EvidenceFact, act: number, than: Piece): boolean {
  return act === than.act ? fact.code > than.fact.code : act > than.act;
}

function told({ state, count, newest, last }: Holding, today: number): BestEvidence {
  return {
    state,
    count,
    newest: newest.map(({ fact }) => fact),
    last: last === -Infinity ? undefined : dateOfDay(Math.min(last, today)),
  };
}
