import { describe, expect, test } from 'vitest';
import { byId, sortedById } from './order.ts';

describe('the order of ids', () => {
  test('counts numbers as numbers', () => {
    expect(['A.5.10', 'A.5.9', 'C-100', 'C-20', 'CC10.1', 'CC9.2'].sort(byId)).toEqual([
      'A.5.9',
      'A.5.10',
      'C-20',
      'C-100',
      'CC9.2',
      'CC10.1',
    ]);
  });

  test('puts the shorter first where one begins like the other, and keeps equal ones', () => {
    expect(byId('6.1', '6.1.2')).toBeLessThan(0);
    expect(byId('6.1.2', '6.1')).toBeGreaterThan(0);
    expect(byId('6.1', '6.1')).toBe(0);
  });

  test('tells 01 from 1, so that no order depends on chance', () => {
    expect(byId('C-01', 'C-1')).toBeLessThan(0);
    expect(byId('C-1', 'C-01')).toBeGreaterThan(0);
  });

  test('sorts things by their id and keeps the list that it was given', () => {
    const given = [{ id: 'b' }, { id: 'a2' }, { id: 'a' }];
    expect(sortedById(given, (each) => each.id).map((each) => each.id)).toEqual(['a', 'a2', 'b']);
    expect(given.map((each) => each.id)).toEqual(['b', 'a2', 'a']);
  });
});
