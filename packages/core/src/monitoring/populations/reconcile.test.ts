import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay } from '../../kernel/index.ts';
import { agrees, reconcile, type Reconcilable } from './reconcile.ts';

const row = fc.record({
  key: fc.constantFrom('a', 'B', 'b ', 'c', 'D-1'),
  day: fc.nat(3).map((day) => dateOfDay(20_600 + day)),
});
const list = fc.array(row, { maxLength: 12 });

describe('two sources', () => {
  it('are counted so that every row stands in one place, on both sides', () => {
    fc.assert(
      fc.property(list, list, (here, there) => {
        const told = reconcile(here, there);
        expect(told.matched + told.onlyHere.length).toBe(here.length);
        expect(told.matched + told.onlyThere.length).toBe(there.length);
        expect(told.otherDay.length).toBeLessThanOrEqual(told.matched);
      }),
    );
  });

  it('tell the same from the other side', () => {
    fc.assert(
      fc.property(list, list, (here, there) => {
        const one = reconcile(here, there);
        const other = reconcile(there, here);
        expect([other.matched, other.onlyHere, other.onlyThere]).toEqual([
          one.matched,
          one.onlyThere,
          one.onlyHere,
        ]);
        expect(agrees(other)).toBe(agrees(one));
      }),
    );
  });

  it('agree with themselves, in any order', () => {
    fc.assert(
      fc.property(list, (here) => {
        expect(agrees(reconcile(here, [...here].reverse()))).toBe(true);
      }),
    );
  });

  it('match a key whatever its case, once for each time it stands there, and say on which days it differs', () => {
    const [one, two] = [dateOfDay(20_600), dateOfDay(20_601)];
    const here: Reconcilable[] = [
      { key: 'INC-1', day: one },
      { key: 'INC-2', day: one },
      { key: 'INC-2', day: two },
    ];
    const there: Reconcilable[] = [
      { key: 'inc-1 ', day: two },
      { key: 'INC-2', day: one },
      { key: 'INC-9', day: two },
    ];
    expect(reconcile(here, there)).toEqual({
      here: 3,
      there: 3,
      matched: 2,
      onlyHere: ['INC-2'],
      onlyThere: ['INC-9'],
      otherDay: [{ key: 'INC-1', here: one, there: two }],
    });
  });
});
