// From the latest observations to what the checks of a control say. Unknown is never a pass.
import { addDays, assertNever, dateOfInstant, type ControlCode, type PlainDate } from '../kernel/index.ts';
import type { LatestObservation } from './latest.ts';
import type { CheckKey, ObservationStatus } from './observation.ts';

/** How many subjects the checks of a control found in each state, and when they were last seen. */
export interface CheckCounts {
  readonly pass: number;
  readonly fail: number;
  readonly error: number;
  readonly unknown: number;
  readonly notApplicable: number;
  /** Of all, those whose observation is older than the control allows. */
  readonly stale: number;
  /** Of the passes, those that are not stale. */
  readonly freshPass: number;
  readonly newest: PlainDate | undefined;
  readonly oldest: PlainDate | undefined;
  /** The day on which the check that has been silent longest last spoke. */
  readonly quietest: PlainDate | undefined;
  readonly failing: readonly CheckKey[];
  /** Checks with an error or an unknown result. */
  readonly doubtful: readonly CheckKey[];
  /** Checks whose newest observation of any subject is too old. */
  readonly silent: readonly CheckKey[];
}

/** What checks say together; `none` when there is nothing to hear. */
export type CheckVerdict = 'none' | 'passing' | 'failing' | 'unknown' | 'stale';

export const NO_CHECKS: CheckCounts = {
  pass: 0,
  fail: 0,
  error: 0,
  unknown: 0,
  notApplicable: 0,
  stale: 0,
  freshPass: 0,
  newest: undefined,
  oldest: undefined,
  quietest: undefined,
  failing: [],
  doubtful: [],
  silent: [],
};

/** On which day checks are heard, and how old an observation may be, in days. */
interface Hearing {
  readonly today: PlainDate;
  readonly controlsOf: (check: CheckKey) => readonly ControlCode[];
  readonly freshnessOf: (control: ControlCode) => number;
}

/** Counts per control. `controlsOf` says for which controls a check speaks; `today` and freshness decide staleness. */
export function countByControl(
  latest: Iterable<LatestObservation>,
  at: Hearing,
): ReadonlyMap<ControlCode, CheckCounts> {
  const tallies = new Map<ControlCode, Tally>();
  for (const observation of latest) {
    const day = dateOfInstant(observation.observedAt);
    for (const control of at.controlsOf(observation.check)) {
      const tally = tallies.get(control) ?? emptyTally(addDays(at.today, -at.freshnessOf(control)));
      tallies.set(control, tally);
      add(tally, observation, day);
    }
  }
  return new Map([...tallies].map(([control, tally]) => [control, countsOf(tally)]));
}

/** What the checks of one control say on a day, given its latest observations alone. */
export function checkProof(
  control: { readonly freshnessDays: number },
  latest: Iterable<LatestObservation>,
  today: PlainDate,
): { readonly verdict: CheckVerdict; readonly counts: CheckCounts } {
  const tally = emptyTally(addDays(today, -control.freshnessDays));
  for (const observation of latest) add(tally, observation, dateOfInstant(observation.observedAt));
  const counts = countsOf(tally);
  return { verdict: checkVerdict(counts), counts };
}

/**
 * Any failure fails; any error or unknown, or not one pass, is unknown; a check that has fallen silent is
 * stale; only passes, beside subjects to which nothing applies, pass. A subject that its check no
 * longer reports while it goes on reporting others is counted as stale and decides nothing.
 */
export function checkVerdict(counts: CheckCounts): CheckVerdict {
  const seen = counts.pass + counts.fail + counts.error + counts.unknown + counts.notApplicable;
  if (seen === 0) return 'none';
  if (counts.fail > 0) return 'failing';
  if (counts.error + counts.unknown > 0 || counts.pass === 0) return 'unknown';
  return counts.silent.length > 0 || counts.freshPass === 0 ? 'stale' : 'passing';
}

interface Tally {
  readonly counts: Record<
    'pass' | 'fail' | 'error' | 'unknown' | 'notApplicable' | 'stale' | 'freshPass',
    number
  >;
  /** First day that is still fresh. */
  readonly limit: PlainDate;
  readonly failing: Set<CheckKey>;
  readonly doubtful: Set<CheckKey>;
  readonly lastOf: Map<CheckKey, PlainDate>;
  oldest: PlainDate | undefined;
}

function emptyTally(limit: PlainDate): Tally {
  const counts = { pass: 0, fail: 0, error: 0, unknown: 0, notApplicable: 0, stale: 0, freshPass: 0 };
  return { counts, limit, failing: new Set(), doubtful: new Set(), lastOf: new Map(), oldest: undefined };
}

function add(tally: Tally, { check, status }: LatestObservation, day: PlainDate): void {
  const stale = day < tally.limit;
  tally.counts[slotOf(status)] += 1;
  if (stale) tally.counts.stale += 1;
  else if (status === 'pass') tally.counts.freshPass += 1;
  if (status === 'fail') tally.failing.add(check);
  if (status === 'error' || status === 'unknown') tally.doubtful.add(check);
  const last = tally.lastOf.get(check);
  if (last === undefined || day > last) tally.lastOf.set(check, day);
  if (tally.oldest === undefined || day < tally.oldest) tally.oldest = day;
}

function slotOf(status: ObservationStatus): 'pass' | 'fail' | 'error' | 'unknown' | 'notApplicable' {
  switch (status) {
    case 'not_applicable':
      return 'notApplicable';
    case 'pass':
    case 'fail':
    case 'error':
    case 'unknown':
      return status;
    default:
      return assertNever(status);
  }
}

function countsOf(tally: Tally): CheckCounts {
  let newest: PlainDate | undefined;
  let quietest: PlainDate | undefined;
  const silent: CheckKey[] = [];
  for (const [check, day] of tally.lastOf) {
    if (newest === undefined || day > newest) newest = day;
    if (quietest === undefined || day < quietest) quietest = day;
    if (day < tally.limit) silent.push(check);
  }
  return {
    ...tally.counts,
    newest,
    oldest: tally.oldest,
    quietest,
    failing: [...tally.failing].sort(),
    doubtful: [...tally.doubtful].sort(),
    silent: silent.sort(),
  };
}
