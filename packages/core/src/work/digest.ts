// When somebody gets a digest: never more than one a day, and never one that has nothing to say.
import { daysBetween, type PlainDate } from '../kernel/index.ts';

export const DIGEST_RHYTHMS = ['none', 'daily', 'weekly'] as const;
export type DigestRhythm = (typeof DIGEST_RHYTHMS)[number];

/** Whether a digest is due on `today`, by the last that was sent. */
export function isDigestDue(rhythm: DigestRhythm, last: PlainDate | undefined, today: PlainDate): boolean {
  if (rhythm === 'none') return false;
  if (last === undefined) return true;
  return daysBetween(last, today) >= (rhythm === 'daily' ? 1 : 7);
}
