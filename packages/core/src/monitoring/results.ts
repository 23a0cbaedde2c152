// From observations to what the checks of a control say. Unknown is never a pass.
import { addDays, dateOfInstant, type ControlCode, type PlainDate } from '../kernel/index.ts';
import type { CheckKey, Observation, ObservationStatus } from './observation.ts';

/** How many subjects the checks of a control found in each state, and when they were last seen. */
export interface CheckCounts {
  readonly pass: number;
  readonly fail: number;
  readonly error: number;
  readonly unknown: number;
  readonly notApplicable: number;
  /** Of all, those whose observation is older than the control allows. */
  readonly stale: number;
  readonly newest: PlainDate | undefined;
  readonly oldest: PlainDate | undefined;
  readonly failing: readonly CheckKey[];
}

/** What checks say together; `none` when there is nothing to hear. */
export type CheckVerdict = 'none' | 'passing' | 'failing' | 'unknown' | 'stale';

export const NO_CHECKS: CheckCounts = { pass: 0, fail: 0, error: 0, unknown: 0, notApplicable: 0, stale: 0, newest: undefined, oldest: undefined, failing: [] };

/** Latest observation of one check for one subject, as the store keeps it. */
export type LatestObservation = Pick<Observation, 'check' | 'subject' | 'status'> & { readonly observedAt: NonNullable<Observation['observedAt']> };

type Tally = { -readonly [K in keyof Omit<CheckCounts, 'failing'>]: CheckCounts[K] } & { failing: Set<CheckKey> };

const SLOT: Readonly<Record<ObservationStatus, 'pass' | 'fail' | 'error' | 'unknown' | 'notApplicable'>> = { pass: 'pass', fail: 'fail', error: 'error', unknown: 'unknown', not_applicable: 'notApplicable' };

/** Counts per control. `controlsOf` says for which controls a check speaks; `today` and freshness decide staleness. */
export function countByControl(latest: Iterable<LatestObservation>, at: { readonly today: PlainDate; readonly controlsOf: (check: CheckKey) => readonly ControlCode[]; readonly freshnessOf: (control: ControlCode) => number }): ReadonlyMap<ControlCode, CheckCounts> {
  const tallies = new Map<ControlCode, Tally>();
  const limits = new Map<ControlCode, PlainDate>();
  for (const observation of latest) {
    const day = dateOfInstant(observation.observedAt);
    for (const control of at.controlsOf(observation.check)) {
      const limit = limits.get(control) ?? addDays(at.today, -at.freshnessOf(control));
      limits.set(control, limit);
      const tally = tallies.get(control) ?? { ...NO_CHECKS, failing: new Set<CheckKey>() };
      tallies.set(control, tally);
      add(tally, observation, { day, stale: day < limit });
    }
  }
  return new Map([...tallies].map(([control, tally]) => [control, { ...tally, failing: [...tally.failing].sort() }]));
}

/** Any failure fails; any doubt is unknown; old news is stale; only passes alone pass. */
export function checkVerdict(counts: CheckCounts): CheckVerdict {
  const seen = counts.pass + counts.fail + counts.error + counts.unknown + counts.notApplicable;
  if (seen === 0) return 'none';
  if (counts.fail > 0) return 'failing';
  if (counts.error + counts.unknown > 0 || counts.pass === 0) return 'unknown';
  return counts.stale > 0 ? 'stale' : 'passing';
}

function add(tally: Tally, observation: LatestObservation, when: { readonly day: PlainDate; readonly stale: boolean }): void {
  tally[SLOT[observation.status]] += 1;
  if (observation.status === 'fail') tally.failing.add(observation.check);
  if (when.stale) tally.stale += 1;
  if (tally.newest === undefined || when.day > tally.newest) tally.newest = when.day;
  if (tally.oldest === undefined || when.day < tally.oldest) tally.oldest = when.day;
}
