import { expect, test } from 'vitest';
import { namesIn, namesText, numeralText, readNumeral } from './texts.ts';

test('an empty field says nothing; what is no number is a fault, not nothing', () => {
  expect(['', ' ', '0,92', '1,200', 'abc'].map(readNumeral)).toEqual([null, null, 0.92, 1200, Number.NaN]);
  expect([null, Number.NaN, 0.92].map(numeralText)).toEqual(['', '', '0.92']);
});

test('a second name can be typed behind a comma', () => {
  let held: readonly string[] = [];
  let shown = '';
  for (const letter of 'ISO 9001, TISAX ') {
    const typed = shown + letter;
    held = namesIn(typed);
    shown = namesText(typed, held);
  }
  expect(shown).toBe('ISO 9001, TISAX ');
  expect(held).toEqual(['ISO 9001', 'TISAX']);
  expect(namesText('', ['ISO 9001', 'TISAX'])).toBe('ISO 9001, TISAX');
});
