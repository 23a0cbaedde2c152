// A continuous control day by day: runs, silences, failures. Each day of the window is one occurrence (rule 8).
import { millisOfInstant } from '../../kernel/index.ts';
import type { Occurrence, OccurrenceState, Slot } from './occurrence.ts';
import type { ContinuousCadence } from './schedule.ts';
import { inScope, occurrence, settled, speaksFor, type Scoped } from './scoped.ts';
import { answerable, cadenceOn } from './slots.ts';
import { localDayNumber, startOfDayNumber } from './zone.ts';

/** A silence, in milliseconds since 1970; half open. */
interface Gap {
  readonly from: number;
  readonly until: number;
}

/** One occurrence for each day on which a continuous cadence is in force. */
export function continuousOccurrences(seen: Scoped): readonly Occurrence[] {
  const runs = runsOf(seen);
  const dark = darkDays(seen, runs);
  const failing = failingDays(seen, runs);
  const found: Occurrence[] = [];
  for (let day = seen.span.first; day <= seen.span.last; day += 1) {
    const life = answerable(seen.timeline.line, day);
    const cadence = cadenceOn(life, day);
    if (cadence?.kind !== 'continuous' || !inScope(seen.scope, day)) continue;
    const slot: Slot = {
      scope: seen.scope.name,
      first: day,
      last: day,
      graceUntil: day,
      control: life.code,
      item: undefined,
    };
    const state = stateOf(seen, { day, dark: dark.has(day), age: failing.get(day), cadence });
    found.push(settled(seen, slot) ?? occurrence(slot, state, {}));
  }
  return found;
}

interface SeenRun {
  readonly at: number;
  readonly fails: boolean;
}

function runsOf(seen: Scoped): readonly SeenRun[] {
  const [from, until] = bounds(seen);
  return seen.timeline.runs
    .filter((run) => run.result !== 'unknown' && speaksFor(run.scope, seen.scope, seen.timeline))
    .map((run) => ({ at: millisOfInstant(run.at), fails: run.result === 'fail' }))
    .filter(({ at }) => at >= from && at < until)
    .sort((a, b) => a.at - b.at || Number(b.fails) - Number(a.fails));
}

/** From the window's first moment to its last, or to the end of today where that comes first. */
function bounds(seen: Scoped): readonly [number, number] {
  const end = Math.min(seen.span.last, seen.today) + 1;
  return [startOfDayNumber(seen.frame.zone, seen.span.first), startOfDayNumber(seen.frame.zone, end)];
}

/**
 * Silences of the window up to now. A silence begins at the last run plus the interval times its tolerance;
 * before the first run of the window nothing is known, whatever ran earlier.
 */
function gapsBetween(seen: Scoped, runs: readonly SeenRun[]): readonly Gap[] {
  const [start, end] = bounds(seen);
  const gaps: Gap[] = [];
  let last: number | undefined;
  for (const at of [...runs.map((run) => run.at), end]) {
    const allowed = allowedAt(seen, last ?? start);
    if (at - (last ?? start) > allowed)
      gaps.push({ from: last === undefined ? start : last + allowed, until: at });
    last = at;
  }
  return gaps;
}

function allowedAt(seen: Scoped, millis: number): number {
  const day = localDayNumber(seen.frame.zone, millis);
  const cadence = cadenceOn(answerable(seen.timeline.line, day), day);
  return cadence?.kind === 'continuous'
    ? cadence.everyHours * cadence.tolerance * 3_600_000
    : Number.POSITIVE_INFINITY;
}

/** Days that a silence touches, and days of an outage on which nothing ran. */
function darkDays(seen: Scoped, runs: readonly SeenRun[]): ReadonlySet<number> {
  const { zone } = seen.frame;
  const ran = new Set(runs.map(({ at }) => localDayNumber(zone, at)));
  const dark = new Set<number>();
  // Until something has run, nothing is known, however short the time.
  const [start, end] = bounds(seen);
  const firstRun = runs[0]?.at ?? end;
  for (const day of daysOf(seen, { from: start, until: firstRun })) if (!ran.has(day)) dark.add(day);
  for (const gap of gapsBetween(seen, runs)) for (const day of daysOf(seen, gap)) dark.add(day);
  for (const outage of seen.timeline.outages) {
    if (outage.scope !== undefined && outage.scope !== seen.scope.name) continue;
    const gap = { from: millisOfInstant(outage.from), until: millisOfInstant(outage.until) };
    for (const day of daysOf(seen, gap)) if (!ran.has(day)) dark.add(day);
  }
  return dark;
}

function daysOf(seen: Scoped, gap: Gap): readonly number[] {
  const first = Math.max(localDayNumber(seen.frame.zone, gap.from), seen.span.first);
  const last = Math.min(localDayNumber(seen.frame.zone, gap.until - 1), seen.span.last);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Days on which the check stood at fail, with how many days it had been failing: 0 on the first. */
function failingDays(seen: Scoped, runs: readonly SeenRun[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  let since: number | undefined;
  let day = seen.span.first;
  const standUntil = (end: number): void => {
    for (; day < end; day += 1) if (since !== undefined) days.set(day, day - since);
  };
  for (const run of runs) {
    const on = localDayNumber(seen.frame.zone, run.at);
    standUntil(on);
    if (run.fails) {
      since ??= on;
      days.set(on, on - since);
    } else if (since !== undefined) {
      // The day of the mending failed too: it began in failure.
      days.set(on, on - since);
      since = undefined;
    }
  }
  standUntil(Math.min(seen.span.last, seen.today) + 1);
  return days;
}

function stateOf(
  seen: Scoped,
  at: {
    readonly day: number;
    readonly dark: boolean;
    readonly age: number | undefined;
    readonly cadence: ContinuousCadence;
  },
): OccurrenceState {
  if (at.day > seen.today) return 'pending';
  if (at.dark) return 'no_data';
  if (at.age === undefined) return 'on_time';
  return at.age <= at.cadence.slaDays ? 'late' : 'missed';
}
