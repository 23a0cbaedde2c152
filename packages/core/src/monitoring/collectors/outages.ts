// A run that did not come is a gap: from the last complete run + interval x k until the next complete one.
import { instantOfMillis, millisOfInstant, type Instant } from '../../kernel/index.ts';
import type { Collector } from './collector.ts';
import type { JudgedRun, UnknownReason } from './run.ts';

/** A time in which nobody knows; half open. */
export interface CollectorOutage {
  readonly from: Instant;
  /** Undefined: it goes on. */
  readonly until: Instant | undefined;
  /** The complete run after which it became silent; undefined when none has ever come. */
  readonly after: string | undefined;
  /** Runs that came since that one but end nothing, in order, and why they do not. */
  readonly unknown: readonly { readonly run: string; readonly because: readonly UnknownReason[] }[];
}

const HOUR_MS = 3_600_000;

/** A silence between two looks, in milliseconds. */
interface Silence {
  readonly from: number;
  readonly until: number;
  readonly after: string | undefined;
  /** Nothing has ended it yet. */
  readonly open: boolean;
}

/**
 * Outages up to `at`, in order of time. A moment is dark when more than `everyHours` x `tolerance` of the promise that
 * holds at that moment has passed since the last complete run, or since the collector's start where none has come
 * (vectors/windows: rule 8).
 * @example every 24 hours, tolerance 2, runs on day 1 and day 6: dark from day 3 until day 6
 */
export function collectorOutages(
  collector: Collector,
  judged: readonly JudgedRun[],
  at: Instant,
): readonly CollectorOutage[] {
  return silences(collector, judged, at).flatMap((silence) =>
    darkIn(collector, silence).map(({ from, until, toTheEnd }) => ({
      from: instantOfMillis(from),
      until: silence.open && toTheEnd ? undefined : instantOfMillis(until),
      after: silence.after,
      unknown: unknownIn(judged, silence),
    })),
  );
}

function silences(
  { startedAt, retiredAt }: Collector,
  judged: readonly JudgedRun[],
  at: Instant,
): readonly Silence[] {
  const start = millisOfInstant(startedAt);
  const ended = retiredAt !== undefined && retiredAt <= at;
  const over = millisOfInstant(ended ? retiredAt : at);
  const looks = judged
    .filter(({ verdict }) => verdict.complete)
    .map(({ run }) => ({ at: millisOfInstant(run.endedAt), run: run.id }))
    .filter((look) => look.at >= start && look.at <= over);
  const starts = [{ at: start, run: undefined }, ...looks];
  return starts.map((look, i) => ({
    from: look.at,
    until: starts[i + 1]?.at ?? over,
    after: look.run,
    open: i === starts.length - 1 && !ended,
  }));
}

interface Dark {
  from: number;
  until: number;
  /** The promise that holds when the silence ends finds it dark. */
  toTheEnd: boolean;
}

/** The dark parts of a silence: each promise has a patience of its own, and parts that touch are one. */
function darkIn({ promises }: Collector, silence: Silence): readonly Dark[] {
  const dark: Dark[] = [];
  promises.forEach((promised, i) => {
    const patience = Math.ceil(promised.everyHours * promised.tolerance * HOUR_MS);
    const next = promises[i + 1];
    const from = Math.max(i === 0 ? silence.from : millisOfInstant(promised.from), silence.from + patience);
    const until = Math.min(next ? millisOfInstant(next.from) : silence.until, silence.until);
    if (from >= until) return;
    const last = dark.at(-1);
    const toTheEnd = !next || millisOfInstant(next.from) > silence.until;
    if (last?.until === from) Object.assign(last, { until, toTheEnd });
    else dark.push({ from, until, toTheEnd });
  });
  return dark;
}

function unknownIn(judged: readonly JudgedRun[], silence: Silence): CollectorOutage['unknown'] {
  return judged.flatMap(({ run, verdict }) => {
    const ended = millisOfInstant(run.endedAt);
    return verdict.complete || ended < silence.from || ended > silence.until
      ? []
      : [{ run: run.id, because: verdict.because }];
  });
}
