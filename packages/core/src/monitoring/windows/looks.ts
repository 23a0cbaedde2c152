// From looks to runs: a run of a control is one complete look of all checks that speak for it.
import { groupBy, type Instant } from '../../kernel/index.ts';
import type { Run } from './timeline.ts';

/** What one source said of its subjects at one time: a check, or a whole scanner that speaks for the control. */
export interface Look {
  readonly source: string;
  readonly at: Instant;
  /** Where it looked, of the scopes of its control; undefined where nothing says so. */
  readonly scope?: string | undefined;
  /** Whether it found a subject that passes. */
  readonly pass: boolean;
  /** Whether it found a subject that fails. */
  readonly fail: boolean;
  /** Whether of some subject it could not tell: an error, or a word that is none. */
  readonly unknown: boolean;
}

/** A subject that failed, from its first failure until it passed, or its list was replaced by one without it. */
export interface StandingFailure {
  readonly source: string;
  readonly from: Instant;
  readonly until: Instant | undefined;
}

type Word = 'pass' | 'fail' | 'unknown' | 'nothing';

/**
 * Runs in order of time. A source is expected from its first look on, and a run is complete when every expected
 * source has been heard since the run before; it stands at its last look. It passes when no failure stands and
 * something passed. A look that found a failure stands at its own time as well, so that a failure is dated by
 * when it was seen. A look that could not tell is not heard: the run waits for a better one. A subject that
 * failed keeps failing its source until it is seen to pass, whatever other subjects do. Each scope has runs of its
 * own, and a failure stands in the scopes whose looks saw it within the hour of its beginning; in all, if none did.
 */
export function runsOfLooks(
  looks: readonly Look[],
  failures: readonly StandingFailure[] = [],
): readonly Run[] {
  const scopes = groupBy(looks, ({ scope }) => scope);
  const seenIn = failingScopes(looks);
  return [...scopes]
    .flatMap(([scope, own]) => {
      const among = failures.filter((failure) => {
        const seen = seenIn.get(hourOf(failure.source, failure.from));
        return seen === undefined || seen.has(scope);
      });
      return runsIn(scope, own, among);
    })
    .sort((a, b) => order(a.at, b.at));
}

/** Scopes in which a source failed within an hour: looks are kept by the hour. */
function failingScopes(looks: readonly Look[]): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const hours = groupBy(
    looks.filter(({ fail }) => fail),
    ({ source, at }) => hourOf(source, at),
  );
  return new Map([...hours].map(([hour, own]) => [hour, new Set(own.map(({ scope }) => scope))]));
}

function hourOf(source: string, at: Instant): string {
  return `${at.slice(0, 'yyyy-mm-ddThh'.length)} ${source}`;
}

function runsIn(
  scope: string | undefined,
  looks: readonly Look[],
  failures: readonly StandingFailure[],
): readonly Run[] {
  const run = (at: Instant, result: Run['result']): Run => ({ scope, at, result });
  const standing = standingIn(failures);
  const expected = new Set<string>();
  const runs: Run[] = [];
  let heard = new Map<string, Word>();
  let failed: Instant[] = [];
  for (const look of looks.toSorted((a, b) => order(a.at, b.at) || order(a.source, b.source))) {
    expected.add(look.source);
    const word = wordOf(look, standing);
    if (word === 'unknown') continue;
    heard.set(look.source, word);
    if (word === 'fail') failed.push(look.at);
    if (heard.size < expected.size) continue;
    const result = together([...heard.values()]);
    runs.push(...failed.filter((at) => at !== look.at).map((at) => run(at, 'fail')), run(look.at, result));
    heard = new Map();
    failed = [];
  }
  return runs;
}

type Standing = (source: string, at: Instant) => boolean;

/** Whether a failure of a source stands, looked up rather than searched: there may be thousands. */
function standingIn(failures: readonly StandingFailure[]): Standing {
  const bySource = groupBy(
    failures.toSorted((a, b) => order(a.from, b.from)),
    ({ source }) => source,
  );
  const rows = new Map([...bySource].map(([source, own]) => [source, joined(own)]));
  return (source, at) => {
    const row = rows.get(source) ?? [];
    let [low, high] = [0, row.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((row[middle]?.from ?? at) <= at) low = middle + 1;
      else high = middle;
    }
    const last = row[low - 1];
    return last !== undefined && (last.until === undefined || at < last.until);
  };
}

/** Failures in order of their beginning, those that touch as one. */
function joined(failures: readonly StandingFailure[]): readonly Pick<StandingFailure, 'from' | 'until'>[] {
  const row: { from: Instant; until: Instant | undefined }[] = [];
  for (const { from, until } of failures) {
    const last = row.at(-1);
    if (last && (last.until === undefined || from <= last.until)) {
      if (last.until !== undefined && (until === undefined || until > last.until)) last.until = until;
    } else row.push({ from, until });
  }
  return row;
}

function wordOf(look: Look, standing: Standing): Word {
  const stands = standing(look.source, look.at);
  if (look.fail || stands) return 'fail';
  if (look.unknown) return 'unknown';
  return look.pass ? 'pass' : 'nothing';
}

function together(words: readonly Word[]): Run['result'] {
  if (words.includes('fail')) return 'fail';
  return words.includes('pass') ? 'pass' : 'unknown';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
