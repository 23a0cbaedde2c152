// What a machine's runs say of each day: since when it was failing, and where no run speaks (rule 8).
import { millisOfInstant } from '../../kernel/index.ts';
import type { Stretch } from './course.ts';
import { speaksFor, type Scoped } from './scoped.ts';
import { localTime, type LocalTime } from './zone.ts';

/** What is known of a day. */
export interface RunDay {
  /** Whether a complete run fell on it. */
  readonly ran: boolean;
  /** Whether there was a moment for which no run speaks, or a known outage without a run. */
  readonly dark: boolean;
  /** Days since the failure began that stood at some moment of it: 0 on the first; undefined when none did. */
  readonly failingFor: number | undefined;
}

/** One run that said something, in milliseconds since 1970. */
interface HeardRun {
  readonly at: number;
  readonly fails: boolean;
}

const HOUR = 3_600_000;

/**
 * Each day of a scope up to today, from its first. A run speaks for its interval times the tolerance in force on
 * the day in question; before the window's first run nothing is known, whatever ran earlier (rule 4).
 */
export function runDays(seen: Scoped): readonly RunDay[] {
  const { span, today } = seen;
  const time = localTime(seen.frame.zone);
  const runs = runsOf(seen);
  const isBlind = outageDays(seen, time);
  const opening = time.startOf(span.first);
  let { next, failingSince } = before(runs, opening, time);
  let last: number | undefined;
  const days: RunDay[] = [];
  for (const { day, allowed } of daysOf(seen.course, today)) {
    const start = time.startOf(day);
    const end = time.startOf(day + 1);
    const silentBefore = (until: number): boolean => Math.max((last ?? opening) + allowed, start) < until;
    let since = failingSince;
    let dark = false;
    let ran = false;
    for (let run = runs[next]; run && run.at < end; run = runs[next]) {
      dark ||= silentBefore(run.at);
      last = run.at;
      failingSince = run.fails ? (failingSince ?? day) : undefined;
      // A day that was mended began in failure.
      since = failingSince ?? since;
      ran = true;
      next += 1;
    }
    // Today is not over: its silence counts where it began before it.
    if (day < today) dark ||= last === undefined || silentBefore(end);
    else if (!ran) dark ||= (last === undefined && day > span.first) || silentBefore(start + 1);
    dark ||= !ran && isBlind(day);
    days.push({ ran, dark, failingFor: since === undefined ? undefined : day - since });
  }
  return days;
}

/** Runs before the window prove nothing in it, but a failure that they saw goes on. */
function before(
  runs: readonly HeardRun[],
  opening: number,
  time: LocalTime,
): { readonly next: number; readonly failingSince: number | undefined } {
  const found = runs.findIndex(({ at }) => at >= opening);
  const next = found < 0 ? runs.length : found;
  const mended = runs.findLastIndex(({ fails }, at) => at < next && !fails);
  const failed = runs[mended + 1];
  return {
    next,
    failingSince: failed && mended + 1 < next ? time.dayOf(failed.at) : undefined,
  };
}

/** The days of a course up to today, with the silence that each allows, in milliseconds. */
function* daysOf(
  course: readonly Stretch[],
  today: number,
): Generator<{ readonly day: number; readonly allowed: number }> {
  for (const { first, last, cadence } of course) {
    const allowed = cadence?.kind === 'continuous' ? cadence.everyHours * cadence.tolerance * HOUR : Infinity;
    for (let day = first; day <= Math.min(last, today); day += 1) yield { day, allowed };
  }
}

/** Tells the days that a known outage touches. */
function outageDays({ timeline, scope }: Scoped, time: LocalTime): (day: number) => boolean {
  const outages = timeline.outages
    .filter(({ scope: name }) => name === undefined || name === scope.name)
    .map(({ from, until }) => ({
      first: time.dayOf(millisOfInstant(from)),
      last: time.dayOf(millisOfInstant(until) - 1),
    }));
  return (day) => outages.some(({ first, last }) => first <= day && day <= last);
}

/** In order of time; of two runs at one instant the failing one stands. */
function runsOf({ timeline, scope }: Scoped): readonly HeardRun[] {
  return timeline.runs
    .filter(({ result, scope: name }) => result !== 'unknown' && speaksFor(name, scope, timeline))
    .map(({ at, result }) => ({ at: millisOfInstant(at), fails: result === 'fail' }))
    .sort((a, b) => a.at - b.at || Number(a.fails) - Number(b.fails));
}
