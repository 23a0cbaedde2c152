// Nothing ends before its day, nor by a clock that jumps; what nobody takes back does end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { DAYS_TO_SEE, ENDING_DELAY, endingAsked, endingStep, type Ending } from './ending.ts';

const day = (text: string): PlainDate => {
  const found = parsePlainDate(text);
  if (!found) throw new Error(text);
  return found;
};
const ASKED = day('2026-03-01');
const delays = fc.integer({ min: ENDING_DELAY.least, max: ENDING_DELAY.most });

/** Looks once on each of these days; the day on which it ends, if it does. */
function lived(days: readonly PlainDate[], delay: number): PlainDate | undefined {
  let ending: Ending = endingAsked(ASKED, delay);
  for (const today of days) {
    const step = endingStep(ending, today);
    if (step === 'end') return today;
    if (step === 'see') ending = { ...ending, seenOn: today, seenDays: ending.seenDays + 1 };
  }
  return undefined;
}

test('a server that is up every day ends it on the day that was said', () => {
  fc.assert(
    fc.property(delays, (delay) => {
      const days = Array.from({ length: 100 }, (_, at) => addDays(ASKED, at));
      expect(lived(days, delay)).toBe(addDays(ASKED, delay));
    }),
  );
});

test('a clock that jumps ahead ends nothing, however far it jumps and however often it is looked at', () => {
  fc.assert(
    fc.property(
      delays,
      fc.integer({ min: 1, max: 40_000 }),
      fc.integer({ min: 1, max: 50 }),
      (delay, jump, looks) => {
        expect(
          lived(
            Array.from({ length: looks }, () => addDays(ASKED, jump)),
            delay,
          ),
        ).toBeUndefined();
      },
    ),
  );
});

test('no clock whatever ends it on fewer days than are to be seen, or before the day that was said', () => {
  fc.assert(
    fc.property(delays, fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 60 }), (delay, jumps) => {
      const days = jumps.map((each) => addDays(ASKED, each));
      const ended = lived(days, delay);
      if (ended === undefined) return;
      expect(ended >= addDays(ASKED, delay)).toBe(true);
      expect(new Set(days).size).toBeGreaterThanOrEqual(DAYS_TO_SEE);
    }),
  );
});

test('a server that is seldom up ends it later, not never', () => {
  const sundays = Array.from({ length: 20 }, (_, at) => addDays(ASKED, 7 * (at + 1)));
  expect(lived(sundays, 14)).toBe(addDays(ASKED, 7 * 7));
});
