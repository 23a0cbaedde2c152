import { expect, test } from 'vitest';
import { figureText, pointsText, scoreText, unitText } from './values.ts';

test('a value is told in its unit', () => {
  expect(scoreText({ value: 0.123, unit: 'chance' })).toBe('12.3 %');
  expect(scoreText({ value: 61_234, unit: 'money' })).toBe('61,200');
  expect(scoreText({ value: 12.34, unit: 'months of 36' })).toBe('12.3');
});

test('points say for and against', () => {
  expect([12.34, -4, 0.01, -0.01].map(pointsText)).toEqual(['+12.3', '−4.0', '0', '0']);
});

test('a figure says its range and what it counts', () => {
  expect(figureText({ min: 800, mode: 1200, max: 1800 }, 'money_day')).toBe('1,200 (800 to 1,800)');
  expect(figureText(0.25, 'share')).toBe('25 %');
  expect(unitText('money_day', 'EUR')).toBe('EUR a person-day');
});
