// A file on its way in: how fast, how long still, and whether anybody still reads it.
import { millisOfInstant, type Instant } from '../kernel/index.ts';

/** Milliseconds of silence after which a reading counts as interrupted: it says a word every second. */
export const SILENCE_MS = 15_000;

/** How fast bytes come and how long the rest takes. */
export interface Pace {
  /** Bytes a second. */
  readonly rate: number;
  /** Seconds until the rest is there, at that rate. */
  readonly left: number;
}

/**
 * The pace of a transfer or a reading; undefined before there is one, because a rate over nothing is a guess.
 * @example paceOf({ done: 50, of: 200, seconds: 5 }) // { rate: 10, left: 15 }
 */
export function paceOf(at: {
  readonly done: number;
  readonly of: number;
  readonly seconds: number;
}): Pace | undefined {
  // A worker that is still starting looks as if it needed for ever.
  const early = at.seconds < 3 && at.done < at.of * 0.02;
  if (at.seconds < 0.2 || at.done <= 0 || early) return undefined;
  const rate = at.done / at.seconds;
  return { rate, left: Math.max(0, at.of - at.done) / rate };
}

/** Whether a reading has been silent for so long that whoever read must be gone. */
export function isInterrupted(heardAt: Instant, now: Instant): boolean {
  return millisOfInstant(now) - millisOfInstant(heardAt) > SILENCE_MS;
}
