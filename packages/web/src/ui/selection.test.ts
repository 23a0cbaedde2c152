// Picking rows: one, a range in either direction, all, and what leaves the list leaves the selection.
import { expect, it } from 'vitest';
import { keep, NOTHING, pick, pickAll } from './selection.ts';

const keys = ['a', 'b', 'c', 'd'];

it('picks one row and drops it again', () => {
  const once = pick(NOTHING, keys, { key: 'b', range: false });
  expect([...once.picked]).toEqual(['b']);
  expect([...pick(once, keys, { key: 'b', range: false }).picked]).toEqual([]);
});

it('picks a range in both directions from the last row that was touched', () => {
  const first = pick(NOTHING, keys, { key: 'c', range: false });
  expect([...pick(first, keys, { key: 'a', range: true }).picked].sort()).toEqual(['a', 'b', 'c']);
  expect([...pick(first, keys, { key: 'd', range: true }).picked].sort()).toEqual(['c', 'd']);
});

it('takes a range without an anchor as one row', () => {
  expect([...pick(NOTHING, keys, { key: 'd', range: true }).picked]).toEqual(['d']);
});

it('picks all, then none', () => {
  const all = pickAll(NOTHING, keys);
  expect(all.picked.size).toBe(4);
  expect(pickAll(all, keys).picked.size).toBe(0);
});

it('keeps only what is still in the list', () => {
  expect([...keep(pickAll(NOTHING, keys), ['b', 'x'])]).toEqual(['b']);
});
