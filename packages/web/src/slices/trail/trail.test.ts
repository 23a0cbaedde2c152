import { expect, test } from 'vitest';
import { trailSearch } from './search.ts';
import { valueWords, wantedOf } from './trail.ts';

test('the last day of the address counts whole', () => {
  expect(wantedOf({ from: '2026-06-01', until: '2026-06-30' })).toEqual({
    from: '2026-06-01T00:00:00Z',
    until: '2026-07-01T00:00:00.000Z',
  });
});

test('what is no day and no known key is not asked for', () => {
  expect(wantedOf({ from: 'yesterday', via: 'magic', actor: 'Ada' })).toEqual({ actor: 'Ada' });
});

test('an address keeps what it knows', () => {
  expect(trailSearch({ actor: 'Ada', other: 'x', entry: 7, via: '' })).toEqual({ actor: 'Ada', entry: '7' });
});

test('a field that was not there is nothing, not an empty text', () => {
  expect([valueWords(undefined), valueWords(''), valueWords({ a: 1 })]).toEqual(['nothing', '', '{"a":1}']);
});
