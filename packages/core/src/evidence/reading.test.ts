import { expect, it } from 'vitest';
import { instantOfMillis } from '../kernel/index.ts';
import { isInterrupted, paceOf } from './reading.ts';

it('has no pace before there is anything to measure', () => {
  expect(paceOf({ done: 0, of: 10, seconds: 5 })).toBeUndefined();
  expect(paceOf({ done: 5, of: 10, seconds: 0.1 })).toBeUndefined();
  expect(paceOf({ done: 1, of: 1000, seconds: 1 })).toBeUndefined();
  expect(paceOf({ done: 1, of: 1000, seconds: 4 })).toEqual({ rate: 0.25, left: 3996 });
});

it('says the rate and the time that the rest takes', () => {
  expect(paceOf({ done: 50, of: 200, seconds: 5 })).toEqual({ rate: 10, left: 15 });
});

it('never says that less than nothing is left', () => {
  expect(paceOf({ done: 12, of: 10, seconds: 1 })).toEqual({ rate: 12, left: 0 });
});

it('is interrupted after fifteen seconds of silence, not before', () => {
  const heard = instantOfMillis(0);
  expect(isInterrupted(heard, instantOfMillis(15_000))).toBe(false);
  expect(isInterrupted(heard, instantOfMillis(15_001))).toBe(true);
});
