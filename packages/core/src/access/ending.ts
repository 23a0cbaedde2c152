// When an organisation that was asked to end does end: on a day that was said, after days that were really seen.
import { addDays, type PlainDate } from '../kernel/index.ts';

/** Days between asking and ending. */
export const ENDING_DELAY = { least: 7, usual: 14, most: 90 } as const;

/**
 * Days on which the server must have been up since, and before the last one: a clock that jumps ahead shows the day of
 * the end, but not the days before it, and then nothing is ended. After a jump that was put right no day counts until the
 * real one is later than it: who does not want to wait takes it back and asks again.
 */
export const DAYS_TO_SEE = ENDING_DELAY.least - 1;

export interface Ending {
  /** The day that was said when it was asked; it is never computed again. */
  readonly endsOn: PlainDate;
  /** The last day that the server saw, and how many it has seen since it was asked. */
  readonly seenOn: PlainDate;
  readonly seenDays: number;
}

export function endingAsked(today: PlainDate, delayDays: number): Ending {
  return { endsOn: addDays(today, delayDays), seenOn: today, seenDays: 0 };
}

/** What is to be done today: `see` notes that this day came, `end` erases, `wait` does nothing. */
export function endingStep({ endsOn, seenOn, seenDays }: Ending, today: PlainDate): 'wait' | 'see' | 'end' {
  if (seenDays < DAYS_TO_SEE) return today > seenOn ? 'see' : 'wait';
  return today >= endsOn ? 'end' : 'wait';
}
