import { expect, test } from 'vitest';
import { partsOf, readParts } from './override.ts';

const RATE = { min: 1234.567_89, mode: 1500, max: 1800 };

test('what nobody types over stays as exact as it was', () => {
  const parts = partsOf(RATE);
  expect(parts.map(({ text }) => text)).toEqual(['1234.5679', '1500', '1800']);
  expect(readParts(RATE, parts)).toEqual(RATE);
});

test('a decimal comma is read as one, and a field that is no number yet leaves no value', () => {
  const typed = (text: string) => readParts(0.25, [{ name: 'Value,', text }]);
  expect(['0,92', '1,200', '', 'x'].map(typed)).toEqual([0.92, 1200, undefined, undefined]);
});

test('a value keeps its kind', () => {
  const scaled = { at10: 1000, at1000: 9000 };
  const [first] = partsOf(scaled);
  if (!first) throw new Error('no part');
  expect(readParts(scaled, [first, { name: '', text: '9 500' }])).toEqual({ at10: 1000, at1000: 9500 });
});
