// A control's year in four rows of bits: when it was expected, when it was seen, when it passed, when it failed.
// A day on which nothing could be told is not seen, and a day that saw a failure did not pass.
import { dayOfDate, millisOfInstant, type Period } from '../../kernel/index.ts';
import type { Run } from '../windows/timeline.ts';
import { localTime, type Zone } from '../windows/zone.ts';
import { addBits, both, countBits, hasBit, longestRow, noDays, without, type DayBits } from './bits.ts';

export interface ControlYear {
  readonly period: Period;
  readonly expected: DayBits;
  /** A run that could tell fell on the day. */
  readonly seen: DayBits;
  /** It was seen, and every run of the day passed. */
  readonly pass: DayBits;
  /** A run of the day failed. */
  readonly fail: DayBits;
}

/** What a year is folded from. */
export interface YearGiven {
  readonly period: Period;
  readonly zone: Zone;
  readonly runs: readonly Pick<Run, 'at' | 'result'>[];
  /** When the control was due to run on every day; half open. */
  readonly expected: readonly Period[];
}

/** Counts of a year or of a part of it; all in days. */
export interface YearCounts {
  readonly expected: number;
  /** Of the expected: seen, seen to pass only, seen to fail. */
  readonly seen: number;
  readonly passed: number;
  readonly failed: number;
  /** The longest row of expected days on which nothing was seen. */
  readonly longestUnseen: number;
}

/** Folds the runs of one control; their order says nothing. */
export function foldYear({ period, zone, runs, expected }: YearGiven): ControlYear {
  const first = dayOfDate(period.from);
  const length = Math.max(0, dayOfDate(period.until) - first);
  const bits = { expected: noDays(length), seen: noDays(length), fail: noDays(length) };
  for (const { from, until } of expected) {
    addBits(bits.expected, dayOfDate(from) - first, dayOfDate(until) - first);
  }
  const time = localTime(zone);
  for (const { at, result } of runs) {
    if (result === 'unknown') continue;
    const day = time.dayOf(millisOfInstant(at)) - first;
    addBits(bits.seen, day, day + 1);
    if (result === 'fail') addBits(bits.fail, day, day + 1);
  }
  return { period, ...bits, pass: without(bits.seen, bits.fail) };
}

/** Counts the year, or the days of it that a period holds. */
export function countYear(year: ControlYear, within: Period = year.period): YearCounts {
  const first = dayOfDate(year.period.from);
  const [from, until] = [dayOfDate(within.from) - first, dayOfDate(within.until) - first];
  const count = (days: DayBits): number => countBits(both(days, year.expected), from, until);
  return {
    expected: countBits(year.expected, from, until),
    seen: count(year.seen),
    passed: count(year.pass),
    failed: count(year.fail),
    longestUnseen: longestRow(without(year.expected, year.seen), from, until),
  };
}

/** One letter for each day: `p`ass, `f`ail, `-` expected and not seen, `.` not expected; seen though not expected counts. */
export function spellYear(year: ControlYear): string {
  return Array.from({ length: year.seen.length }, (_, at) => {
    if (hasBit(year.fail, at)) return 'f';
    if (hasBit(year.pass, at)) return 'p';
    return hasBit(year.expected, at) ? '-' : '.';
  }).join('');
}
