// A check's state is its worst word, and never a pass that nobody saw.
import { expect, it } from 'vitest';
import { resourcesOf, stateOfCheck } from './checks.ts';

const none = { pass: 0, fail: 0, error: 0, unknown: 0, not_applicable: 0 };
const seen = '2026-06-01T09:00:00.000Z';

it.each([
  [{ ...none, pass: 9, fail: 1 }, 'fail'],
  [{ ...none, pass: 9, error: 1 }, 'error'],
  [{ ...none, pass: 9, unknown: 1 }, 'unclear'],
  [{ ...none, pass: 9, not_applicable: 1 }, 'pass'],
  [{ ...none, not_applicable: 1 }, 'not_applicable'],
  [none, 'unclear'],
] as const)('%o is %s', (latest, state) => expect(stateOfCheck({ latest, last_seen: seen })).toBe(state));

it('is unseen without a sighting, and counts resources', () => {
  expect(stateOfCheck({ latest: none, last_seen: null })).toBe('unseen');
  expect(resourcesOf({ latest: { ...none, pass: 2, fail: 1 } })).toBe(3);
});
